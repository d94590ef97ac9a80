#!/bin/bash
# SPDX-License-Identifier: MIT
# How well words are tagged and parsed, on the treebanks that lie beside the project: the words are
# theirs, what is told of them is that of the program in the build folder $1.
#
#     tests/bench/parse_score.sh [BUILD] [PART]...      (dev, test; both unless told)
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
shift || true
treebanks=../shared/data/treebank
scorer=../shared/eval/score_parse.py
if ! [ -d "$treebanks" ] || ! [ -f "$scorer" ]; then
    echo "skipped: ../shared is not here"
    exit 77
fi
parsed=$(mktemp --suffix=.conllu)
gold=$(mktemp --suffix=.conllu)
trap 'rm -f "$parsed" "$gold"' EXIT
for part in "${@:-dev test}"; do
    for name in $part; do
        for treebank in ewt gum; do
            gzip -cd "$treebanks/$treebank-$name.conllu.gz" >"$gold"
            "$build/dateline" parse -q "$gold" >"$parsed"
            printf '%-9s ' "$treebank-$name"
            python3 "$scorer" "$gold" "$parsed"
        done
    done
done
