#!/bin/bash
# SPDX-License-Identifier: MIT
# Of the program of the build folder $1: what few outputs need is loaded for these alone, and where it
# cannot be loaded it is named, and nothing else fails.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/holds.sh
build=$(realpath "${1:-build}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
story=timelines/ever-given/expected/timeline.json
articles=tests/cli/data/articles
charts="svg png pdf dot html"
calendars=ics
others="txt csv md json timeline.json"
passed=0 failed=0

soname() {
    sed -n "s/^#define SONAME_$1 \"\(.*\)\"/\1/p" "$build/generated/write/sonames.h"
}
drawing="$(soname cgraph) $(soname gvc) $(soname cairo)"
calendar=$(soname ical)
holds "the names of four libraries are known" [ "$(echo $drawing $calendar | wc -w)" -eq 4 ]

# ---- What is loaded ----

# loaded ARGUMENT...: the libraries that the program loads, a line each.
loaded() {
    LD_DEBUG=files LD_DEBUG_OUTPUT=$folder/debug "$build/dateline" "$@" >"$folder/printed" 2>&1
    sed -n 's|.*calling init: .*/||p' "$folder"/debug.* | sort -u
    rm -f "$folder"/debug.*
}

# loads WANTED ARGUMENT...: of the late libraries these, and no other.
loads() {
    local wanted=$1
    shift
    diff <(printf '%s\n' $wanted | grep . | sort) \
        <(loaded "$@" | grep -xF "$(printf '%s\n' $drawing $calendar)") >"$folder/difference"
}

holds "--version loads none" loads "" --version
for command in read 'tag --events' parse extract build; do
    holds "$command loads none" loads "" $command -q $articles
done
for format in $others; do
    holds "$format loads none" loads "" export -q $story -o "$folder/story.$format"
done
for format in $charts; do
    holds "$format loads what draws" loads "$drawing" export -q $story \
        -o "$folder/story.$format"
done
holds "a calendar loads what makes calendars" loads "$calendar" export -q $story \
    -o "$folder/story.ics"
count=$(loaded --version | wc -l)
holds "few libraries are loaded at the start, not $count" [ "$count" -le 20 ]
for file in dateline libdateline.so; do
    holds "$file asks the loader for none" eval \
        "! objdump -p '$build/$file' | grep -F NEEDED | grep -E 'gvc|cgraph|cairo|ical'"
done

# ---- What is missing ----

# export_without LIBRARY FORMAT: its exit status; an empty file stands where the library is.
export_without() {
    rm -rf "$folder/broken" "$folder/out"
    mkdir "$folder/broken" "$folder/out"
    : >"$folder/broken/$1"
    LD_LIBRARY_PATH=$folder/broken "$build/dateline" export -q $story -o "$folder/out/story.$2" \
        2>"$folder/said"
    echo $?
}

fails_without() {
    [ "$(export_without "$1" "$2")" -eq 2 ] && grep -qF "$1" "$folder/said" &&
        [ -z "$(ls "$folder/out")" ]
}
is_whole_without() {
    [ "$(export_without "$1" "$2")" -eq 0 ] && [ ! -s "$folder/said" ] &&
        cmp "$folder/story.$2" "$folder/out/story.$2"
}
page_has_no_chart() {
    [ "$(export_without "$1" html)" -eq 0 ] && grep -qF "$1" "$folder/said" &&
        ! grep -qF '<svg' "$folder/out/story.html" && grep -q '</html>' "$folder/out/story.html"
}

for library in $drawing; do
    for format in svg png pdf dot; do
        holds "$format without $library is not written, and it says why" fails_without "$library" $format
    done
    holds "a page without $library has no chart, and it says why" page_has_no_chart "$library"
    for format in $others $calendars; do
        holds "$format without $library is whole" is_whole_without "$library" $format
    done
done
holds "a calendar without $calendar is not written, and it says why" fails_without "$calendar" ics
for format in $others html; do
    holds "$format without $calendar is whole" is_whole_without "$calendar" $format
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
