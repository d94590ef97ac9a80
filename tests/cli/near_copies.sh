# SPDX-License-Identifier: MIT
# A report that two sites print is one source; a copy without a date has that of its twin. By build,
# and by extract and merge, in any order.
report="The old bridge over the Lenna collapsed on Tuesday after a barge hit its middle pier, and
eleven people were taken to hospitals in Varsk, the mayor said. Divers searched the river until it
was dark, while engineers looked at the piers that still stood."
mkdir told
printf 'Published: 8 March 2023\n\n%s\n' "$report" >told/gazette.txt
printf '%s\n' "$report" | sed 's/taken to hospitals/brought to hospitals/' >told/mirror.txt
run 0 build -v -t json told
grep -o '"id":"mirror.txt",.*"copy_of":"[a-z.]*"' out
mv out built
run 0 extract told/gazette.txt
mv out gazette.jsonl
run 0 extract told/mirror.txt
mv out mirror.jsonl
run 0 merge -t json mirror.jsonl gazette.jsonl
same built out
run 0 export -t json built
same built out
