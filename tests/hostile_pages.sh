#!/bin/bash
# SPDX-License-Identifier: MIT
# Pages and archives that are made to hurt, read by the program of the build folder $1: each ends
# in time, in bounded memory, with a status and a message that say what was done about it, and costs
# no other input. The limits that they meet are those of docs/limits.md.
set -u
shopt -s lastpipe
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=$(realpath "${1:-build}")
sanitized=0
is_sanitized "$build" && sanitized=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

story='<p>The old bridge over the Lenna collapsed on Tuesday after a barge hit its middle pier, the
mayor said on 8 March 2023, and divers searched the river until it was dark.</p>'
page="<!doctype html><html><head><meta charset=utf-8><title>Bridge</title></head><body>$story"

# repeated TIMES TEXT: TIMES a power of ten
repeated() {
    local text=$2 left=$1
    for (( ; left > 1; left /= 10)); do
        [ ${#text} -lt 100000 ] || break
        text=$text$text$text$text$text$text$text$text$text$text
    done
    for (( ; left > 0; left--)); do printf %s "$text"; done
}

# reads NAME STATUS SECONDS MEGABYTES MESSAGE: what stands on the input, as a file of that name.
# MESSAGE is a part of what is said or read.
reads() {
    local name=$1 wanted=$2 seconds=$3 megabytes=$4 message=$5 status=0 peak
    cat >"$folder/$name"
    printf 'A quiet day.\n' >"$folder/quiet.txt"
    ((sanitized)) && seconds=$((seconds * 12))
    timeout "$seconds" "$build/tests/support/peak_memory" "$folder/peak" "$build/dateline" read \
        -v -j 1 "$folder/$name" "$folder/quiet.txt" >"$folder/out" 2>"$folder/said" || status=$?
    peak=$(($(cat "$folder/peak" 2>/dev/null || echo 0) / 1024))
    if [ $status -ne "$wanted" ] || { [ $sanitized -eq 0 ] && [ $peak -gt "$megabytes" ]; } ||
        ! grep -q '"id":"quiet.txt"' "$folder/out" ||
        ! cat "$folder/said" "$folder/out" | grep -qaF -- "$message"; then
        failed=$((failed + 1))
        echo "FAILED $name: status $status, $peak MB, $(head -c 300 "$folder/said")"
    else
        passed=$((passed + 1))
    fi
    rm "$folder/$name"
}

# Everything on one line, 100 MB of it.
sentence='The old bridge over the Lenna collapsed on Tuesday after a barge hit a pier, the mayor said. '
repeated 1000000 "$sentence" |
    reads line.txt 0 30 200 'is longer than 8 MiB; it is read up to there'
{ printf %s "$page<p>" && repeated 1000000 "$sentence"; } |
    reads line.html 0 30 200 'is longer than 8 MiB; it is read up to there'
{ printf %s "$page" && repeated 100000000 '<'; } |
    reads signs.html 0 60 200 'is longer than 8 MiB'

# Elements.
{ printf %s "$page" && repeated 100000 '<div>' && printf %s "$story"; } |
    reads nested.html 0 10 60 'has elements too deep within each other; the page is read up to there'
{ printf %s "$page" && repeated 100000 '<table><tr><td><b><a>' && printf %s "$story"; } |
    reads tables.html 0 10 100 'has elements too deep within each other'
{ printf %s "$page" && repeated 1000000 '<p><i></i><b></b>'; } |
    reads many.html 0 30 200 'has too many elements; the page is read up to there'
{ printf %s "$page<div " && seq -f 'a%g=1' 100000 && printf %s ">$story"; } |
    reads attributes.html 0 10 60 'has more than 200 attributes on an element; the others are left out'
{ printf %s "$page<div class='" && repeated 10000000 'x ' && printf %s "'>$story"; } |
    reads value.html 0 20 200 '"id":"value.html"'
{ printf %s "$page" && repeated 1000000 '<!--' && printf %s "$story"; } |
    reads comments.html 0 20 200 '"id":"comments.html"'
{ printf %s "<script type='application/ld+json'>" && repeated 1000000 '[' &&
    printf %s "</script>$page"; } |
    reads data.html 0 10 100 '"id":"data.html"'

# References to characters, and entities that grow without end.
{ printf %s "$page<p>" && repeated 1000000 '&amp;&#x1F600;&#99999999999;&nosuchname'; } |
    reads references.html 0 30 200 'is longer than 8 MiB'
{
    printf '%s' "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'xxxxxxxxxx'>"
    for i in {1..20}; do
        printf '<!ENTITY a%d "%s">' "$i" "$(repeated 10 "&a$((i - 1));")"
    done
    printf '%s' "]><rss><channel><item><description>&a20;</description></item></channel></rss>"
} | reads laughs.xml 4 10 60 'has no text in item 1; skipped'

# Charsets, NULs, characters that nobody sees.
{ printf %s "$page<p>" && repeated 100000 $'caf\xe9 caf\xc3\xa9 \xff\xfe'; } |
    reads charsets.html 0 10 100 '"id":"charsets.html"'
{ printf %s "$page<p>A b" && head -c 10 /dev/zero && printf %s 'ridge.'; } |
    reads few_nuls.html 0 10 60 '"id":"few_nuls.html"'
{ printf %s "$page" && head -c 10000000 /dev/zero; } | reads nuls.html 4 10 60 'is not text; skipped'
printf '%s' $'<title>\u202eBridge\u202c fell</title><meta name=author content="Ann\u200b Lee">' \
    $'<time>\u200e8 \u200eMarch \u200e2023</time>' "$story" |
    reads unseen.html 0 10 60 '"title":"Bridge fell","author":"Ann Lee","published":"2023-03-08"'

# What is packed, and what lies about its length.
{ printf %s "$page" && repeated 100000 "$story"; } | gzip -1 | head -c 10000 |
    reads cut.html.gz 4 10 60 'its gzip data ends too early'
head -c 300000000 /dev/zero | gzip -1 | reads zeros.html.gz 4 20 60 'is not text; skipped'
for length in 999999999999 -1 99999999999999999999999 5; do
    printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %s\r\n' $length
    printf 'Content-Type: application/http; msgtype=response\r\n\r\nHTTP/1.1 200 OK\r\n'
    printf 'Content-Type: text/html\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n' $length "$page"
done | reads lengths.warc 4 10 60 'lengths.warc'
{
    body=$(printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n%s' \
        "$page")
    printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n' ${#body}
    printf 'Content-Type: application/http; msgtype=response\r\n\r\n%s\r\n\r\n' "$body"
} | reads longer.warc 0 10 60 '"id":"longer.warc#1"'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
