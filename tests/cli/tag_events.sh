# SPDX-License-Identifier: MIT
# Tagging gives events where they are asked for, and only then; the same with any number of threads.
printf 'Zürich – The court ruled on Monday. It may not sit again.\n' >page.txt
run 0 tag --date 2024-05-02 --events page.txt
says_nothing
prints '"eid":"e1","start":19,"end":24,"text":"ruled","class":"OCCURRENCE","tense":"PAST"' \
    '"aspect":"NONE","polarity":"POS","pos":"VERB","when":"t1"' \
    '"polarity":"NEG","modality":"may","pos":"VERB","when":'
run 0 tag --date 2024-05-02 page.txt
! grep -q events out || fail "gives events without being asked"
run 2 build --events page.txt
says 'no option here'
run 0 tag --events -j 1 data/articles
cp out first
run 0 tag --events -j 7 data/articles
same first out
