#!/bin/bash
# SPDX-License-Identifier: MIT
# How well sentences and words are found, with the programs of the build folder $1, on the treebanks
# where they lie beside the project.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
treebanks=../shared/data/treebank

if ! ls $treebanks/*.conllu.gz >/dev/null 2>&1; then
    echo "no treebanks in $treebanks: sentences and words are not judged"
    exit 0
fi

# split NAME PREFIX: of the documents whose ids begin with the prefix.
split() {
    echo "$1 $2"
    "$build/tests/bench/bench_split" -d "$2" "$treebanks/$1.conllu.gz"
}
for part in train dev test; do
    split gum-$part GUM_news
done
for name in gum-dev gum-test ewt-dev ewt-test; do
    split $name ''
done
