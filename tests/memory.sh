#!/bin/bash
# SPDX-License-Identifier: MIT
# What a command holds in memory does not grow with the number of articles, whichever way they come:
# ten times as many take no more, with the programs of the build folder $1. And whatever one input
# is, `extract` holds less than 200 MB.
set -u
shopt -s lastpipe # stays_below counts in this shell
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=$(realpath "${1:-build}")
most=200   # megabytes
slack=2048 # kilobytes: threads and the allocator of the system are not as even as the work
if is_sanitized "$build"; then
    echo "a sanitizer keeps memory of its own"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# repeated TIMES FILE
repeated() {
    local i
    for ((i = 0; i < $1; i++)); do
        cat "$2"
    done
}

"$build/dateline" read -q timelines/*/articles >"$folder/once.jsonl" || exit 1
repeated $((4000000 / $(stat -c %s "$folder/once.jsonl"))) "$folder/once.jsonl" >"$folder/few.jsonl"
repeated 10 "$folder/few.jsonl" >"$folder/many.jsonl"
head -n $(($(wc -l <"$folder/few.jsonl") / 10)) "$folder/few.jsonl" >"$folder/fewest.jsonl"
gzip -1 -k "$folder/few.jsonl" "$folder/many.jsonl"

# peak NUMBER WAY COMMAND...: kilobytes held at most for the articles `fewest`, `few` or `many`.
peak() {
    local name=$folder/$1.jsonl way=$2
    shift 2
    local run=("$build/tests/support/peak_memory" "$folder/peak" "$build/dateline" "$@")
    case $way in
    file) "${run[@]}" "$name" ;;
    gzip) "${run[@]}" "$name.gz" ;;
    input) "${run[@]}" - <"$name" ;;
    pipe) cat "$name" | "${run[@]}" - ;;
    esac >/dev/null
    cat "$folder/peak"
}

# stays_even FEWER MORE WAY COMMAND...
stays_even() {
    local fewer more
    fewer=$(peak "$1" "${@:3}") more=$(peak "$2" "${@:3}")
    if ((more <= fewer + slack)); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED dateline ${*:4}, by $3: $fewer kB, of ten times as much $more kB"
    fi
}

for way in file input pipe gzip; do
    stays_even few many $way tag -q -j 1
    stays_even few many $way tag -q -j 4
done
stays_even few many file read -q -j 1
stays_even fewest few file extract -q -j 1

# Inputs that are large in one piece: 100 MB that are an array, a feed, a text, a page or a line.
story='The old bridge over the Lenna collapsed on Tuesday after a barge hit a pier, the mayor said.'
talk=$(repeated 20 <(echo 'Nobody was hurt, and the ferry goes on as it did. ') | tr -d '\n')
text="$story $talk"

# forever TEXT: the text again and again, to the size of $size bytes and the end of the line.
forever() {
    yes "$1" | head -c "$size"
    echo
}

# stays_below NAME COMMAND...: what comes from standard input, as a file of that name.
stays_below() {
    local name=$folder/$1
    shift
    cat >"$name"
    "$build/tests/support/peak_memory" "$folder/peak" "$build/dateline" "$@" "$name" \
        >"$folder/out" 2>"$folder/said"
    if (($(cat "$folder/peak") <= most * 1024)) && [ -s "$folder/out" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED dateline $* ${name##*/}: $(cat "$folder/peak") kB"
        head -c 300 "$folder/said"
    fi
    rm "$name"
}

size=100000000
{
    echo '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
    forever "<item><pubDate>2024-05-02T10:00:00Z</pubDate><description>$story</description></item>"
    echo '</channel></rss>'
} | stays_below feed.xml read -q -j 2
{ echo '[{"text": "It fell."}' && forever ",{\"date\": \"2024-05-02\", \"text\": \"$text\"}"; } |
    stays_below array.json read -q -j 2
{ echo '<!DOCTYPE html><body>' && forever '<p>A <b>b</b> <i>c</i>'; } |
    stays_below elements.html read -q -j 2
forever "$text" | gzip -1 | stays_below bomb.txt.gz read -q -j 2
{ printf '{"text": "' && forever "$text" | tr '\n' ' ' && echo && cat "$folder/few.jsonl"; } |
    stays_below line.jsonl read -q -j 2
size=9000000
{ echo '2 May 2024' && forever "$text" | tr '\n' ' '; } | stays_below line.txt extract -q -j 2
{ echo '2 May 2024' && forever "$text" | awk '{ print NR, $0 }'; } |
    stays_below lines.txt extract -q -j 2
{ echo '<!DOCTYPE html><body><h1>A bridge falls</h1>' && forever "<p>$text</p>"; } |
    stays_below page.html extract -q -j 2
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
