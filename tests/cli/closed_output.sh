# SPDX-License-Identifier: MIT
# Output that cannot be written is an error that is said, not a success.
status=0
"$DATELINE" build data/articles >/dev/full 2>err || status=$?
[ $status -eq 2 ] || fail "exit status $status on a full disk"
[ -s err ] || fail "nothing is said of a full disk"
status=0
"$DATELINE" read data/articles >/dev/full 2>err || status=$?
[ $status -eq 2 ] || fail "read: exit status $status on a full disk"
status=0
"$DATELINE" build data/articles >&- 2>err || status=$?
[ $status -eq 2 ] || fail "exit status $status where standard output is closed"
"$DATELINE" build data/articles -o story.json >&- || fail "standard output was not asked for"
