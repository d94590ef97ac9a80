#!/bin/bash
# SPDX-License-Identifier: MIT
# Whatever keys the hash tables get by lot, and in whatever order they so hold what they hold, each
# command of the build folder $1 writes the same bytes.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=$(realpath "${1:-build}")
needs_preload "$build" fixed_entropy
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

"$build/dateline" extract -q timelines/*/articles >"$folder/events.jsonl" || exit 1

# same_with_any_key ARGUMENT...: what it writes to standard output.
same_with_any_key() {
    local entropy
    "$build/dateline" "$@" >"$folder/by_lot"
    for entropy in 0 77 200 none; do
        LD_PRELOAD=$build/tests/preload/fixed_entropy.so ENTROPY=$entropy \
            "$build/dateline" "$@" >"$folder/fixed"
        if [ -s "$folder/fixed" ] && cmp "$folder/by_lot" "$folder/fixed"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED with the key $entropy: dateline $*"
        fi
    done
}

for format in json html; do
    same_with_any_key build -q -t $format timelines/*/articles tests/cli/data/articles
done
same_with_any_key merge -q -t svg "$folder/events.jsonl"
for command in read 'tag --events' extract; do
    same_with_any_key $command -q timelines/*/articles tests/cli/data/articles
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
