# SPDX-License-Identifier: MIT
# Tagging explains each expression where it is asked to, and only then.
printf 'The court ruled on Monday.\n' >page.txt
run 0 tag --date 2024-05-02 page.txt
prints '"anchorTimeID":"t0"'
! grep -q explain out || fail "explained without being asked"
run 0 tag --date 2024-05-02 --explain page.txt
says_nothing
prints '"found_by":"date"' '"pattern":"W"' '"tense":"past"' 'the last such weekday'
run 2 build --explain page.txt
says 'no option here'
