# SPDX-License-Identifier: MIT
# An article that carries no date is given one by --date only, never by the clock.
printf 'The bridge was closed on Thursday.\n' >note.txt
run 0 read note.txt
prints '"published_from":"none"'
run 0 read --date 2024-05-24 note.txt
prints '"published":"2024-05-24"' '"published_from":"option"'
run 0 build --date 2024-05-24 -t json note.txt
prints '"2024-05-23"'
