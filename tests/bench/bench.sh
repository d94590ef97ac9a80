#!/bin/bash
# SPDX-License-Identifier: MIT
# What the steps and the commands cost, with the programs of the build folder $1, and how fast
# `dateline tag` is beside a grep for the names of months and weekdays in the same file. The text is
# that of the shared collections where they lie beside the project, else the worked stories many
# times. docs/performance.md tells what came of it.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
folder=$build/bench
articles=$folder/articles.jsonl
sentences=$folder/sentences.txt
rounds=5
mkdir -p "$folder"

if ls ../shared/data/timelines/t17/*/articles.jsonl >/dev/null 2>&1; then
    from="the shared collections"
    cat ../shared/data/timelines/t17/*/articles.jsonl >"$articles"
else
    from="the worked stories, many times"
    "$build/dateline" read -q timelines/*/articles >"$folder/once"
    for ((left = 16000000; left > 0; left -= $(stat -c %s "$folder/once"))); do
        cat "$folder/once"
    done >"$articles"
fi
"$build/tests/bench/bench_sentences" "$articles" >"$sentences"

echo "steps, one thread, of $from"
"$build/tests/bench/bench_steps" "$articles"

# took COMMAND...: seconds of processor time. The output goes to a file: grep reads no further than
# the first hit where it goes nowhere.
took() {
    OUT=$folder/out bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$OUT" 2>/dev/null' - "$@" 2>&1 |
        awk '{ print $1 + $2 }'
}

# best SECONDS...
best() {
    printf '%s\n' "$@" | sort -n | head -n 1
}

# rate NAME BYTES SECONDS
rate() {
    awk -v name="$1" -v size="$2" -v took="$3" \
        'BEGIN { printf "%-34s %8.1f MB/s\n", name, size / took / 1e6 }'
}

names='January|February|March|April|May|June|July|August|September|October|November|December'
names="$names|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"

# beside_grep FILE WHAT: by turns, so that what else the machine does is the same for both.
beside_grep() {
    local file=$1 size greps=() tags=() i
    size=$(stat -c %s "$file")
    for ((i = 0; i < rounds; i++)); do
        greps+=("$(LC_ALL=C took grep -cwE "$names" "$file")")
        tags+=("$(took "$build/dateline" tag -q -j 1 "$file")")
    done
    echo
    echo "$2: $file, $((size / 1000000)) MB, best of $rounds"
    rate "grep -cwE of months and weekdays" "$size" "$(best "${greps[@]}")"
    rate "dateline tag -q -j 1" "$size" "$(best "${tags[@]}")"
    awk -v grep="$(best "${greps[@]}")" -v tag="$(best "${tags[@]}")" \
        'BEGIN { printf "%-34s %8.2f\n", "tag / grep", grep / tag }'
}

beside_grep "$sentences" "plain text, a sentence a line"
beside_grep "$articles" "JSON Lines, an article a line; grep ends each line at its first hit"

echo
echo "other commands, one thread, $articles"
for command in read extract build; do
    rate "dateline $command -q -j 1" "$(stat -c %s "$articles")" \
        "$(took "$build/dateline" $command -q -j 1 "$articles")"
done

# Web pages: those of the shared collection, else a page of furniture around each of the stories.
pages=$folder/pages
mkdir -p "$pages"
if ls ../shared/data/pages/html/*.html.gz >/dev/null 2>&1; then
    for page in ../shared/data/pages/html/*.html.gz; do
        gzip -dc "$page" >"$pages/$(basename "$page" .gz)"
    done
else
    for n in $(seq 300); do
        story=timelines/ever-given/articles/01-aground.txt
        {
            echo '<!doctype html><html lang="en"><body class="single"><nav class="menu"><ul>'
            for i in $(seq 400); do echo "<li class=\"item\"><a href=\"/news/$i\">More $i</a>"; done
            echo '</ul></nav><article class="post"><div class="article-body">'
            sed '/./{ s|^|<p class="text">|; s|$|</p>|; }' "$story"
            echo '</div></article></body></html>'
        } >"$pages/$n.html"
    done
fi
size=$(cat "$pages"/* | wc -c)
floor=$(LC_ALL=C took grep -cwE "$names" "$pages"/*)
echo "web pages, one thread, $((size / 1000000)) MB of HTML"
rate "grep -cwE of months and weekdays" "$size" "$floor"
for command in read build; do
    rate "dateline $command -q -j 1" "$size" \
        "$(took "$build/dateline" $command -q -j 1 "$pages")"
done
