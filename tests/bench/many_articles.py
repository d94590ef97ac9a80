#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes N articles made from collections of articles, as JSON Lines on standard output.

  many_articles.py N COLLECTION.jsonl...

Where there are fewer articles than that, copies are made that tell other stories: in each copy the
years are others, or the names (words that the collections never write without a capital), or both.
Which articles are taken is a matter of hashes, so a smaller number is a thinner sample of the same.
Standard library only.
"""
import hashlib
import json
import re
import sys

SUFFIXES = ["", "ado", "ent", "ikov", "os", "una"]
YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
WORD = re.compile(r"\b[A-Za-z]{4,}\b")
FIXED = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June",
         "July", "August", "September", "October", "November", "December", "Sept"}


def read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def names_of(articles):
    words = {w for a in articles for w in WORD.findall(a.get("text", ""))}
    return {w for w in words if w[0].isupper() and w[1:].islower() and w.lower() not in words} - FIXED


def copy(article, number, names):
    years, suffix = number // len(SUFFIXES), SUFFIXES[number % len(SUFFIXES)]

    def retell(text):
        text = YEAR.sub(lambda m: str(int(m.group()) + years), text)
        return WORD.sub(lambda m: m.group() + suffix if m.group() in names else m.group(), text)

    told = dict(article, id=f"{article['id']}-{number}")
    for key in ("title", "text", "published"):
        if key in told:
            told[key] = retell(told[key])
    if "02-29" in told.get("published", ""):
        told["published"] = told["published"].replace("02-29", "02-28")
    return told


def main():
    if len(sys.argv) < 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    wanted = int(sys.argv[1])
    articles = list(read(sys.argv[2:]))
    names = names_of(articles)
    most_copies = max(-(-wanted // len(articles)), 30)
    places = [(i, k) for i in range(len(articles)) for k in range(most_copies)]
    places.sort(key=lambda p: hashlib.md5(f"{p[0]} {p[1]}".encode()).digest())
    for i, k in places[:wanted]:
        print(json.dumps(copy(articles[i], k, names), ensure_ascii=False))


if __name__ == "__main__":
    main()
