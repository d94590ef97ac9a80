# SPDX-License-Identifier: MIT
# Colours on a terminal alone, and there not against NO_COLOR; its width; a line an entry.
command -v script >/dev/null || exit 0
on_terminal() {
    TERM=xterm script -qec "$*" /dev/null </dev/null | tr -d '\r' >out
}
escape=$(printf '\033[1m')
run 0 build -q data/articles
! grep -qF "$escape" out || fail "colours in a pipe"
cp out plain
on_terminal "$DATELINE build -q data/articles"
prints "$escape"
on_terminal "NO_COLOR=1 COLUMNS=72 $DATELINE build -q data/articles 2>/dev/null"
same plain out
on_terminal "COLUMNS=50 $DATELINE build -q --brief data/articles 2>/dev/null"
prints "$escape" '…'
run 0 build -q --brief data/articles
! grep -qE "$escape|…" out || fail "colours, or lines that are cut, in a pipe"
run 0 build -q data/articles -o story.json
[ "$(wc -l <out)" -eq 0 ]
run 0 export --brief story.json
[ "$(wc -l <out)" -eq "$(grep -c '^{"id":"e' story.json)" ]
