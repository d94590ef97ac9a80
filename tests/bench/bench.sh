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
sentences=$folder/sentences
rm -rf "$sentences"
mkdir -p "$sentences"

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
# Files of 4 MB: of a text that is longer than 8 MiB no more is read.
"$build/tests/bench/bench_sentences" "$articles" |
    split -C 4000000 --additional-suffix=.txt - "$sentences/"

echo "steps, one thread, of $from"
"$build/tests/bench/bench_steps" "$articles"

# What counting instructions is done on.
sample=$folder/sample.jsonl
awk -v left=600000 '(left -= length($0) + 1) < 0 { exit } { print }' "$articles" >"$sample"
for command in tag extract build; do
    echo
    tests/bench/instructions.sh "$build" "$sample" "$command" || [ $? -eq 77 ]
done

# took COMMAND...: seconds of processor time and kilobytes of memory. The output goes to a file: grep
# reads no further than the first hit where it goes nowhere.
took() {
    OUT=$folder/out bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$OUT" 2>/dev/null' - \
        "$build/tests/support/peak_memory" "$folder/peak" "$@" 2>&1 |
        awk -v peak="$folder/peak" '{ getline memory <peak; print $1 + $2, memory }'
}

names='January|February|March|April|May|June|July|August|September|October|November|December'
names="$names|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
modules=$build/npm/node_modules

# run_job NAME FILE, which may be a folder.
run_job() {
    case $1 in
    grep) LC_ALL=C took grep -rcwE "$names" "$2" ;;
    chrono-node) took node tests/bench/chrono_dates.cjs "$modules" "$2" ;;
    dateparser) took /usr/bin/python3 tests/bench/dateparser_dates.py "$2" ;;
    *) took "$build/dateline" "$1" -q -j 1 "$2" ;;
    esac
}

# compare WHAT ROUNDS FILE JOB...: by turns, so that what else the machine does is the same for all.
# The first job is what the others are compared with.
compare() {
    local what=$1 rounds=$2 file=$3 i job size
    shift 3
    size=$(find "$file" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
    echo
    echo "$what: $file, $size bytes, best of $rounds"
    for ((i = 0; i < rounds; i++)); do
        for job in "$@"; do
            echo "$job $(run_job "$job" "$file")"
        done
    done | awk -v size="$size" '
        !($1 in best) { order[++count] = $1; best[$1] = $2 }
        { best[$1] = $2 < best[$1] ? $2 : best[$1]; memory[$1] = $3 }
        END {
            for (i = 1; i <= count; i++) {
                seconds = best[order[i]] > 0 ? best[order[i]] : 0.001
                first = i == 1 ? seconds : first
                printf "%-22s %9.2f MB/s  %8.5f of %s  %6.0f MB of memory\n", order[i],
                    size / seconds / 1e6, first / seconds, order[1], memory[order[i]] / 1024
            }
        }'
}

compare "plain text, a sentence a line" 5 "$sentences" grep tag
compare "JSON Lines, an article a line; grep ends each line at its first hit" 3 "$articles" \
    grep read tag extract build

# What else finds dates in English, on as much as it does in seconds.
peer() {
    local job=$1 size=$2 file=$folder/$1.jsonl
    awk -v left="$size" '(left -= length($0) + 1) < 0 { exit } { print }' "$articles" >"$file"
    compare "beside $job" 2 "$file" tag "$job"
}
if [ -d "$modules/chrono-node" ] && command -v node >/dev/null; then
    peer chrono-node 2000000
else
    echo "chrono-node: skipped, it is not installed (make deps-bench)"
fi
if /usr/bin/python3 -c "import dateparser" 2>/dev/null; then
    peer dateparser 60000
else
    echo "dateparser: skipped, it is not installed (make deps-bench)"
fi

# Two threads: how long they take by the clock, where the machine is idle; and what the machine lets
# two programs gain that have nothing to do with each other, on a half of the articles each.
awk -v folder="$folder" '{ print >(folder "/half" NR % 2 ".jsonl") }' "$articles"

# by_clock COMMAND...: seconds, best of 3.
by_clock() {
    local i
    for i in 1 2 3; do
        OUT=$folder/out bash -c 'TIMEFORMAT="%R"; time "$@" >"$OUT" 2>/dev/null' - "$@" 2>&1
    done | sort -n | head -n 1
}
# halves WAIT COMMAND: both halves one after the other, or at once (WAIT is "&").
halves() {
    by_clock bash -c "$build/dateline $2 -q -j 1 $folder/half0.jsonl $1
        $build/dateline $2 -q -j 1 $folder/half1.jsonl; wait"
}
echo
echo "two threads, of one ($articles; by the clock); two programs at once, of one after the other"
for command in tag extract build; do
    echo "$command $(by_clock "$build/dateline" "$command" -q -j 1 "$articles")" \
        "$(by_clock "$build/dateline" "$command" -q -j 2 "$articles")" \
        "$(halves ';' "$command") $(halves '&' "$command")"
done | awk '{ printf "%-22s %.2f s, %.2f s: %.2f times; %.2f s, %.2f s: %.2f times\n",
                  $1, $2, $3, $2 / $3, $4, $5, $4 / $5 }'

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
echo
echo "web pages, one thread, $((size / 1000000)) MB of HTML"
{
    echo "grep $(LC_ALL=C took grep -cwE "$names" "$pages"/*)"
    for command in read build; do
        echo "$command $(took "$build/dateline" $command -q -j 1 "$pages")"
    done
} | awk -v size="$size" '{ printf "%-22s %9.2f MB/s\n", $1, size / ($2 > 0 ? $2 : 0.001) / 1e6 }'
