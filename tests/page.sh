#!/bin/bash
# SPDX-License-Identifier: MIT
# Opens pages that the program of the build folder $1 writes in Chromium, without a screen, and uses
# them as readers do. `make check-page` installs what this needs.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
. tests/support/chromium.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$build/dateline" build -q timelines/ever-given/articles -o "$folder/story.html" || exit
"$build/dateline" export -q tests/page/hostile.json -o "$folder/hostile.html" || exit
node tests/page/page.cjs "$folder"
