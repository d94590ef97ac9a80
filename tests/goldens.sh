#!/bin/bash
# SPDX-License-Identifier: MIT
# Builds each worked story, timelines/NAME/articles, in every form that timelines/NAME/expected
# holds, with the program of the build folder $1, and compares. With --update, writes them anew.
# Pixels and the drawing library's numbers differ between its versions: of a chart's SVG, what it
# shows and what it says are compared, and of its source for Graphviz, where everything stands.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
update=${2:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# What of a file has to be the same everywhere.
essence() {
    case $1 in
    *.svg) grep -oE ' class="[^"]*"| aria-label="[^"]*"|>[^<>]+<' "$1" ;;
    *.dot) grep -oE '^[[:space:]]*(class|pos|width|height)=("[^"]*"|[^],;]*)' "$1" ;;
    *.html) sed '/^<svg/,/^<\/svg>/d' "$1" ;;
    *.png) head -c 8 "$1" | od -c ;;
    *.pdf) head -c 5 "$1" | od -c ;;
    *) cat "$1" ;;
    esac
}

for expected in timelines/*/expected; do
    [ -d "$expected" ] || continue
    story=${expected%/expected}
    for file in "$expected"/*; do
        name=${file##*/}
        if [ "$update" = --update ]; then
            "$build/dateline" build "$story/articles" -o "$file"
        elif "$build/dateline" build -q "$story/articles" -o "$folder/$name" &&
            diff -u <(essence "$file") <(essence "$folder/$name"); then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED $file"
        fi
    done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
