#!/bin/bash
# SPDX-License-Identifier: MIT
# What `build` costs as articles become many: for each NUMBER of articles (1000, 10000 and 100000),
# made of the collections by many_articles.py, the seconds of processors, the milliseconds of them
# for an article, the seconds that pass, and the most memory that is held.
#     tests/bench/scale.sh BUILD [NUMBER...]
set -u
cd "$(dirname "$0")/../.." || exit 2
build=${1:-build}
shift
[ $# -gt 0 ] || set -- 1000 10000 100000
collections=(../shared/data/timelines/*/*/articles.jsonl)
[ -f "${collections[0]}" ] || { echo "../shared is not here"; exit 77; }
peak=$build/tests/support/peak_memory
[ -x "$peak" ] || make -s BUILD="$build" "$peak" || exit 2
folder=$build/bench
mkdir -p "$folder"
TIMEFORMAT='%U %R'
printf '%9s %9s %9s %12s %9s %9s\n' articles MB seconds ms/article passed MB-held
for number; do
    articles=$folder/articles-$number.jsonl
    [ -s "$articles" ] ||
        python3 tests/bench/many_articles.py "$number" "${collections[@]}" >"$articles" || exit 1
    seconds=$({ time "$peak" "$folder/peak" "$build/dateline" build -q "$articles" \
        -o "$folder/many.json"; } 2>&1)
    awk -v n="$number" -v s="$seconds" -v b="$(stat -c %s "$articles")" -v m="$(cat "$folder/peak")" \
        'BEGIN { split(s, t, " ")
                 printf "%9d %9.1f %9.1f %12.3f %9.1f %9.0f\n", n, b / 1e6, t[1], t[1] * 1000 / n, t[2], m / 1024 }'
done
