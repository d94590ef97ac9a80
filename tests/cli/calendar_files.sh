# SPDX-License-Identifier: MIT
# A calendar tells how much it leaves out, and can be a file a month.
run 0 build data/articles -o story.json -o story.ics
says 'whose date is no day' '--fuzzy-dates'
run 0 build data/articles -q -o story.ics
says_nothing
run 0 export story.json --fuzzy-dates -o fuzzy.ics
says_nothing
run 0 export -q story.json --split -o part.ics
[ ! -e part.ics ] || fail "the whole is there, too"
cat part-????-??.ics | grep '^UID:' | sort >parts
grep '^UID:' story.ics | sort | cmp - parts
ls part-*.ics | wc -l | grep -qv '^1$' || fail "one part"
run 0 export -q story.json --split -t ics
same story.ics out
run 2 read --split data/articles
says 'no option here'
