# SPDX-License-Identifier: MIT
"""Rows of events for compare.py, from what a client lists."""
import datetime
import re


def print_row(first, behind, title):
    """A row of dates, the second the day behind the last."""
    last = behind - datetime.timedelta(days=1)
    print(first.isoformat(), last.isoformat(), " ".join(title.split()), sep="|")


def date(text):
    """The date that "20240322" names."""
    return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def print_calendar(text):
    """A row for each event of an iCalendar file, which is believed to be well-formed."""
    text = re.sub(r"\r?\n[ \t]", "", text)
    for event in re.findall(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", text, re.S):
        event = re.sub(r"BEGIN:VALARM.*?END:VALARM\r?\n", "", event, flags=re.S)
        lines = dict(re.findall(r"(?m)^([A-Z-]+)(?:;[^:\n]*)?:(.*?)\r?$", event))
        title = re.sub(r"\\(.)", lambda escape: " " if escape[1] in "nN" else escape[1], lines["SUMMARY"])
        print_row(date(lines["DTSTART"]), date(lines["DTEND"]), title)
