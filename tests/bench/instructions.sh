#!/bin/bash
# SPDX-License-Identifier: MIT
# How many instructions a byte the steps of a command take, and which share of the whole that is:
# the same in every run, whatever else the machine does.
#
#     tests/bench/instructions.sh BUILD ARTICLES.jsonl COMMAND
#
# A step's figure is with all that it calls, so those of a step in another are in both. callgrind
# has no AVX-512: the parser's products take more here than on a machine that has.
set -eu
cd "$(dirname "$0")/../.."
build=$1 articles=$2 command=$3
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# inclusive FILE ARGUMENT...: a function and its instructions a line; the whole is "PROGRAM".
inclusive() {
    valgrind --tool=callgrind --callgrind-out-file="$folder/counts" "$build/dateline" "$@" \
        >/dev/null 2>&1 || true
    callgrind_annotate --inclusive=yes --auto=no --threshold=100 "$folder/counts" |
        sed -n 's/^ *\([0-9,]*\) ([^)]*)  *\(.*\)/\1 \2/p' |
        awk '{ gsub(",", "", $1)
               sub(/^.*:/, "", $2)
               if ($1 + 0 > most[$2]) most[$2] = $1 + 0 }
             END { for (name in most) printf "%s %.0f\n", name, most[name] }'
}

inclusive "$command" -q -j 1 "$articles" >"$folder/steps"
inclusive --version >"$folder/start"
echo "instructions of dateline $command -q -j 1, $(stat -c %s "$articles") bytes"
awk -v size="$(stat -c %s "$articles")" '
    FILENAME ~ /start$/ { if ($1 == "PROGRAM") start = $2; next }
    { count[$1] = $2 }
    function row(name, number) {
        if (number)
            printf "%-44s %8.1f a byte %6.1f %%\n", name, number / size, number * 100 / count["PROGRAM"]
    }
    END {
        row("the whole", count["PROGRAM"])
        row("start of the program and its libraries", start)
        row("reading", count["articles_read"])
        row("  JSON", count["json_parse"])
        row("  what each block is", count["blocks_mark"])
        row("splitting into sentences", count["sentences_split"])
        row("time expressions", count["timexes_find"])
        row("words and what they are, where asked for", count["sentence_analyse"])
        row("the same of a part of a sentence", count["sentence_analyse_near"])
        row("  tagging, of both", count["words_tag"])
        row("words as the model of events sees them", count["events_ask"])
        row("heads and relations", count["sentence_parse"])
        row("mentions from them", count["extractor_tell"])
        row("digests of articles", count["story_add"])
        row("making the timeline", count["timeline_build"])
        row("writing lines", count["tag_line_add"] + count["extract_lines"])
    }' "$folder/start" "$folder/steps"
