# SPDX-License-Identifier: MIT
# A message stands on a line of its own, whatever shows the progress stood there; both go to standard
# error alone.
for ((i = 0; i < 100; i++)); do
    echo '{"date": "2024-05-02", "text": "The bridge fell on Tuesday."}'
done >hundred.jsonl
{ cat hundred.jsonl && echo '{"text": ' && cat hundred.jsonl; } >articles.jsonl
for threads in 1 2; do
    run 4 read --progress -j $threads articles.jsonl
    [ "$(wc -l <out)" -eq 200 ]
    grep -qF $'\r100 articles read\r\033[Kdateline: articles.jsonl:' err || fail "not on its own line"
    grep -qF $'\r200 articles read\r\033[K' err || fail "the progress is left standing"
done
run 4 read --progress -q -j 1 articles.jsonl
grep -qF $'\r200 articles read\r\033[K' err || fail "the quiet see no progress"
! grep -q dateline: err || fail "the quiet are told"
