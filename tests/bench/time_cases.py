#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How many of the test cases of two other libraries the time step reads as they do.

    time_cases.py [BUILD] [--failures] [--set NAME]

The cases lie beside the project (../shared/data/temporal); where they do not, this says so and ends
with 77. Each input is an article of its own, written on the case's reference day. Cases that written
news does not have are left out: time_cases_left_out.txt says which and why. Every third case of a
set is held back: it is counted and never shown by --failures.

A case is right where one expression of the input (or two, a range) denotes what is expected:

  expected            right is
  start and grain     the unit of that grain that begins there. A part of day is right inside the
                      expected hours; early, mid and late inside the expected part; a season where
                      most of it is; a weekend where its Saturday and Sunday are
  start and end       two expressions that begin and end so; or one that is the whole
  start alone         (chrono has no grain, and adds 12:00) the unit that holds it, as fine as the
                      words are: a month or a year only where they name no day
  start and amount    "in two weeks", "the last two weeks": a DURATION of as much, from or up to the
                      reference. TIMEX3 names the amount
  counted units       "two weeks ago" is a week in TIMEX3 and a day in the libraries: right where the
                      week holds the day
  open                "since 2014", "before 4pm": the date itself
  nothing             no DATE and no TIME

The libraries look ahead where the words say neither; dateline asks the verb of the sentence, and an
input has none. So a case that is not right alone is tried again behind "They will meet" and "They
will meet on", as the libraries mean it; these are counted apart ("in a sentence"). A time of day
alone is of the reference's day, in the libraries also of the next.
Names are given to dateline in capitals, as news writes them. A zone is part of the expression, and
its hours are compared in that zone. Spans are compared apart (chrono alone has them).
"""
import datetime as dt
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data" / "temporal"
SETS = {"duckling": "duckling-time-en.jsonl", "chrono": "chrono-en.jsonl"}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NAMES = (
    "january february march april june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun christmas easter thanksgiving halloween"
).split()
ZONES = {"gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
         "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "jst": 9, "ist": 5.5}
SMALL = "of the in to on and next last this from for a year day's".split()
PARTS = {"MO": (0, 12), "MI": (12, 14), "AF": (12, 19), "EV": (18, 24), "NI": (18, 24)}
UNITS = {"D": 1, "WE": 7, "W": 7, "M": 30.44, "Q": 91.3, "Y": 365.25, "DE": 3652.5, "CE": 36525}


def local(text):
    """A day and time without its zone: the words name local time."""
    return dt.datetime.fromisoformat(re.sub(r"(Z|[+-]\d\d:\d\d)$", "", text)[:19])


def months_on(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(1)).day
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def unit(start, grain):
    """The end of the unit that begins at `start`."""
    if grain in ("month", "quarter", "half", "year", "decade", "century"):
        return months_on(start, {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120,
                                 "century": 1200}[grain])
    return start + {"second": dt.timedelta(seconds=1), "minute": dt.timedelta(minutes=1),
                    "hour": HOUR, "day": DAY, "week": 7 * DAY, "weekend": 2 * DAY}[grain]


def narrowed(start, end, mod):
    third = (end - start) / 3
    part = {"START": 0, "MID": 1, "END": 2}.get(mod)
    return (start, end) if part is None else (start + third * part, start + third * (part + 1))


def value_span(value, mod=None):
    """(start, end, grain) of a TIMEX3 value, or None where it names no days."""
    date, _, time = value.partition("T")
    patterns = (
        (r"(\d{4})-(\d\d)-(\d\d)", "day", lambda y, m, d: (y, m, d)),
        (r"(\d{4})-(\d\d)", "month", lambda y, m: (y, m, 1)),
        (r"(\d{4})", "year", lambda y: (y, 1, 1)),
        (r"(\d{3})", "decade", lambda y: (y * 10, 1, 1)),
        (r"(\d\d)", "century", lambda y: (y * 100, 1, 1)),
        (r"(\d{4})-Q(\d)", "quarter", lambda y, q: (y, q * 3 - 2, 1)),
        (r"(\d{4})-H(\d)", "half", lambda y, h: (y, h * 6 - 5, 1)),
    )
    try:
        found = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", date)
        if found:
            start = dt.datetime.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
            grain = "weekend" if found[3] else "week"
            return (*narrowed(start, unit(start, grain), mod), grain)
        found = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", date)
        if found:
            month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found[2]]
            start = dt.datetime(int(found[1]), month, 1)
            return start, months_on(start, 3), "season"
        for pattern, grain, fields in patterns:
            found = re.fullmatch(pattern, date)
            if found:
                start = dt.datetime(*fields(*map(int, found.groups())))
                end = unit(start, grain)
                break
        else:
            return None
    except (ValueError, OverflowError):
        return None
    if grain != "day" or not time:
        return (*narrowed(start, end, mod), grain)
    if time in PARTS:
        first, last = PARTS[time]
        return start + first * HOUR, start + last * HOUR, "part"
    found = re.match(r"(\d\d)(?::(\d\d))?(?::(\d\d))?", time)
    if not found:
        return None
    start += dt.timedelta(hours=int(found[1]), minutes=int(found[2] or 0),
                          seconds=int(found[3] or 0))
    return start, start + dt.timedelta(minutes=1), "time"


def amount(value):
    """Days of a TIMEX3 duration; None where it is not told."""
    found = re.fullmatch(r"P((?:[\d.]+(?:DE|CE|WE|[DWMQY]))*)(?:T((?:[\d.]+[HMS])+))?", value)
    if not found:
        return None
    days = sum(float(n) * UNITS[u] for n, u in re.findall(r"([\d.]+)(DE|CE|WE|\w)", found[1]))
    clock = {"H": 24, "M": 1440, "S": 86400}
    return days + sum(float(n) / clock[u] for n, u in re.findall(r"([\d.]+)([HMS])",
                                                                  found[2] or ""))


class Expected:
    """What a case wants, of either library."""

    def __init__(self, case):
        e = case["expected"]
        self.text = (e or {}).get("text")
        self.nothing = e is None
        self.start = self.end = self.grain = None
        self.timed = self.certain_time = False
        self.open = bool(e and e.get("open"))
        self.fields = {}
        if self.nothing:
            return
        if "grain" in e:
            self.start, self.grain = self.of_text(e["start"]), e["grain"]
            self.end = self.of_text(e["end"]) if e.get("end") else None
            self.move_to_zone_of(case)
        else:
            self.fields = e.get("start") or {}
            self.start = self.of_chrono(e, "start")
            self.end = self.of_chrono(e, "end")

    def move_to_zone_of(self, case):
        """Duckling writes every time in the reference's zone; the words are in their own."""
        zone = next((w for w in re.findall(r"[a-z]+", case["input"].lower()) if w in ZONES), None)
        if zone is None or self.start is None:
            return
        own = dt.datetime.fromisoformat(case["reference"]).utcoffset()
        away = dt.timedelta(hours=ZONES[zone]) - own
        self.start += away
        self.end = self.end and self.end + away

    @staticmethod
    def of_text(text):
        return None if text.startswith("-") else local(text)

    def of_chrono(self, e, which):
        fields, date = e.get(which) or {}, e.get(which + "_date") or {}
        text = date.get("local") or date.get("string")
        when = None
        if "hour" in fields and which == "start":
            self.certain_time = fields["hour"] != 12 or "meridiem" in fields or "minute" in fields
        try:
            if text:
                when = local(text)
            elif "year" in fields:
                when = dt.datetime(fields["year"], fields.get("month", 1), fields.get("day", 1))
        except ValueError:
            return None
        if when and "hour" in fields and (not text or not text.startswith("-")):
            when = when.replace(hour=fields["hour"], minute=fields.get("minute", when.minute))
        return when


