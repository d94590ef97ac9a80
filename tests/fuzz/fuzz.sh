#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs each fuzz driver of the build folder $1 for $2 seconds, from its seeds and what it found
# before. What makes a driver fall is kept beside it; copy it to the seeds once it is mended.
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$1
seconds=$2
export ASAN_OPTIONS=allocator_may_return_null=1
status=0

# The words of the grammar: bytes at random seldom make one.
dictionary=$build/words.dict
grep -ohE "'[a-z][a-z. -]*'|\"[A-Z][A-Za-z. -]*\"" src/time/en/*.re | tr "'" '"' | sort -u \
    >"$dictionary"

for driver in "$build"/tests/fuzz/fuzz_*[!.]?; do
    [ -x "$driver" ] || continue
    name=${driver##*/fuzz_}
    log=$build/$name.log
    mkdir -p "$build/corpus/$name"
    if "$driver" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=65536 -dict="$dictionary" \
        -print_final_stats=1 -artifact_prefix="$build/$name-" \
        "$build/corpus/$name" "tests/fuzz/seeds/$name" >"$log" 2>&1; then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs, no fall"
    else
        cat "$log"
        echo "FAILED $name"
        status=1
    fi
done
exit $status
