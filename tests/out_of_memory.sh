#!/bin/bash
# SPDX-License-Identifier: MIT
# Lets one allocation after the other fail: the program of the build folder $1 may say that memory
# is out, but it must not fall, and a file that it writes is whole or not there. The charts are left
# out: the drawing library ends the program where memory ends.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(realpath "${1:-build}")
runs=150
if nm "$build/libdateline.a" | grep -qE '__(asan|tsan|ubsan)_'; then
    echo "a sanitizer has its own malloc"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# fails_well NAME ARGUMENT...: with each allocation (of many: `runs` of them) failing in turn.
fails_well() {
    local name=$1 total at status
    shift
    LD_PRELOAD=$build/tests/preload/failing_malloc.so COUNT_TO=$folder/count \
        "$build/dateline" "$@" -o "$folder/$name" 2>/dev/null
    total=$(cat "$folder/count")
    for ((at = 1; at <= total; at += total / runs + 1)); do
        rm -f "$folder/$name"
        status=0
        LD_PRELOAD=$build/tests/preload/failing_malloc.so FAIL_AT=$at \
            "$build/dateline" "$@" -o "$folder/$name" >"$folder/log" 2>&1 || status=$?
        if [ $status -le 4 ] && { [ ! -e "$folder/$name" ] || [ $status -ne 2 ]; }; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED allocation $at of $total, exit status $status: dateline $*"
            cat "$folder/log"
        fi
    done
}

"$build/dateline" build tests/cli/data/articles -o "$folder/story.json" || exit 1
# Not the calendar and the chart: libical and Graphviz do not survive the end of memory.
for format in txt json md; do
    fails_well "out.$format" build -j 1 tests/cli/data/articles
done
fails_well page.txt build -j 1 tests/fuzz/seeds/html/article.html
fails_well feed.txt build -j 1 tests/fuzz/seeds/html/feed.xml
fails_well out.csv export "$folder/story.json"
fails_well out.timeline.json export "$folder/story.json"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