def reference_of(case):
    reference = case["reference"]
    if reference is None:
        return dt.datetime(2024, 5, 2, 12)
    if isinstance(reference, str):
        return local(reference)
    if "local" in reference:
        try:
            return local(reference["local"])
        except ValueError:
            return None
    if "epoch_ms" in reference:
        return dt.datetime.fromtimestamp(reference["epoch_ms"] / 1000, dt.timezone.utc).replace(
            tzinfo=None)
    text = re.sub(r"\s*(GMT.*)?$", "", reference["string"])
    for form in ("%a %b %d %Y %H:%M:%S", "%b %d %Y %H:%M:%S", "%a %b %d %Y", "%A %b %d %Y",
                 "%A %d %B %Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text, form)
        except ValueError:
            pass
    return None


def as_news_writes(case):
    """Names in capitals."""
    text = case["input"]
    holiday = isinstance(case["expected"], dict) and case["expected"].get("holiday")

    def capital(found):
        word = found[0]
        if re.sub("s$", "", word.lower()) in NAMES:
            return word if word[0].isupper() else word[0].upper() + word[1:]
        if word.lower() in ZONES:
            return word.upper()
        if word.lower() in NAMES or (holiday and word.lower() not in SMALL):
            return word if word[0].isupper() else word[0].upper() + word[1:]
        return word

    return re.sub(r"[A-Za-z][A-Za-z']*", capital, text)


def near(a, b, grain):
    slack = {"second": dt.timedelta(minutes=1), "minute": dt.timedelta(minutes=1),
             "hour": dt.timedelta(minutes=1)}.get(grain, dt.timedelta(0))
    return abs(a - b) <= slack


def holds(span, e):
    """Whether a span of days is what duckling expects, start and grain."""
    start, end, grain = span
    wanted_end = e.end or unit(e.start, e.grain if e.grain else "day")
    if grain == "time":
        return near(start, e.start, "minute") and not (e.end and e.grain == "day")
    if start == e.start and end == wanted_end:
        return True
    inside = e.start <= start and end <= wanted_end
    if grain == "part":
        return start.date() == e.start.date() and start < wanted_end and e.start < end \
            and (e.end is not None or e.grain == "hour")
    if grain == "weekend":
        return inside or e.start.date() in (start.date(), (start + DAY).date())
    if grain == "season":
        overlap = min(end, wanted_end) - max(start, e.start)
        return overlap * 2 > wanted_end - e.start
    return False


def is_part_of(span, mod, e):
    """Early, mid and late are thirds in one library and fixed days in the other."""
    start, end, _ = span
    wanted_end = e.end or unit(e.start, e.grain)
    overlap = min(end, wanted_end) - max(start, e.start)
    return mod in ("START", "MID", "END") and overlap * 2 > min(end - start, wanted_end - e.start)


def holds_instant(case, span, e):
    """Whether a span of days is what chrono expects: an instant, no grain."""
    start, end, grain = span
    words = case["expected"].get("text") or case["input"]
    if not start <= e.start < end and not (grain == "time" and near(start, e.start, "minute")):
        if not (grain == "part" and start.date() == e.start.date()):
            return False
    if grain == "time" and start == e.start:
        return True
    if grain in ("time", "part"):
        return e.certain_time or "hour" in e.fields or e.start.hour not in (0, 12)
    if grain == "day":
        return not e.certain_time
    named = re.search(r"(?i)week|month|year|quarter|qtr", words)
    return bool(named) or (grain in ("month", "year") and e.start.day == 1)


COUNTED = re.compile(r"(?i)\b(ago|hence|from (right )?now|later|earlier|before|after|back|in|"
                     r"within)\b")


def counted(case, timex, span, e, reference):
    """Counted units: the unit holds the expected moment; an amount reaches it."""
    days = amount(timex["value"]) if timex["type"] == "DURATION" else None
    if days is not None:
        end = e.end or (unit(e.start, e.grain) if e.grain in ("week", "month", "quarter", "year")
                        else None)
        stretch = (end - e.start) / DAY if end else None
        if stretch and e.grain and abs(stretch - days) <= max(0.07 * days, 0.001):
            return True
        away = abs(e.start - reference) / DAY
        slack = max(1.0 if days >= 1 else 0.001, 0.04 * days)
        return abs(away - days) <= slack
    if not span or not COUNTED.search(case["input"]):
        return False
    start, end, grain = span
    named = grain in ("day", "week", "month", "quarter", "year")
    return named and start <= e.start < end and e.end is None


def judge_one(case, timex, e, reference):
    span = value_span(timex["value"], timex.get("mod"))
    if timex["value"] == "PRESENT_REF":
        return near(e.start, reference, "minute") or e.start.date() == reference.date()
    if counted(case, timex, span, e, reference):
        return True
    if not span:
        return False
    if e.end and e.start == reference and e.end in span[:2]:  # by 2 p.m., until Monday
        return True
    days = [0, 1] if span[2] == "time" and span[0].date() == reference.date() else [0]
    for day in days:
        moved = (span[0] + day * DAY, span[1] + day * DAY, span[2])
        if e.grain and (holds(moved, e) or is_part_of(moved, timex.get("mod"), e)):
            return True
        if not e.grain and not e.end and holds_instant(case, moved, e):
            return True
    return e.open and e.start in span[:2]


def judge_range(first, last, e):
    a, b = value_span(first["value"]), value_span(last["value"])
    if not a or not e.end:
        return False
    same_start = near(a[0], e.start, "minute") if a[2] == "time" else a[0].date() == e.start.date()
    days = amount(last["value"]) if last["type"] == "DURATION" else None
    if days:
        return same_start and abs((e.end - e.start) / DAY - days) <= (1 if days >= 1 else 0.001)
    if not b:
        return False
    if b[2] == "time":
        ends = [b[0], b[1]] + ([b[0] + HOUR] if e.grain == "hour" else [])
        return same_start and any(near(end, e.end, "minute") for end in ends)
    return same_start and (b[1] if e.grain else b[0]).date() == e.end.date()


def judge(case, found):
    e, reference = Expected(case), reference_of(case)
    if e.nothing:
        return not [t for t in found if t["type"] in ("DATE", "TIME") and
                    not t["value"].endswith("_REF")]
    if e.start is None:
        return judge_fields(case, found)
    return any(judge_one(case, t, e, reference) for t in found if not e.end or e.grain) or \
        any(judge_range(first, last, e) for first, last in zip(found, found[1:]))


def judge_fields(case, found):
    """Cases of chrono that name fields, or only the words; and years before the calendar's."""
    e = case["expected"]
    fields = e.get("start") if isinstance(e.get("start"), dict) else {}
    before = f"BC{-fields['year']:04}-{fields['month']:02}-{fields['day']:02}" \
        if fields.get("year", 0) < 0 else None
    for t in found:
        if isinstance(e.get("start"), str):
            if t["value"] == "BC" + e["start"][1:5]:
                return True
            continue
        if before and t["value"] == before:
            return True
        span = value_span(t["value"])
        if fields:
            values = {"hour": "hour", "minute": "minute", "day": "day", "month": "month",
                      "year": "year"}
            if span and all(getattr(span[0], values[k]) == v for k, v in fields.items()
                            if k in values):
                return True
            if not set(fields) & set(values) and "weekday" in fields and span and \
                    span[0].isoweekday() % 7 == fields["weekday"]:
                return True
            if set(fields) == {"timezoneOffset"}:
                return True
        elif e.get("text") and words_of(t["text"]) == words_of(e["text"]):
            return True
    ends = " ".join(words_of(t["text"]) for t in found)
    wanted = re.sub(r"\s*(\bto\b|-|–|\bthrough\b)\s*", " ", words_of(e.get("text") or ""))
    return bool(not fields and wanted and ends == wanted)


def words_of(text):
    return re.sub(r"^(on|at|in|the|for|within) ", "", " ".join(text.lower().split()))


def left_out_cases():
    cases = {}
    for line in (HERE / "time_cases_left_out.txt").read_text().splitlines():
        line = line.split("#", 1)[0] if line.startswith("#") else line
        if line.strip() and not line.startswith("="):
            case, reason = line.split("\t")[:2]
            cases[case] = reason
    return cases


SENTENCES = ("{}", "They will meet {}.", "They will meet on {}.")


def tag(build, cases, sentence):
    articles = []
    for case in cases:
        reference = reference_of(case) or dt.datetime(2024, 5, 2, 12)
        articles.append(json.dumps({"id": case["id"], "dct": reference.isoformat()[:16],
                                    "text": sentence.format(as_news_writes(case))}))
    done = subprocess.run([build / "dateline", "tag", "-q", "-"], input="\n".join(articles),
                          capture_output=True, text=True, check=False)
    return {o["id"]: o["timex"] for o in map(json.loads, done.stdout.splitlines())}


def print_failure(case, found):
    got = "; ".join(" ".join((t["text"], "=", t["value"], t.get("mod", ""))) for t in found)
    print(f"{case['id']}\t{case['input']}\t{got}\t{json.dumps(case['expected'])}")


def score(name, build, left_out, show):
    cases = [json.loads(line) for line in (DATA / SETS[name]).read_text().splitlines()]
    held = {c["id"] for c in cases[2::3]}
    kept = [c for c in cases if f"{name}:{c['id']}" not in left_out]
    found = [tag(build, kept, sentence) for sentence in SENTENCES]
    counts = {}
    for case in kept:
        ways = found[:1] if case["expected"] is None else found
        right = [judge(case, way.get(case["id"], [])) for way in ways]
        text = (case["expected"] or {}).get("text")
        alone = found[0].get(case["id"], [])
        spans = text and words_of(text) in [words_of(t["text"]) for t in alone]
        for part in ("all", "held back" if case["id"] in held else "others"):
            row = counts.setdefault(part, {"cases": 0, "right": 0, "sentence": 0, "span": 0})
            row["cases"] += 1
            row["right"] += any(right)
            row["sentence"] += any(right) and not right[0]
            row["span"] += bool(spans)
        if show and not any(right) and case["id"] not in held:
            print_failure(case, alone)
    print(f"{name}: {len(cases)} cases, {len(cases) - len(kept)} left out")
    for part, row in sorted(counts.items()):
        print(f"  {part:10} {row['right']:4} of {row['cases']:4} right, "
              f"{100 * row['right'] / row['cases']:5.1f} %; {row['sentence']} of them in a sentence; "
              f"{row['span']} with the same span")


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if not DATA.is_dir():
        print("../shared is not here: the cases of other libraries are not scored")
        return 77
    build = pathlib.Path(arguments[0] if arguments else "build").resolve()
    left_out = left_out_cases()
    for name in SETS:
        score(name, build, left_out, "--failures" in sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
