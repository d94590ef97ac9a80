#!/bin/bash
# SPDX-License-Identifier: MIT
# The manual pages are well-formed, name every option, format and function, and their examples run
# with the program of the build folder $1. An example is a line "$ command", in a paragraph of its own
# (.Dl) or in a display; what follows it there is what it prints.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(realpath "${1:-build}")
docs=$PWD/docs
export PATH=$build:$PATH LC_ALL=C.UTF-8
command -v jq >/dev/null || { echo "jq is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

check() {
    local name=$1
    shift
    if "$@" >"$folder/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name"
        head -n 20 "$folder/log"
    fi
}

# ---- What they must name ----

names() {
    grep -qE -- "$2" "$1" || { echo "$1 does not name it"; return 1; }
}

for option in $(dateline --help | grep -oE '^  (-., |    )--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
    check "dateline.1: $option" names docs/dateline.1 "^\.It .*Fl $(sed 's/^-//' <<<"$option")( |$)"
done
for format in $(dateline --help | sed -n '/^Formats:$/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    check "dateline.1: $format" names docs/dateline.1 "^\.It Cm $format\$"
    check "dateline-formats.5: $format" names docs/dateline-formats.5 "^\.Ss (.*, )?$format(,|\$)"
done
for function in $(grep -A 3 '^DATELINE_API' include/dateline.h | grep -oE '\bdateline_[a-z_0-9]+\(' | tr -d '('); do
    check "libdateline.3: $function" names docs/libdateline.3 "\bFn $function\b"
done
for page in dateline.1 dateline-formats.5 libdateline.3; do
    # mandoc looks references up among the pages that are installed, which is none of our business.
    check "$page: form" sh -c '! mandoc -T lint -W warning "$1" | grep -v -e "cross reference" -e mandoc.db' sh "docs/$page"
done

# ---- Examples ----

# The lines of examples, without the marks of roff.
examples() {
    awk '/^\.Dl \$ / {sub(/^\.Dl /, ""); print; print ""}
        /^\.Bd -literal/ {inside = 1; next}
        /^\.Ed/ {inside = 0; print ""}
        inside' "$1" | sed 's/\\e/\\/g; s/\\(dq/"/g; s/\\&//g'
}

run_example() {
    bash -o pipefail -c "$1" >"$folder/printed" || return
    [ ! -s "$folder/wanted" ] || diff "$folder/wanted" "$folder/printed"
}

# A folder as the examples have it.
mkdir "$folder/work"
cp -r timelines/ever-given/articles "$folder/work/articles"
cd "$folder/work" || exit 2
mkdir part1 part2 today
cp articles/0[1-3]* part1
cp articles/0[4-7]* part2
cp articles/07* today
cp articles/01-aground.txt page.txt
dateline build -q articles -o story.json

for page in dateline.1 dateline-formats.5; do
    : >"$folder/wanted"
    command=
    while IFS= read -r line; do
        if [[ $line == '$ '* || -z $line ]]; then
            [ -z "$command" ] || check "$page: $command" run_example "$command"
            command=${line#\$ }
            : >"$folder/wanted"
        else
            echo "$line" >>"$folder/wanted"
        fi
    done < <(examples "$docs/$page")
done
check "libdateline.3: its example is example.c" diff <(examples "$docs/libdateline.3" | sed '$d') "$docs/example.c"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
