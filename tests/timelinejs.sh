#!/bin/bash
# SPDX-License-Identifier: MIT
# Loads the slides that the program of the build folder $1 writes into TimelineJS, in Chromium.
# `make check-page` installs what this needs.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
modules=@knight-lab/timelinejs
. tests/support/chromium.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for name in story hostile; do
    case $name in
    story) "$build/dateline" build -q timelines/ever-given/articles -o "$folder/$name.json" ;;
    hostile) cp tests/page/hostile.json "$folder/$name.json" ;;
    esac || exit
    "$build/dateline" export -q "$folder/$name.json" -o "$folder/$name.timeline.json" || exit
    # A page from a disk may not ask for a file, but run it.
    { echo -n 'window.slides = '; cat "$folder/$name.timeline.json"; } >"$folder/$name.js"
    cat >"$folder/$name.html" <<END
<!DOCTYPE html>
<meta charset="utf-8">
<link rel="stylesheet" href="$NODE_PATH/$modules/dist/css/timeline.css">
<script src="$NODE_PATH/$modules/dist/js/timeline.js"></script>
<div id="timeline" style="width: 1200px; height: 600px"></div>
<script src="$name.js"></script>
<script>window.timeline = new TL.Timeline("timeline", slides, {font: null, is_embed: true});</script>
END
done
node tests/page/timelinejs.cjs "$folder"
