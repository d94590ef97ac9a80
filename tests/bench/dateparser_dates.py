# SPDX-License-Identifier: MIT
"""Finds the dates of articles (JSON Lines) with dateparser, each counted from the article's own:

    python3 dateparser_dates.py ARTICLES.jsonl

Prints how many there are.
"""
import datetime
import json
import sys

from dateparser.search import search_dates

found = 0
for line in open(sys.argv[1], encoding="utf-8"):
    article = json.loads(line)
    settings = {"PREFER_DATES_FROM": "past"}
    try:
        settings["RELATIVE_BASE"] = datetime.datetime.fromisoformat(article["published"][:10])
    except (KeyError, ValueError):
        pass
    found += len(search_dates(article["text"], languages=["en"], settings=settings) or [])
print(found)
