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
# Help and version are output, too.
for asked in --help --version 'build --help'; do
    status=0
    "$DATELINE" $asked >/dev/full 2>err || status=$?
    [ $status -eq 2 ] || fail "$asked: exit status $status on a full disk"
    says "standard output cannot be written"
done
# A reader that goes ends the program silently; where the signal is ignored, it is said.
status=0
{ sleep 0.3; status=0; "$DATELINE" read data/articles 2>err || status=$?; echo $status >ended; } | true
[ "$(cat ended)" -eq 141 ] || fail "exit status $(cat ended) where nobody reads"
says_nothing
(trap '' PIPE; { sleep 0.3; status=0; "$DATELINE" read data/articles 2>err || status=$?; echo $status >ended; } |
    true)
[ "$(cat ended)" -eq 2 ] || fail "exit status $(cat ended) where nobody reads and SIGPIPE is ignored"
says "standard output cannot be written: Broken pipe"
# No file that is opened gets the number of a standard descriptor that was closed: nothing is
# written into it but what belongs there.
run 0 build data/articles data/undated.txt -o good.json
"$DATELINE" build data/articles data/undated.txt -o story.json <&- >&- 2>&-
same good.json story.json
"$DATELINE" build -v data/articles data/undated.txt -o story.json 2>&-
same good.json story.json
status=0
"$DATELINE" build data/articles -o story.json -t txt >&- 2>err || status=$?
[ $status -eq 2 ] || fail "exit status $status where standard output is closed"
says "standard output cannot be written"
status=0
"$DATELINE" build - <&- 2>err || status=$?
[ $status -eq 3 ] || fail "exit status $status where standard input is closed"
says "Bad file descriptor"
