#!/bin/bash
# SPDX-License-Identifier: MIT
# Text that is made to cost much costs the program of the build folder $1 no more than its length: the
# instructions that twice as much takes are counted, of what is added, so that the start of the
# program does not count. Twice the text adds twice the instructions where they grow with the length,
# and four times as many where they grow with its square.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=$(realpath "${1:-build}")
most=2.6
if ! command -v valgrind >/dev/null; then
    echo "valgrind, which counts instructions, is not installed"
    exit 77
fi
if is_built_with "$build" 'asan|tsan|ubsan|gcov'; then
    echo "sanitizers and counters of coverage cost instructions of their own"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# instructions COMMAND...: how many the program takes.
instructions() {
    local counts=$folder/$BASHPID
    valgrind -q --tool=cachegrind --cache-sim=no --cachegrind-out-file="$counts" \
        "$build/dateline" "$@" >/dev/null 2>&1
    sed -n 's/^summary: \([0-9]*\).*/\1/p' "$counts"
}

# filled BYTES TEXT: the text over and over.
filled() {
    yes "$2" | tr -d '\n' | head -c "$1"
}

# articles COUNT TEXT: JSON Lines of articles that differ in nothing but their numbers, which stand
# for N in the text, and their days.
articles() {
    local i
    for ((i = 1; i <= $1; i++)); do
        printf '{"id":"%d","title":"Report %d","published":"2023-03-%02d","text":"%s"}\n' \
            $i $i $((i % 28 + 1)) "${2//N/$i}"
    done
}

# sizes NAME WRITER SIZE TEXT COMMAND...: the case is a line of what went wrong, or empty.
grows() {
    local name=$1 writer=$2 size=$3 text=$4 one two four input
    shift 4
    input=$folder/$name
    for times in 1 2 4; do
        $writer $((size * times)) "$text" >"$input.$times"
    done
    one=$(instructions "$@" "$input.1")
    two=$(instructions "$@" "$input.2")
    four=$(instructions "$@" "$input.4")
    awk -v a="$one" -v b="$two" -v c="$four" -v most=$most -v name="$name" 'BEGIN {
        least = a / 20 # added instructions that say how they grow
        ratio = c - b < least ? 0 : b > a ? (c - b) / (b - a) : 99
        printf "%s %s: %d, %d and %d million instructions, ratio %.2f\n",
            ratio <= most ? "passed" : "FAILED", name, a / 1e6, b / 1e6, c / 1e6, ratio
    }' >"$input.result"
}

# Each line: name, writer, size, command and text.
cases="
letters      filled   8000 extract  a
digits       filled   8000 extract  1
slashes      filled   8000 extract  1/
days         filled   8000 extract  March 3,
weekdays     filled   8000 extract  Monday
years        filled   8000 extract  2019 2020-
numbers      filled   8000 extract  twenty one hundred and
ranges       filled   8000 extract  from 3 to 5 May until
distances    filled   8000 extract  three days before the
names        filled   8000 extract  Anna Lee of the River Authority
commas       filled   8000 extract  , and,
quotes       filled   8000 extract  said \"he
brackets     filled   8000 extract  (on ( Monday
closing      filled   8000 extract  ) Monday ]
stops        filled   8000 extract  No. 3 Mr. A. B.
questions    filled   8000 extract  ?!.
hyphens      filled   8000 extract  a-b-
apostrophes  filled   8000 extract  's
lines        filled   8000 extract  \\n\\nA
headings     filled   8000 extract  \\n# May 3\\n
marks        filled   8000 read     *_*[a](b
clauses      filled   8000 extract  who said that on Monday the man who
tagged       filled   8000 tag      The man who left on May 3 said:
events       filled   4000 tag-e    The barge hit the pier on Monday and sank.
parsed       filled   4000 parse    The barge that hit the pier that held the bridge
pronouns     filled   8000 extract  He left on Monday. She said it.
elements     filled   8000 read-h   <div><p>a
references   filled   8000 read-h   &amp;&#65;&x
unclosed     filled   8000 read-h   <a href=\"
copies       articles   40 build    The barge hit the old bridge on Monday. It sank near the mill.
one_event    articles   40 build    On 3 March 2023 barge N hit the old bridge.
own_events   articles   40 build    Ship N sank off port N on 3 March 2023.
anchored     articles   40 build    Two days before the collapse, barge N left the harbour. The bridge collapsed on 3 March 2023.
figures      articles   40 build    The flood killed N people on 3 March 2023.
"

one_case() {
    local name writer size command text
    read -r name writer size command text <<<"$1"
    text=$(printf '%b' "$text ")
    case $command in
    tag-e) grows "$name" "$writer" "$size" "$text" tag -q -j 1 --events ;;
    read-h) grows "$name" html "$size" "$text" read -q -j 1 ;;
    *) grows "$name" "$writer" "$size" "$text" "$command" -q -j 1 ;;
    esac
}

html() {
    printf '<!doctype html><title>Bridge</title><body><p>The old bridge fell on 3 March 2023.'
    filled "$1" "$2"
}

while read -r line; do
    [ -n "$line" ] || continue
    one_case "$line" &
    while (($(jobs -rp | wc -l) >= 2)); do wait -n; done
done <<<"$cases"
wait

cat "$folder"/*.result >"$folder/results"
[ -z "${VERBOSE:-}" ] || cat "$folder/results"
grep '^FAILED' "$folder/results"
echo "$(grep -c '^passed' "$folder/results") passed, $(grep -c '^FAILED' "$folder/results") failed"
! grep -q '^FAILED' "$folder/results"
