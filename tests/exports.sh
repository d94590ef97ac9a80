#!/bin/bash
# SPDX-License-Identifier: MIT
# Both libraries of the build folder $1 show the public names and nothing else, and all of them.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=${1:-build}
if is_built_with "$build" 'asan|tsan|ubsan|gcov'; then
    echo "sanitizers and counters of coverage show names of their own"
    exit 77
fi
declared=$(grep -A 3 '^DATELINE_API' include/dateline.h | grep -oE '\bdateline_[a-z_0-9]+\(' |
    tr -d '(' | sort -u)
status=0
check() {
    local library=$1
    shift
    diff <(echo "$declared") <(nm "$@" --defined-only "$library" | awk 'NF == 3 {print $3}' | sort) &&
        return
    echo "$library: declared (<) and shown (>) are not the same names"
    status=1
}
check "$build/libdateline.so" --dynamic
check "$build/libdateline.a" --extern-only
exit $status
