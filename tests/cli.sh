#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs the command-line cases, tests/cli/NAME.sh, with the program of the build folder $1.
# A case is run by bash -eu in an empty folder with the functions of tests/support/cli_case.sh; the
# articles are in its folder `data`, the program is $DATELINE. What it prints has to be
# NAME.stdout (nothing, without such a file) and, if there is one, NAME.stderr; its exit status that
# of NAME.exit, or 0. With --update, the files that are there are written instead of compared.
set -u
cd "$(dirname "$0")/.." || exit 2
top=$PWD
build=$(realpath "${1:-build}")
update=${2:-}
export DATELINE=$build/dateline BASH_ENV=$top/tests/support/cli_case.sh LC_ALL=C

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# Compares what came with what is expected, or makes it so.
compare() {
    local expected=$1 came=$2
    if [ "$update" = --update ]; then
        [ ! -e "$expected" ] || cp "$came" "$expected"
    elif [ -e "$expected" ]; then
        diff -u "$expected" "$came"
    fi
}

run_case() {
    local case=$1 wanted=0 status=0
    [ ! -e "$case.exit" ] || wanted=$(cat "$case.exit")
    rm -rf "$folder/case"
    mkdir "$folder/case"
    ln -s "$top/tests/cli/data" "$folder/case/data"
    (cd "$folder/case" && timeout 120 bash -eu "$top/$case.sh") \
        >"$folder/stdout" 2>"$folder/stderr" </dev/null || status=$?
    if [ $status -ne "$wanted" ]; then
        echo "exit status $status, not $wanted"
        cat "$folder/stdout" "$folder/stderr"
        return 1
    fi
    if [ ! -e "$case.stdout" ] && [ -s "$folder/stdout" ]; then
        echo "printed, but there is no $case.stdout:"
        cat "$folder/stdout"
        return 1
    fi
    compare "$case.stdout" "$folder/stdout" && compare "$case.stderr" "$folder/stderr"
}

for script in tests/cli/*.sh; do
    case=${script%.sh}
    if run_case "$case"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $case"
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
