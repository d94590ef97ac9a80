#!/bin/bash
# SPDX-License-Identifier: MIT
# Lets one allocation after the other fail: the program of the build folder $1 may say that memory
# is out, but it must not fall, and a file that it writes is whole or not there. Of what draws charts
# and writes calendars only our own allocations fail: the libraries beneath end the program then.
# THOROUGH=N lets N allocations of each command fail; without it, some.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=$(realpath "${1:-build}")
runs=${THOROUGH:-12} # of each command
if is_sanitized "$build"; then
    echo "a sanitizer has its own malloc"
    exit 77
fi
needs_preload "$build" failing_malloc
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
declare -A outcomes
articles=tests/cli/data/articles

# How an outcome is not as it should be: a status that is not promised, nothing said, a file that is
# not the one that comes where nothing fails.
wrong_with() {
    local status=$1 good=$2 came=$3
    case $status in
    0) cmp "$good" "$came" ;;
    1 | 3 | 4) ;;
    2)
        grep -q '^dateline: ' "$folder/log" || echo "nothing is said"
        [ "$came" = "$folder/printed" ] || [ ! -e "$came" ] || echo "a file is left"
        ;;
    *) echo "exit status $status" ;;
    esac
    [ -z "$(find "$folder" -name '.*.[0-9]*')" ] || echo "a temporary file is left"
}

# fails_well OUTPUT ARGUMENT...: with each allocation failing in turn; "-" for standard output.
fails_well() {
    local output=$1 came=$folder/$1 total at status problem
    shift
    if [ "$output" = - ]; then
        came=$folder/printed
    else
        set -- "$@" -o "$came"
    fi
    LD_PRELOAD=$build/tests/preload/failing_malloc.so COUNT_TO=$folder/count \
        "$build/dateline" "$@" >"$folder/printed" 2>/dev/null
    total=$(cat "$folder/count")
    mv "$came" "$folder/good"
    for ((at = 1; at <= total; at += total / runs + 1)); do
        rm -f "$came"
        status=0
        LD_PRELOAD=$build/tests/preload/failing_malloc.so FAIL_AT=$at \
            "$build/dateline" "$@" >"$folder/printed" 2>"$folder/log" || status=$?
        problem=$(wrong_with $status "$folder/good" "$came" 2>&1)
        if [ -z "$problem" ]; then
            passed=$((passed + 1))
            outcomes[$status]=$((${outcomes[$status]:-0} + 1))
        else
            failed=$((failed + 1))
            printf '%s\n' "$problem" "FAILED allocation $at of $total: dateline $*"
            cat "$folder/log"
        fi
    done
}

"$build/dateline" build $articles -o "$folder/story.json" || exit 1
"$build/dateline" extract $articles >"$folder/events.jsonl" || exit 1
for format in txt json md; do
    fails_well "out.$format" build -j 1 $articles
done
fails_well out.txt build -j 3 $articles
fails_well page.txt build -j 1 tests/fuzz/seeds/html/article.html
fails_well feed.txt build -j 1 tests/fuzz/seeds/html/feed.xml
fails_well updated.json build -j 1 --update "$folder/story.json" $articles
for command in read tag 'tag --events' 'tag -t timeml' parse extract; do
    fails_well - $command -j 1 $articles
done
fails_well out.txt merge -j 1 "$folder/events.jsonl"
fails_well out.csv export "$folder/story.json"
fails_well out.timeline.json export "$folder/story.json"
export OWN_ONLY=1
for format in ics svg png pdf dot html; do
    fails_well "out.$format" export "$folder/story.json"
done

printf 'allocations by exit status:'
for status in $(printf '%s\n' "${!outcomes[@]}" | sort); do
    printf ' %s: %d' "$status" "${outcomes[$status]}"
done
printf '\n%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
