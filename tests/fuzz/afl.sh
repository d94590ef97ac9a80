#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs each fuzz driver of the build folder $1, made by AFL++'s compiler, for $2 seconds, from its
# seeds and what it found before. What makes a driver fall or hang is kept under build/afl/found.
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$1
seconds=$2
export AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_AUTORESUME=1
export AFL_NO_AFFINITY=1 AFL_FORKSRV_INIT_TMOUT=60000
export ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0:allocator_may_return_null=1
status=0

for driver in "$build"/tests/fuzz/fuzz_*[!.]?; do
    [ -x "$driver" ] || continue
    name=${driver##*/fuzz_}
    found=$build/found/$name
    mkdir -p "$found"
    afl-fuzz -V "$seconds" -m none -t 20000 -i "tests/fuzz/seeds/$name" -o "$found" -- "$driver" \
        >"$build/$name.log" 2>&1
    fallen=$(find "$found/default" -path '*crashes*/id*' -o -path '*hangs*/id*' 2>/dev/null)
    runs=$(sed -n 's/^execs_done *: *//p' "$found/default/fuzzer_stats" 2>/dev/null)
    if [ -n "$runs" ] && [ -z "$fallen" ]; then
        echo "$name: $runs runs, no fall"
    else
        printf '%s\n' "$fallen" "FAILED $name"
        status=1
    fi
done
exit $status
