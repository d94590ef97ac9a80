#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes copies of what `extract` wrote that tell other stories, on standard output.

  many_lines.py LINES.jsonl COPIES

The first copy is as it is. In each of the others the years are others, and so are the names (words
with a capital, but for those of the calendar and those that begin sentences). Sketches are left
out, so that the copies are none of each other. Standard library only.
"""

import re
import sys

COMMON = set(
    "January February March April June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday The There They This That These Those When "
    "While What With From After Before During Until Last Next Yesterday Today Tomorrow".split())
NAME = re.compile(r"(?<![\\A-Za-z])[A-Z][a-z]{3,}")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
CONSONANTS = "bcdfghklmnprstvwz"
LAST_SHIFT = 40  # years


class Copy:
    """What one copy is told with."""

    def __init__(self, number):
        self.number = number
        self.years = -(number * 3 % LAST_SHIFT)
        self.names = {}

    def name(self, match):
        word = match.group(0)
        if word in COMMON:
            return word
        if word not in self.names:
            letters = [word[0]]
            for place, letter in enumerate(word[1:], 1):
                at = CONSONANTS.find(letter)
                turned = (at + self.number * (1 + place % 3)) % len(CONSONANTS)
                letters.append(CONSONANTS[turned] if at >= 0 else letter)
            self.names[word] = "".join(letters)
        return self.names[word]

    def year(self, match):
        return str(int(match.group(0)) + self.years)

    def dates(self, text):
        return YEAR.sub(self.year, text).replace("-02-29", "-02-28")

    def article(self, line):
        line = re.sub(r'"sketch":"[0-9a-f]+",', "", line)
        line = re.sub(r'"digest":"[0-9a-f]{4}', f'"digest":"{self.number:04x}', line)
        line = re.sub(r'("published":")([^"]*)', lambda m: m.group(1) + self.dates(m.group(2)), line)
        return re.sub(r'"id":"', f'"id":"{self.number}/', line, count=1)

    def mention(self, line):
        line = re.sub(r'"article":"', f'"article":"{self.number}/', line, count=1)
        told = line.find('"order":')
        return line[:told] + NAME.sub(self.name, self.dates(line[told:]))


def main():
    path, copies = sys.argv[1], int(sys.argv[2])
    for number in range(copies):
        copy = Copy(number)
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if number and line.startswith('{"type":"article"'):
                    line = copy.article(line)
                elif number:
                    line = copy.mention(line)
                sys.stdout.write(line)


if __name__ == "__main__":
    main()
