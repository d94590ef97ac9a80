# SPDX-License-Identifier: MIT
"""Compares what a client shows with a timeline: compare.py TIMELINE.json [--fuzzy-dates] <ROWS

Each row is "first|last|title". Every event that a calendar can show has to be there once, with its
days and its title, before which the time of day, or the words of a date that is no day, may stand."""
import json
import re
import sys


def wanted(path, fuzzy):
    for event in json.load(open(path, encoding="utf-8"))["events"]:
        is_days = re.fullmatch(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", event["date"])
        if fuzzy or (is_days and event["granularity"] in ("time", "day", "span")):
            yield event["earliest"], event["latest"], " ".join(event["title"].split())


def day(text):
    return "%04d-%02d-%02d" % tuple(int(part) for part in text.split("-"))


def shown(lines):
    for line in lines:
        first, last, title = line.rstrip("\n").split("|", 2)
        yield day(first), day(last), " ".join(title.split())


def is_title(shown_title, title):
    return shown_title == title or (
        shown_title.endswith(title) and
        re.fullmatch(r"\d\d:\d\d |[^:]+: ", shown_title[:len(shown_title) - len(title)]))


rows = sorted(shown(sys.stdin))
events = sorted(wanted(sys.argv[1], "--fuzzy-dates" in sys.argv))
count = len(rows)
faults = [] if events else ["the timeline has no event for a calendar"]
for event in events:
    same = [row for row in rows if row[:2] == event[:2] and is_title(row[2], event[2])]
    if same:
        rows.remove(same[0])
    else:
        faults.append("is missing: " + " ".join(event))
faults += ["is not in the timeline: " + " ".join(row) for row in rows]
print("\n".join(faults) if faults else f"{count} events, each with its days and title")
sys.exit(bool(faults))
