#!/bin/bash
# SPDX-License-Identifier: MIT
# Which share of the lines of src/ the tests ran, by what the programs of the build folder $1 counted:
# file by file, the least covered first. Fails where it is less than $2 per cent of all.
set -eu
cd "$(dirname "$0")/../.."
build=$1
least=$2

lcov --quiet --capture --directory "$build" --base-directory . --no-external \
    --output-file "$build/lines.info"
awk -v least="$least" '
    /^SF:/ { is_ours = index($0, "/src/") && !index($0, "/generated/"); sub(".*/src/", ""); file = "src/" $0 }
    /^LF:/ && is_ours { lines[file] = substr($0, 4); all += lines[file] }
    /^LH:/ && is_ours { run[file] = substr($0, 4); all_run += run[file] }
    END {
        for (file in lines)
            printf "%5.1f %% of %4d lines  %s\n", 100 * run[file] / lines[file], lines[file], file | "sort -n"
        close("sort -n")
        printf "%5.1f %% of %d lines\n", 100 * all_run / all, all
        exit 100 * all_run / all < least
    }' "$build/lines.info"
