#!/bin/bash
# SPDX-License-Identifier: MIT
# docs/limits.md and the code say the same: each constant that the page names is one of src/, each
# test that it names is one of tests/, and no constant that is called a limit is left out, but for the
# measures of the chart. LONGEST_UTF8 is Unicode's.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/rules.sh
page=docs/limits.md

# What stands in backticks in the column $1 of the tables of so many columns, a line each.
named() {
    awk -F'|' -v column="$1" -v columns="$2" '/^\| `/ && NF == columns + 2 {print $(column + 1)}' \
        $page | grep -oE '`[^`]+`' | tr -d '`'
}

constants() {
    grep -rhoE '(#define +|[{,] *|^ +)[A-Z][A-Z_]+( +[^ ]| = )' src --include='*.[ch]' \
        --include='*.re' | grep -oE '[A-Z][A-Z_]+' | sort -u
}

{ named 1 3; named 1 4; } | sort -u | grep -v '^CJSON_' | comm -23 - <(constants) |
    rule "each constant that the page names is defined in src/"

# "test_x.c one two" a row: the functions are of the file before them.
awk -F'|' '/^\| `/ && NF == 6 {gsub("`", "", $5); print $5}' $page | while read -ra tests; do
    file=
    [ ${#tests[@]} -gt 0 ] || echo "a row names no test"
    for name in "${tests[@]}"; do
        case $name in
        *.c | *.sh) file=$(find tests -name "$name" | head -n 1) ;;
        *) grep -qsE "^static void $name\(" "$file" || file= ;;
        esac
        [ -n "$file" ] || echo "$name"
    done
done | rule "each test that the page names is one of tests/"

grep -rhoE '#define (LARGEST|LONGEST|MOST|DEEPEST|HIGHEST|FARTHEST|WIDEST)_[A-Z_0-9]+' src \
    --include='*.[ch]' --include='*.re' --exclude='chart_*' --exclude-dir=train | awk '{print $2}' |
    grep -vx LONGEST_UTF8 | sort -u | while read -r constant; do
        grep -qw "$constant" $page || echo "$constant"
    done | rule "each constant that is called a limit is on the page"

rules_end
