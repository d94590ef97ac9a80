# SPDX-License-Identifier: MIT
# Articles added to a timeline: the timeline of all of them, with the names that the entries had.
mkdir old new
cp data/articles/bridge.txt data/articles/council.md old
cp data/articles/week.jsonl data/articles/ferry.json new
printf 'Published: 1 January 2023\n\nThe old bridge was inspected on December 20.\n' >new/earlier.txt
# Without names, and what hangs on them.
nameless() { sed -E 's/"id":"e[0-9a-f]{12}"//; s/"uid":"[^"]*"//; s/,"sequence":1//; s/,"anchor":"[^"]*"//' "$1" >"$2"; }
names() { grep -oE '^\{"id":"e[0-9a-f]{12}"' "$1" | sort >"$2"; }

run 0 build old -o old.json
run 0 build old new -o all.json
run 0 build new --update old.json -o new.json
nameless all.json all
nameless new.json new-all
same all new-all
names old.json old-names
names new.json new-names
[ -z "$(comm -23 old-names new-names)" ] || fail "an id is gone"
# Given again, an article is no other; by extract and merge it is the same.
run 0 build old new --update old.json -t json
same new.json out
run 0 extract new
cp out new.jsonl
run 0 merge new.jsonl --update old.json -t json
same new.json out
# And again, with nothing new.
run 0 build new --update new.json -t json
nameless out again
same all again

# An older article that tells the same event would change its name, and adds to what it says.
printf 'Published: 3 March 2023\n\nThe old mill at Lenna burned down on March 2.\n' >later.txt
printf 'Published: 2 March 2023\n\nThe old mill at Lenna burned down today, March 2.\n' >first.txt
run 0 build later.txt -o mill.json
run 0 build first.txt --update mill.json -t json
names mill.json mill-names
names out mill-names2
same mill-names mill-names2
prints '"sequence":1'
cp out mill2.json
run 0 export mill2.json -t ics
prints SEQUENCE:1

# What is a selection holds no articles; what is no timeline is refused.
run 0 build old --max-dates 1 -o digest.json
run 0 build new --update digest.json -t json
says 'digest.json: is a selection'
run 2 build new --update nowhere.json
says 'nowhere.json: cannot be opened'
run 2 build new --update new.jsonl
says 'new.jsonl'
run 2 export old.json --update new.json
