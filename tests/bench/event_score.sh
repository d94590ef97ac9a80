#!/bin/bash
# SPDX-License-Identifier: MIT
# How well events are found, classed and dated, with the programs of the build folder $1: every
# third document of each corpus is left out of what the models learn from, and is what they are
# judged by. The corpora and the scorers lie beside the project; without them nothing is judged.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
corpora=../shared/data/temporal scorers=../shared/eval
if ! ls $corpora/te3-*.jsonl $scorers/score_events.py $scorers/score_when.py >/dev/null 2>&1; then
    echo "no corpora in $corpora: events are not judged"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
make BUILD="$build" "$build/train-events" >/dev/null
mkdir "$folder/models"
cp src/event/en/senses.model "$folder/models"
make BUILD="$build" EVENT_MODELS="$folder/models" LEARN=--held-back event-models >/dev/null
cp -a "$build" "$folder/build"
make BUILD="$folder/build" EVENT_MODELS="$folder/models" "$folder/build/dateline" >/dev/null

# judge NAME GOLD
judge() {
    "$folder/build/dateline" tag -q --events "$2" >"$folder/tagged.jsonl"
    echo "$1"
    python3 $scorers/score_events.py "$2" "$folder/tagged.jsonl"
    python3 $scorers/score_when.py "$2" "$folder/tagged.jsonl"
}
for corpus in "$corpora"/te3-*.jsonl; do
    name=$(basename "$corpus" .jsonl)
    awk 'NR % 3 == 0' "$corpus" >"$folder/$name.jsonl"
    judge "$name, held back" "$folder/$name.jsonl"
done
cat "$folder"/te3-*.jsonl >"$folder/both.jsonl"
judge "both, held back" "$folder/both.jsonl"
