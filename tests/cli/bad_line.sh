# SPDX-License-Identifier: MIT
# A line of JSON Lines that is wrong costs itself alone.
run 4 build data/one_bad_line.jsonl -t json
says data/one_bad_line.jsonl:
prints good-1 good-2
run 4 read data/one_bad_line.jsonl
[ "$(wc -l <out)" -eq 2 ]
