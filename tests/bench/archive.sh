#!/bin/bash
# SPDX-License-Identifier: MIT
# What web pages and a web archive of them cost, with the programs of the build folder $1: megabytes
# a second of processor time on one thread, and the most memory held. The pages are those of the
# folder $2 (each may be gzipped); the archive, of $3 megabytes (1000), is made of them under the
# build folder, once plain and once with a member of gzip for each record.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
pages=${2:-../shared/data/pages/html}
megabytes=${3:-1000}
if [ ! -d "$pages" ]; then
    echo "no pages in $pages: nothing is measured"
    exit 77
fi
folder=$build/bench/archive
rm -rf "$folder"
mkdir -p "$folder/pages"
for page in "$pages"/*; do
    name=$(basename "$page" .gz)
    if [ "$page" != "${page%.gz}" ]; then gzip -dc "$page"; else cat "$page"; fi \
        >"$folder/pages/$name"
done

# record FILE NUMBER: the page as an archive keeps the response of a server.
record() {
    local head=$'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
    printf 'WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2024-05-24T10:00:00Z\r\n'
    printf 'WARC-Target-URI: https://pages.example/%s\r\n' "$2"
    printf 'Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s' \
        $((${#head} + $(stat -c %s "$1"))) "$head"
    cat "$1"
    printf '\r\n\r\n'
}

number=0
for page in "$folder/pages"/*; do
    number=$((number + 1))
    record "$page" $number >"$folder/record"
    cat "$folder/record" >>"$folder/once.warc"
    gzip -1 -c "$folder/record" >>"$folder/once.warc.gz"
done
size=$(stat -c %s "$folder/once.warc")
for ((left = megabytes * 1000000; left > 0; left -= size)); do
    cat "$folder/once.warc" >&3
    cat "$folder/once.warc.gz" >&4
done 3>"$folder/all.warc" 4>"$folder/all.warc.gz"

# cost NAME BYTES INPUT...: of reading the input on one thread.
cost() {
    local name=$1 size=$2 took
    shift 2
    took=$(OUT=$folder/out bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$OUT" 2>/dev/null' - \
        "$build/tests/support/peak_memory" "$folder/peak" "$build/dateline" read -q -j 1 "$@" 2>&1)
    awk -v name="$name" -v size="$size" -v took="$took" -v peak="$(cat "$folder/peak")" 'BEGIN {
        split(took, seconds, " ")
        printf "%-28s %7.0f MB %8.1f MB/s %6.0f MB held\n", name, size / 1e6,
               size / (seconds[1] + seconds[2]) / 1e6, peak / 1024 }'
}

cost "pages" "$(cat "$folder/pages"/* | wc -c)" "$folder/pages"
cost "archive" "$(stat -c %s "$folder/all.warc")" "$folder/all.warc"
cost "archive, gzip by record" "$(stat -c %s "$folder/all.warc")" "$folder/all.warc.gz"
rm -rf "$folder"
