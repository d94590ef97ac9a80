#!/bin/bash
# SPDX-License-Identifier: MIT
# How well digests agree with timelines of journalists: each topic with a program whose models of
# dates and sentences were trained without it. The program of the build folder $1 is made again at the end.
#     tests/bench/digest_score.sh BUILD
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
timelines=../shared/data/timelines scorer=../shared/eval/run_timelines.py
[ -d "$timelines" ] && [ -f "$scorer" ] || { echo "../shared is not here"; exit 77; }
make -s BUILD="$build" all "$build/train-timeline"
folder=$build/bench/digests
mkdir -p "$folder"

# program_with ASSIGNMENT...: makes the program with another model.
program_with() {
    rm -f "$build"/generated/timeline/model/*.model.o "$build"/libdateline.*
    make -s BUILD="$build" "$@" all
}
trap program_with EXIT

for set in t17 entities; do
    for topic in "$timelines/$set"/*; do
        models=$folder/${topic##*/}
        mkdir -p "$models"
        "$build/train-timeline" --without "${topic##*/}" "$models" \
            "$timelines"/{t17,entities}/* >"$models/weights"
        program_with TIMELINE_MODELS="$models"
        cp "$build/dateline" "$models/dateline"
        python3 "$scorer" --program "$models/dateline" "$topic" 2>/dev/null | grep -v AVERAGE
    done >"$folder/$set"
    cat "$folder/$set"
    # Precision and recall are averaged over the timelines, F1 is made of these averages.
    awk -F '\t' -v set="$set" '
        { sub("P ", "", $3); sub("R ", "", $4); precision[$2] += $3; recall[$2] += $4; count[$2]++ }
        END { for (measure in count) {
                  p = precision[measure] / count[measure]; r = recall[measure] / count[measure]
                  printf "%s without the topic\t%s\tP %.4f\tR %.4f\tF %.4f\n", set, measure, p, r,
                      p + r ? 2 * p * r / (p + r) : 0 } }' "$folder/$set" | sort
done
