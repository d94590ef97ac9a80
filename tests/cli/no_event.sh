# SPDX-License-Identifier: MIT
# Articles without a date: exit status 1, and no calendar, which could not be empty.
run 1 build data/undated.txt -o story.ics
only
run 1 build data/undated.txt
