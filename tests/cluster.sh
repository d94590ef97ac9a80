#!/bin/bash
# SPDX-License-Identifier: MIT
# Extracting by shards with GNU parallel, by the script of docs/cluster, gives the bytes of one
# machine, whatever was killed on the way; with the program of the build folder $1.
set -u
cd "$(dirname "$0")/.." || exit 2
command -v parallel >/dev/null || { echo "GNU parallel is not installed"; exit 77; }
parallel --version 2>/dev/null | grep -q '^GNU parallel' ||
    { echo "parallel is not GNU's"; exit 77; }
build=$(realpath "${1:-build}")
extract=$PWD/docs/cluster/extract_shard.sh
articles=$PWD/timelines/ever-given/articles
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PATH=$build:$PATH LC_ALL=C.UTF-8 PARALLEL_HOME=$folder EXTRACT_OPTIONS=-q
cd "$folder" || exit 2
passed=0 failed=0

check() {
    local name=$1
    shift
    if "$@" >log 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name"
        head -n 20 log
    fi
}

# run FOLDER COMMAND...: each article is a shard.
run() {
    mkdir -p "$1"
    parallel --will-cite -j 2 --joblog "$1.log" "${@:2}" "$extract" {} "$1/{/}.events" \
        ::: "$articles"/* 2>/dev/null
}

merge() {
    dateline merge -q "$1" -o "$1.json" -o "$1.ics"
}

dateline build -q "$articles" -o whole.json -o whole.ics
run all
check "all shards: merge" merge all
check "all shards: JSON" cmp all.json whole.json
check "all shards: calendar" cmp all.ics whole.ics

# A program that is killed in the middle of one shard, once.
mkdir bin
cat >bin/dateline <<END
#!/bin/bash
if [[ "\${*: -1}" == */04-wires.jsonl && ! -e "$folder/was_killed" ]]; then
    touch "$folder/was_killed"
    "$build/dateline" "\$@" | head -c 100
    kill -9 \$PPID
fi
exec "$build/dateline" "\$@"
END
chmod +x bin/dateline
PATH=$folder/bin:$PATH run killed
check "a shard was killed" test -e was_killed
check "and is not there" test ! -e killed/04-wires.jsonl.events
run killed --resume-failed
check "it is done again" test -e killed/04-wires.jsonl.events
check "only it is" test "$(tail -n +2 killed.log | wc -l)" -eq $(($(ls "$articles" | wc -l) + 1))
check "after the kill: merge" merge killed
check "after the kill: JSON" cmp killed.json whole.json

# One file of JSON Lines, cut by lines or by bytes. Only the names of the files are others.
dateline read -q "$articles" >articles.jsonl
dateline build -q articles.jsonl -t json | sed 's/"file":"[^"]*",//g' >lines.json
mkdir split pipe
split -n l/3 --additional-suffix=.jsonl articles.jsonl part-
parallel --will-cite -j 2 "$extract" {} split/{/}.events ::: part-*
parallel --will-cite -j 2 --pipepart -a articles.jsonl --block 8k "$extract" - pipe/{#}.events
for way in split pipe; do
    check "$way: several shards" test "$(ls $way | wc -l)" -gt 1
    check "$way: merge" merge $way
    check "$way: JSON" cmp <(sed 's/"file":"[^"]*",//g' $way.json) lines.json
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
