#!/bin/bash
# SPDX-License-Identifier: MIT
# Scores the timeline of a story against its hand-made chronology, where the shared data lies beside
# the project, and asks for no less than the least that was promised.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
story=../shared/stories/crocus-city-hall
scorer=../shared/eval/score_story.py
[ -d "$story" ] && [ -f "$scorer" ] || { echo "../shared is not here"; exit 77; }
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
timeline=$(mktemp --suffix=.json)
trap 'rm -f "$timeline"' EXIT
"$build/dateline" build -q "$story"/articles/*.txt -o "$timeline" || exit 1
score=$(python3 "$scorer" "$story/gold.jsonl" "$timeline")
echo "$score"
awk '{ good = 1
       for (i = 1; i < NF; i++)
           if (($i == "recall" && $(i + 1) < 75) || ($i == "titles" && $(i + 1) < 55) ||
               ($i == "precision" && $(i + 1) < 60))
               good = 0
       print good " passed, " 1 - good " failed"; exit !good }' <<<"$score"
