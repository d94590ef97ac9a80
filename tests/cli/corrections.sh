# SPDX-License-Identifier: MIT
# Corrections by id, on each run; what is wrong with them is said by lines.
cat >mill.txt <<'TEXT'
Published: 8 March 2023

The old mill at Lenna burned down on March 2. A new bridge at Varsk was opened on March 4. The mayor
of Varsk resigned on March 5.
TEXT
printf 'Published: 9 March 2023\n\nThe mill at Lenna, an old one, burned down on March 2, 2023, killing 3 people.\n' >fire.txt
run 0 build mill.txt fire.txt -o story.json
id_of() { sed -nE "s/^\{\"id\":\"(e[0-9a-f]{12})\".*\"title\":\"[^\"]*$1.*/\1/p" "${2:-story.json}"; }
mill=$(id_of burned) bridge=$(id_of opened) mayor=$(id_of resigned)
[ -n "$mill" ] && [ -n "$bridge" ] && [ -n "$mayor" ] || fail "an entry is not there"

printf '# by hand\n\ntitle %s The mill burns\ndate %s 2023-03-03\ndrop %s\n' "$mill" "$bridge" "$mayor" >corrections
run 0 build mill.txt fire.txt --corrections corrections -t csv
prints ',The mill burns,' "$bridge,2023-03-03,2023-03-03,2023-03-03,"
! grep -q resigned out || fail "what was dropped is there"
cp out corrected
run 0 export story.json --corrections corrections -t csv
same corrected out
run 0 extract mill.txt fire.txt
cp out mentions.jsonl
run 0 merge mentions.jsonl --corrections corrections -t csv
same corrected out

printf 'merge %s %s\nsplit %s killing 3\n' "$bridge" "$mayor" "$mill" >corrections
run 0 build mill.txt fire.txt --corrections corrections -t json
[ "$(grep -c '^{"id":"e' out)" -eq 3 ] || fail "not three entries: $(cat out)"
grep "^{\"id\":\"$bridge\"" out | grep opened | grep -q resigned || fail "not merged"
grep "^{\"id\":\"$mill\"" out | grep -q 'killing 3' && fail "not split"
run 0 export story.json --corrections corrections -t json
says 'corrections:0: line 1: entries are split and merged by build and merge only'

printf 'drop e000000000000\nsplit %s purple\nmerge %s e000000000000\n' "$mill" "$mill" >corrections
run 0 build mill.txt fire.txt --corrections corrections -t json
says 'line 1: no entry has the id "e000000000000"' 'line 2: no mention of' 'line 3: no entry has'
same story.json out

printf 'drop\nmove %s\ndate %s soon\nmerge %s\ndrop a b\n\xff\n' "$mill" "$mill" "$mill" >corrections
run 4 build mill.txt fire.txt --corrections corrections -t json
says 'line 1 names no entry' 'line 2 is no correction' 'line 3 has no EDTF date' \
    'line 4 names no second entry' 'line 5 has more than one id' 'line 6 is not valid UTF-8'
same story.json out
run 2 build mill.txt --corrections nowhere
says 'nowhere: cannot be opened'
