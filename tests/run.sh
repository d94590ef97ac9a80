#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs every test that `make test` built in the folder $1, then every other script beside this one.
# A test tells its cases on its last line, "N passed, N failed" (", N skipped"); one that does not
# is one case: exit status 0 passed, 77 skipped (its last line says why), anything else failed.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
time_limit=600

export ASAN_OPTIONS=allocator_may_return_null=1 \
    TSAN_OPTIONS=allocator_may_return_null=1:suppressions=$PWD/tests/support/foreign_races.txt
export UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/support/foreign_leaks.txt:print_suppressions=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0 skipped=0
counts='^([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$'

run() {
    local name=$1 status=0 last
    shift
    timeout "$time_limit" "$@" >"$log" 2>&1 </dev/null || status=$?
    last=$(tail -n 1 "$log")
    if [[ $last =~ $counts ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
        skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
        head -n -1 "$log"
        if [ $status -ne 0 ] && [ "${BASH_REMATCH[2]}" -eq 0 ]; then
            failed=$((failed + 1))
            echo "FAILED $name: exit status $status"
        fi
    elif [ $status -eq 0 ]; then
        passed=$((passed + 1))
    elif [ $status -eq 77 ]; then
        skipped=$((skipped + 1))
        echo "skipped $name: $last"
    else
        failed=$((failed + 1))
        cat "$log"
        echo "FAILED $name: exit status $status"
    fi
}

for source in tests/*/test_*.c; do
    name=${source%.c}
    run "$name" "$build/$name"
done
for source in tests/fuzz/fuzz_*.c; do
    name=${source%.c}
    run "$name" "$build/$name" tests/fuzz/seeds/"${name##*/fuzz_}"/*
done
for script in tests/*.sh; do
    [ "$script" = tests/run.sh ] || run "$script" "$script" "$build"
done

echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ $failed -eq 0 ]
