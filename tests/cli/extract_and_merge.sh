# SPDX-License-Identifier: MIT
# Extracting by parts, on any machine, and merging gives what building gives.
run 0 build -t json data/articles
cp out built
run 0 extract data/articles/bridge.txt data/articles/week.jsonl
cp out part1.jsonl
run 0 extract data/articles/council.md data/articles/ferry.json
cp out part2.jsonl
run 0 merge -t json part1.jsonl part2.jsonl
same built out
run 0 merge -t json part2.jsonl part1.jsonl
same built out
cat part1.jsonl part2.jsonl >parts.jsonl
run 0 merge -t json parts.jsonl
same built out
