#!/bin/bash
# SPDX-License-Identifier: MIT
# Which share of the lines of the files of src/ the tests ran, by what the programs of the build folder
# $1 counted: the least covered first. Fails where it is less than $2 per cent of all.
set -eu
cd "$(dirname "$0")/../.."
build=$1
least=$2

for counts in "$build"/{base,read,lang,time,event,timeline,write,cli}/*.gcda "$build"/*.gcda; do
    gcov --no-output --object-directory "${counts%/*}" "$counts" 2>/dev/null
done | awk -v least="$least" '
    /^File/ { file = substr($2, 2, length($2) - 2); is_ours = file ~ /^src\/.*\.c$/ }
    /^Lines executed/ && is_ours {
        sub("executed:", ""); sub("%", "")
        printf "%5.1f %% of %4d lines  %s\n", $2, $4, file | "sort -n"
        lines += $4
        run += $2 * $4 / 100
        is_ours = 0 # the sum of all files comes last
    }
    END {
        close("sort -n")
        printf "%5.1f %% of %d lines\n", 100 * run / lines, lines
        exit 100 * run / lines < least
    }'
