#!/bin/bash
# SPDX-License-Identifier: MIT
# What the steps and the commands cost, with the programs of the build folder $1. The text is that
# of the shared collections where they lie beside the project, else the worked stories many times.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
text=$folder/articles.jsonl
if ls ../shared/data/timelines/t17/*/articles.jsonl >/dev/null 2>&1; then
    cat ../shared/data/timelines/t17/*/articles.jsonl >"$text"
else
    for _ in $(seq 500); do
        "$build/dateline" read -q timelines/*/articles
    done >"$text"
fi
"$build/tests/bench/bench_steps" "$text"

# seconds COMMAND...: the best of three runs, of processor time. The output goes to a file: grep
# reads no further than the first hit where it goes nowhere.
seconds() {
    for _ in 1 2 3; do
        OUT=$folder/out bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$OUT" 2>&1' - "$@" 2>&1 |
            awk '{ print $1 + $2 }'
    done | sort -n | head -n 1
}

names='January|February|March|April|May|June|July|August|September|October|November|December'
names="$names|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
size=$(stat -c %s "$text")
floor=$(LC_ALL=C seconds grep -cwE "$names" "$text")
rate() {
    awk -v name="$1" -v size="$size" -v took="$2" -v floor="$floor" \
        'BEGIN { printf "%-34s %8.1f MB/s  %.3f of grep\n", name, size / took / 1e6, floor / took }'
}
echo "whole commands, one thread, of $((size / 1000000)) MB"
rate "grep -cwE of months and weekdays" "$floor"
for command in tag extract build; do
    rate "dateline $command -q -j 1" "$(seconds "$build/dateline" $command -q -j 1 "$text")"
done
