#!/bin/bash
# SPDX-License-Identifier: MIT
# What `merge` costs where mentions are many: the lines that `extract` writes of 100,000 articles
# (708,000 mentions; made by many_articles.py) in so many COPIES that tell other stories
# (many_lines.py), 14 unless told, which are 10 million mentions in 6 GB. Where a control group can
# be made, it may use 4 GB, with all that the system keeps of its files. Takes an hour, and 30 GB in
# the folder that TMPDIR names.
#     tests/bench/large_merge.sh BUILD [COPIES]
set -u
cd "$(dirname "$0")/../.." || exit 2
build=${1:-build}
copies=${2:-14}
memory=4G
collections=(../shared/data/timelines/*/*/articles.jsonl)
[ -f "${collections[0]}" ] || { echo "../shared is not here"; exit 77; }
peak=$build/tests/support/peak_memory
[ -x "$peak" ] || make -s BUILD="$build" "$peak" || exit 2
export TMPDIR=${TMPDIR:-/var/tmp}
folder=$(mktemp -d) || exit 2
groups=/sys/fs/cgroup/memory
[ -d "$groups" ] || groups=/sys/fs/cgroup
group=$groups/dateline-$$
trap 'rm -rf "$folder"; rmdir "$group" 2>/dev/null' EXIT

# Of the collections some articles have no text: exit status 4.
python3 tests/bench/many_articles.py 100000 "${collections[@]}" >"$folder/articles.jsonl" &&
    { "$build/dateline" extract -q "$folder/articles.jsonl" >"$folder/lines.jsonl" || [ $? -eq 4 ]; } &&
    python3 tests/bench/many_lines.py "$folder/lines.jsonl" "$copies" >"$folder/many.jsonl" ||
    { echo "the lines could not be made"; exit 1; }
mentions=$(grep -c '^{"type":"mention"' "$folder/many.jsonl")

limited=without
if mkdir "$group" 2>/dev/null && { echo $memory >"$group/memory.max" ||
    echo $memory >"$group/memory.limit_in_bytes"; } 2>/dev/null; then
    limited="with $memory for"
fi
TIMEFORMAT='%U %S %R'
seconds=$({ time (
    [ "$limited" = without ] || echo $BASHPID >"$group/cgroup.procs"
    "$peak" "$folder/peak" "$build/dateline" merge -q "$folder/many.jsonl" \
        -o "$folder/many.json"
); } 2>&1)
read -r user system passed <<<"$seconds"
echo "$mentions mentions, $(($(stat -c %s "$folder/many.jsonl") >> 20)) MB, $limited a control group:" \
    "$user s of processor and $system s of the system's, $passed s passed," \
    "$(($(cat "$folder/peak") >> 10)) MB held, $(($(stat -c %s "$folder/many.json") >> 20)) MB written"
