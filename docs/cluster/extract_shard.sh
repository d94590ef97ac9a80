#!/bin/bash
# SPDX-License-Identifier: MIT
# Extracts one shard, any file or folder that dateline reads:
#     extract_shard.sh SHARD TARGET
# TARGET appears whole or not at all, and one that is there is not made again: so any number of
# tasks may try it, in any order, on any machine that sees the folder. EXTRACT_OPTIONS: more options.
set -u
shard=$1 target=$2
[ -e "$target" ] && exit 0
if [ -f "$shard" ] && [ ! -s "$shard" ]; then
    echo "extract_shard.sh: $shard is empty; no $target" >&2
    exit 0
fi
# Hidden names are passed over by merge.
part=$(dirname "$target")/.$(basename "$target").$(hostname).$$
status=0
# shellcheck disable=SC2086 # options are words
dateline extract -j 1 ${EXTRACT_OPTIONS:-} "$shard" >"$part" || status=$?
case $status in
0 | 4) # done, or done but for what was named on standard error
    mv "$part" "$target"
    ;;
*)
    rm -f "$part"
    echo "extract_shard.sh: $shard: exit status $status, no $target" >&2
    exit $status
    ;;
esac
