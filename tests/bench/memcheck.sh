#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs each command and each format over the stories of timelines/ under valgrind's memcheck, with the
# program of the build folder $1: no wrong access, no jump by what was never written, nothing lost
# but what the libraries of tests/support/foreign_memory.supp keep. Takes minutes.
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$(realpath "${1:-build}")
command -v valgrind >/dev/null || { echo "valgrind is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

clean() {
    if valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
        --suppressions=tests/support/foreign_memory.supp "$build/dateline" "$@" \
        >"$folder/out" 2>"$folder/err" && ! grep -q '^==' "$folder/err"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED dateline $*"
        cat "$folder/err"
    fi
}

articles=$(echo timelines/*/articles)
"$build/dateline" build -q $articles -o "$folder/story.json" || exit 1
"$build/dateline" extract -q $articles >"$folder/events.jsonl" || exit 1
clean build -q -j 4 $articles
for command in read tag 'tag --events' 'tag -t timeml' extract parse; do
    clean $command -q -j 1 $articles
done
clean merge -q "$folder/events.jsonl"
clean build -q --update "$folder/story.json" $articles
for format in txt json ics svg png pdf dot html md csv timelinejs; do
    clean export -q "$folder/story.json" -t $format
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
