#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores timelines about one entity each against those of SemEval 2015 task 4.

  entity_timelines.py PROGRAM SET-FOLDER...

A SET-FOLDER holds articles.jsonl (a sentence a line of the text, from 1) and gold/ENTITY.jsonl with
a line for each event: `date`, `order`, `entity`, and `events`, its mentions: document, sentence,
word. The program builds a timeline of the articles with --about the entity; of it the entries count
that have a word of the entity's name in the title or among the actors. A mention of ours is the event of its sentence
whose word is the one that names what happens, or stands in the mention's title.

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


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def graph(timeline):
    """(date, place, event) -> the reduced relations, and those that follow from them."""
    places = sorted({place for _, place, _ in timeline})
    at = {p: sorted({e for _, q, e in timeline if q == p}) for p in places}
    anchors = {("in", e, date) for date, _, e in timeline if date[:4].isdigit()}
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
    rows = [row for row in read_lines(path) if row["order"] > 0]
    names, mentions = {}, {}
    for n, row in enumerate(rows):
        for e in row["events"]:
            mentions.setdefault((e["doc"], int(e["sent"])), []).append((e["word"].lower(), n))
    timeline = [(row["date"], row["order"], n) for n, row in enumerate(rows)]
    return timeline, mentions


def sentence_number(text, start):
    return text.encode()[:start].count(b"\n") + 1


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
        found = {event_at(mentions, (m["article"], sentence_number(texts[m["article"]], m["start"])),
                          heads.get((m["article"], m["start"], m["value"]), ""), e["title"]) for m in e["mentions"]}
        for event in found - {None} or {f"ours {number}"}:
            result.append((e["date"], place, event))
    return result


def share(part, whole):
    return len(part & whole), len(part)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    everything = [0, 0, 0, 0]
    for folder in sys.argv[2:]:
        texts = {a["id"]: a["text"] for a in read_lines(os.path.join(folder, "articles.jsonl"))}
        sums = [0, 0, 0, 0]
        for gold in sorted(os.listdir(os.path.join(folder, "gold"))):
            path = os.path.join(folder, "gold", gold)
            timeline, mentions = gold_of(path)
            if not timeline:
                continue
            entity = read_lines(path)[0]["entity"]
            # Events are strings on both sides, so that they can be sorted together.
            named = [(d, p, str(e)) for d, p, e in ours(sys.argv[1], folder, entity, texts, mentions)]
            gold_reduced, gold_whole = graph([(d, p, str(e)) for d, p, e in timeline])
            reduced, whole = graph(named)
            for i, n in enumerate((*share(reduced, gold_whole), *share(gold_reduced, whole))):
                sums[i] += n
        report(os.path.basename(folder.rstrip("/")), sums)
        everything = [a + b for a, b in zip(everything, sums)]
    report("all", everything)


def report(name, sums):
    precision, recall = sums[0] / max(1, sums[1]), sums[2] / max(1, sums[3])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    print(f"{name:28} P {100 * precision:5.2f}  R {100 * recall:5.2f}  F1 {100 * f1:5.2f}")


if __name__ == "__main__":
    main()
