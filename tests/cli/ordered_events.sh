# SPDX-License-Identifier: MIT
# What only comes after another event has a place and no day, in every format, until a source dates it.
cat >quake.txt <<'TEXT'
Published: 9 March 2023

A strong earthquake struck the town of Karsova on March 7, 2023. After the earthquake, the mayor
closed the bridge.
TEXT
printf 'Published: 12 March 2023\n\nThe mayor closed the bridge on March 8. The bridge is old.\n' >bridge.txt
run 0 build quake.txt -o quake.json
run 0 export quake.json -t txt --brief
prints '[2023-03-07..2023-03-09]  The mayor closed the bridge [1 source]'
run 0 export quake.json -t txt
prints 'Day not known: told as “After the earthquake”'
run 0 export quake.json -t json
same quake.json out
run 0 extract quake.txt
cp out mentions.jsonl
run 0 merge mentions.jsonl -t json
same quake.json out
run 0 export quake.json --fuzzy-dates -t ics
says '1 entry of which only the order is known'
[ "$(grep -c BEGIN:VEVENT out)" -eq 1 ] || fail "not one event: $(cat out)"

id=$(sed -nE 's/^\{"id":"(e[0-9a-f]{12})".*"title":"The mayor.*/\1/p' quake.json)
printf 'date %s [2023-03-08..2023-03-09]\n' "$id" >corrections
run 0 export quake.json --corrections corrections -t txt --brief
prints '[2023-03-08..2023-03-09]  The mayor closed the bridge'

run 0 build --update quake.json bridge.txt -t json
cp out updated.json
grep "^{\"id\":\"$id\".*\"date\":\"2023-03-08\".*\"sequence\":1" updated.json >/dev/null ||
    fail "not dated anew: $(cat updated.json)"
