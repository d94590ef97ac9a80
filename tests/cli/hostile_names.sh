# SPDX-License-Identifier: MIT
# What strangers named cannot command a terminal: each message is one line without control
# characters, whatever a file, an article or an option is called.
escape=$(printf '\033')
name=$(printf 'no\033]0;title\007\n\302\233file')
run 3 read "$name"
says 'no?]0;title????file: cannot be opened'
[ "$(wc -l <err)" -eq 2 ] || fail "$(cat err)"
printf '{"id":"a\\u001b[2Jb","title":"t\\u009b2J","text":"\\u001b[2J The old bridge was closed on 3 March 2024."}' >"$name.json"
printf '{"id":"a\\u001b[2Jb","text":"The new bridge was opened on 4 March 2024."}' >other.json
run 4 build -v "$name.json" other.json missing
! LC_ALL=C grep -q "[$escape$(printf '\007\233')]" out || fail "standard output: $(cat -v out)"
! LC_ALL=C grep -q "[$escape$(printf '\007\233')]" err || fail "standard error: $(cat -v err)"
run 2 build "--no$escape"
! grep -q "$escape" err || fail "an option"
rm "$name.json"
