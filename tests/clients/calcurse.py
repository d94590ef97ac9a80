# SPDX-License-Identifier: MIT
"""The events of calcurse's file `apts`."""
import re
import sys

DATE = r"(\d\d)/(\d\d)/(\d{4})"
LINE = DATE + r" \[\d+\](?: \{1D -> " + DATE + r"\})?(?: ?>[0-9a-f]{40})? (.*)"
for month, day, year, month2, day2, year2, title in re.findall(LINE, sys.stdin.read()):
    first = "-".join((year, month, day))
    print(first, "-".join((year2, month2, day2)) if year2 else first, title, sep="|")
