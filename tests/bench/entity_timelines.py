#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores timelines about one entity each against those of SemEval 2015 task 4.

  entity_timelines.py [--events] PROGRAM SET-FOLDER...

A SET-FOLDER holds articles.jsonl (a sentence a line of the text, the title, where it begins with that,
line 0, else from 1) and gold/ENTITY.jsonl with
a line for each event: `date`, `order`, `entity`, and `events`, its mentions: document, sentence,
word. The program builds a timeline of the articles with --about the entity; of it the entries count
that have a word of the entity's name in the title or among the actors. A mention of ours is the event
of its sentence whose word is the one that names what happens, or stands in the mention's title.

With --events it is made of what `tag --events` and `parse` say, as a user might: the events that have
the entity, or a pronoun or "the company" that stands for it, for a subject or an object, each of the
date that `when` gives it, else of the one of the verb above it, else of the day of publication.

The measure is the task's, after TempEval-3 (UzZaman et al. 2013): a timeline is a graph of relations,
an event within its date, before the events of the next place, at once with those of its own.
Precision is the share of the relations in our reduced graph that follow from the gold one, recall
the other way round; counted over all timelines together. Events that the gold timelines could not
order (order 0) are left out on both sides. Standard library only.
"""
import json
import os
import re
import subprocess
import sys
from datetime import date


UNORDERED = -1  # in place of the number of an event of the gold timeline


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def graph(timeline):
    """(day, place, event) -> the reduced relations, and those that follow from them."""
    places = sorted({place for _, place, _ in timeline})
    at = {p: sorted({e for _, q, e in timeline if q == p}) for p in places}
    anchors = {("in", e, day) for day, _, e in timeline if day[:4].isdigit()}
    reduced, whole = set(anchors), set(anchors)
    for i, p in enumerate(places):
        pairs = {("at", a, b) for a in at[p] for b in at[p] if a < b}
        reduced |= {("at", a, b) for a, b in zip(at[p], at[p][1:])}
        whole |= pairs
        for k, q in enumerate(places[i + 1:]):
            before = {("before", a, b) for a in at[p] for b in at[q] if a != b}
            whole |= before
            if k == 0:
                reduced |= before
    return reduced, whole


def gold_of(path):
    everything = read_lines(path)
    rows = [row for row in everything if row["order"] > 0]
    numbers = {id(row): n for n, row in enumerate(rows)}
    mentions = {}
    for row in everything:
        for e in row["events"]:
            mentions.setdefault((e["doc"], int(e["sent"])), []).append((e["word"].lower(), numbers.get(id(row), UNORDERED)))
    timeline = [(row["date"], row["order"], n) for n, row in enumerate(rows)]
    return timeline, mentions


class Text(str):
    """A text that knows the number of its first line."""

    @classmethod
    def of(cls, article):
        text = cls(article["text"])
        text.first_line = 0 if article.get("title") == text.split("\n")[0] else 1
        return text

    def line_at(self, start):
        return self[:start].count("\n") + self.first_line

    def line_at_byte(self, start):
        return self.encode()[:start].count(b"\n") + self.first_line


def event_at(mentions, key, head, title):
    """The gold event of a sentence that ours is; else one of our own."""
    words = mentions.get(key, [])
    for word, n in words:
        if word == head.lower():
            return n
    for word, n in words:
        if re.search(rf"\b{re.escape(word)}\b", title.lower()):
            return n
    return None


def ours(program, folder, entity, texts, mentions):
    made = subprocess.run([program, "build", "-q", "--about", entity, "-t", "json", os.path.join(folder, "articles.jsonl")],
                          stdout=subprocess.PIPE, check=False)
    timeline = json.loads(made.stdout)
    heads = {(m["article"], m["start"], m["value"]): m.get("head", "") for m in timeline["extract"] if m["type"] == "mention"}
    name = [w for w in entity.lower().split() if len(w) > 2]
    result, place, last = [], 0, None
    for number, e in enumerate(timeline["events"]):
        if not any(w in " ".join([e["title"], *e["actors"]]).lower() for w in name):
            continue
        if (e["earliest"], e["latest"]) != last:
            place, last = place + 1, (e["earliest"], e["latest"])
        found = {event_at(mentions, (m["article"], texts[m["article"]].line_at_byte(m["start"])),
                          heads.get((m["article"], m["start"], m["value"]), ""), e["title"]) for m in e["mentions"]}
        for event in found - {None, UNORDERED} or ({f"ours {number}"} if found == {None} else ()):
            result.append((e["date"], place, event))
    return result


# ---- From `tag --events` and `parse` ---------------------------------------------------------------

SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}
TAKES_PART = SUBJECTS | {"obj", "iobj", "obl:agent", "nmod:poss"}
PERSON = {"he", "she", "him", "her", "his"}
THING = {"it", "its"}
KINDS = {"company", "automaker", "firm", "carmaker", "manufacturer", "maker", "corporation", "giant"}


class Word:
    def __init__(self, columns, first, start):
        self.form, self.upos, self.relation = columns[1], columns[3], columns[7]
        self.head = first + int(columns[6]) - 1 if columns[6] != "0" else None
        self.start, self.event = start, None


def words_of(lines, text):
    """A document of CoNLL-U -> its words, which know where they stand."""
    words, at, range_end, first = [], 0, 0, 0
    for line in lines:
        columns = line.split("\t")
        if len(columns) < 10 or "." in columns[0]:
            continue
        if "-" in columns[0]:
            at = text.find(columns[1], at)
            range_end = at + len(columns[1])
            continue
        if columns[0] == "1":
            first = len(words)
        found = text.find(columns[1], at)
        if found >= 0 and (not range_end or found < range_end):
            at = found
        words.append(Word(columns, first, at))
        words[-1].sentence = first
        at += len(columns[1]) if not range_end else 0
        range_end = 0 if at >= range_end else range_end
    return words


def documents(parsed):
    name, lines = None, []
    for line in parsed.split("\n"):
        if line.startswith("# newdoc id = "):
            if name is not None:
                yield name, lines
            name, lines = line[len("# newdoc id = "):], []
        elif not line.startswith("#"):
            lines.append(line)
    if name is not None:
        yield name, lines


def name_of(entity, text):
    """The ways the entity is named: in full, with a word more, by initials, by one of its words where
    that is a name."""
    parts = entity.split()
    initials = "".join(p[0] for p in parts)
    forms = [parts]
    if len(parts) > 1:
        forms += [[parts[0], None, parts[-1]], ["".join(parts)]]
        if re.search(rf"\b{initials}\b", text):
            forms.append([initials])
        elif len(parts) == 2 and all(p.isalpha() and p[0].isupper() for p in parts):
            forms.append([parts[0]])
        if parts[-1][0].isupper() and parts[-1].isalpha():
            forms.append([parts[-1]])
    return [[p and p.lower() for p in f] for f in forms]


def is_named(words, at, form):
    """Whether the words from there on are the name; None is any word."""
    return at + len(form) <= len(words) and all(
        p is None or words[at + k].form.lower() == p for k, p in enumerate(form))


def top_of(words, span):
    """The word of a name by which it hangs on the rest, or of the longer name that it is part of."""
    at = next((i for i in span if words[i].head not in span), span[0])
    while words[at].relation in ("flat", "appos") or (
            words[at].relation in ("compound", "nmod:desc", "nmod:unmarked") and words[words[at].head].upos == "PROPN"):
        at = words[at].head
    return at


def mentions_of(words, forms):
    """Heads of names of the entity, and pronouns and nouns for it."""
    heads = {top_of(words, range(i, i + len(f))) for f in forms for i in range(len(words)) if is_named(words, i, f)}
    kinds = KINDS | {forms[0][-1]}
    last = False  # whether the subject told of last is the entity
    result = set(heads)
    for i, w in enumerate(words):
        form = w.form.lower()
        definite = i > 0 and words[i - 1].form.lower() in ("the", "this", "its") and form in kinds
        if i in heads:
            if w.relation in SUBJECTS or w.relation in ("conj", "nmod:poss"):
                last = True
        elif (form in PERSON or form in THING or definite) and last:
            result.add(i)
        elif w.relation in SUBJECTS and w.upos in ("PROPN", "NOUN"):
            last = False
    return result


def with_entity(words, heads):
    """The words in which the entity takes part."""
    result = set()
    for i in heads:
        while words[i].relation == "conj" and words[i].head is not None:
            i = words[i].head
        if words[i].relation in TAKES_PART and words[i].head is not None:
            result.add((words[i].head, words[i].relation in SUBJECTS))
    subject_of = {i for i, subject in result if subject}
    whole = {i for i, _ in result}
    for i, w in enumerate(words):
        if w.head is None:
            continue
        own = any(v.head == i and v.relation in SUBJECTS for v in words[w.sentence:w.sentence + 300])
        joined = w.relation in ("conj", "xcomp", "advcl") and w.head in subject_of and not own
        relative = w.relation in ("acl:relcl", "acl") and w.head in heads
        if joined or relative:
            whole.add(i)
            subject_of.add(i)
        # "has announced plans", "take part": a noun that happens, done by the subject
        if w.relation == "obj" and w.head in subject_of and w.event:
            whole.add(i)
    return whole


def news_day(article, published):
    """The day that the article tells of: the first one that it names of the week before it came out."""
    known = date.fromisoformat(published)
    for t in article["timex"]:
        if t["type"] in ("DATE", "TIME") and re.match(r"\d{4}-\d\d-\d\d", t["value"]) and t["value"][:10] != published:
            day = date.fromisoformat(t["value"][:10])
            if 0 < (known - day).days <= 6:
                return day.isoformat()
    return published


def date_of(words, at, dates, published):
    """The date of an event, or of the verb that it hangs on; else the one that the article tells of."""
    for _ in range(4):
        event = words[at].event
        if event and event["when"]:
            value = re.match(r"\d{4}(-\d\d(-\d\d)?)?", dates.get(event["when"], ""))
            if value and "W" not in dates[event["when"]]:
                return value.group()
        if words[at].head is None or words[at].relation in SUBJECTS:
            break
        at = words[at].head
    return published


def is_no_fact(event):
    return event["polarity"] == "NEG" or event["tense"] == "FUTURE" or "modality" in event


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout.decode()


def from_events(program, folder, entity, texts, mentions):
    path = os.path.join(folder, "articles.jsonl")
    tagged = {a["id"]: a for a in map(json.loads, run(program, "tag", "-q", "--events", path).splitlines())}
    found = {}
    for document, lines in documents(run(program, "parse", "-q", path)):
        article, text = tagged[document], texts[document]
        words = words_of(lines, text)
        at = {w.start: w for w in words}
        for event in article["events"]:
            if event["start"] in at:
                at[event["start"]].event = event
        dates = {t["tid"]: t["value"] for t in article["timex"] if t["type"] in ("DATE", "TIME")}
        for i in with_entity(words, mentions_of(words, name_of(entity, text))):
            w = words[i]
            if not w.event or not article.get("dct") or is_no_fact(w.event):
                continue
            gold = next((n for word, n in mentions.get((document, text.line_at(w.start)), []) if word == w.form.lower()), None)
            if gold == UNORDERED:
                continue
            key = gold if gold is not None else f"ours {document} {i}"
            day = news_day(article, article["dct"][:10]) if w.event["tense"] == "PAST" else article["dct"][:10]
            found.setdefault(key, date_of(words, i, dates, day))
    places = {day: place for place, day in enumerate(sorted(set(found.values())), 1)}
    return [(day, places[day], event) for event, day in found.items()]


def share(part, whole):
    return len(part & whole), len(part)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--events"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    made_by = from_events if "--events" in sys.argv else ours
    everything, seen = [0, 0, 0, 0], [0, 0, 0, 0]
    for folder in arguments[1:]:
        texts = {a["id"]: Text.of(a) for a in read_lines(os.path.join(folder, "articles.jsonl"))}
        sums = [0, 0, 0, 0]
        for gold in sorted(os.listdir(os.path.join(folder, "gold"))):
            path = os.path.join(folder, "gold", gold)
            timeline, mentions = gold_of(path)
            if not timeline:
                continue
            entity = read_lines(path)[0]["entity"]
            # Events are strings on both sides, so that they can be sorted together.
            made = [(d, p, str(e)) for d, p, e in made_by(arguments[0], folder, entity, texts, mentions)]
            gold_dates = {str(e): d for d, _, e in timeline}
            right = [(d, e) for d, _, e in made if e in gold_dates]
            for i, n in enumerate((len(right), len(made), len(timeline), sum(gold_dates[e] == d for d, e in right))):
                seen[i] += n
            gold_reduced, gold_whole = graph([(d, p, str(e)) for d, p, e in timeline])
            reduced, whole = graph(made)
            for i, n in enumerate((*share(reduced, gold_whole), *share(gold_reduced, whole))):
                sums[i] += n
        report(os.path.basename(folder.rstrip("/")), sums)
        everything = [a + b for a, b in zip(everything, sums)]
    report("all", everything)
    print(f"events: of {seen[1]} found {seen[0]} are of the timelines, which have {seen[2]}; {seen[3]} have their date")


def report(name, sums):
    precision, recall = sums[0] / max(1, sums[1]), sums[2] / max(1, sums[3])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    print(f"{name:28} P {100 * precision:5.2f}  R {100 * recall:5.2f}  F1 {100 * f1:5.2f}")


if __name__ == "__main__":
    main()
