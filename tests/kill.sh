#!/bin/bash
# SPDX-License-Identifier: MIT
# Ends the program of the build folder $1 at one call of the system after the other. Whenever that is,
# each file is the old one or the new one; SIGHUP, SIGINT and SIGTERM leave nothing beside them, and
# what SIGKILL leaves has the name that the manual tells and hinders nobody.
# THOROUGH=N ends it at N calls of each command; without it, at some.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
top=$PWD
build=$(realpath "${1:-build}")
needs_preload "$build" failing_io
runs=${THOROUGH:-6} # of each signal and command
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0 finished=0 kept=0 left=0 tried=0 total=0
articles=$top/tests/cli/data/articles
cd "$folder" || exit 2
echo old >old

# What is wrong with the folder now/ after the signal.
wrong_with() {
    local signal=$1 status=$2 name
    shift 2
    for name in "$@"; do
        cmp -s "now/$name" old || cmp -s "now/$name" "good/$name" || echo "$name is neither old nor new"
    done
    for name in $(ls -A now); do
        [[ " $* " != *" $name "* ]] || continue
        [[ $signal = KILL && $name =~ ^\.out\.[a-z.]+\.[0-9]+\.[0-9]+$ ]] || echo "$name is left"
    done
    [ "$status" -eq 0 ] || [ "$status" -eq $((128 + $(kill -l "$signal"))) ] ||
        echo "exit status $status"
}

# start SIGNAL AT ARGUMENT...: with old files of the names in `outputs`. Signals that this script was
# told to ignore do what they do by themselves.
start() {
    local signal=$1 at=$2 name
    shift 2
    rm -rf now
    mkdir now
    for name in "${outputs[@]}"; do
        cp old "now/$name"
    done
    (cd now && exec env --default-signal LD_PRELOAD="$build/tests/preload/failing_io.so" \
        IO_FAULT=any:$signal IO_AT=$at COUNT_TO="$folder/count" "$build/dateline" "$@" >/dev/null 2>&1)
}

# ends ARGUMENT...: the program with these arguments and an -o for each of `outputs`.
ends() {
    local signal at status problem step
    start KILL 0 "$@"
    total=$(sed -n 's/^any //p' count)
    rm -rf good
    mv now good
    for signal in KILL TERM INT HUP; do
        step=$((total / runs + 1))
        for ((at = 1 + tried++ % step; at <= total; at += step)); do
            status=0
            start $signal $at "$@" 2>/dev/null || status=$?
            problem=$(wrong_with $signal $status "${outputs[@]}" 2>&1)
            if [ -z "$problem" ]; then
                passed=$((passed + 1))
                [ $status -ne 0 ] || finished=$((finished + 1))
                cmp -s "now/${outputs[0]}" old && kept=$((kept + 1))
                [ "$(ls -A now | wc -l)" -eq ${#outputs[@]} ] || left=$((left + 1))
            else
                failed=$((failed + 1))
                printf '%s\n' "$problem" "FAILED SIG$signal at call $at of $total: dateline $*"
            fi
        done
    done
}

outputs=(out.csv out.html out.ics out.svg out.txt)
ends build -j 1 "$articles" $(printf -- '-o %s ' "${outputs[@]}")

outputs=(out.json)
ends build -j 1 "$articles" -o out.json

# The next run is not hindered by what a kill left.
start KILL $((total * 3 / 4)) build -j 1 "$articles" -o out.json 2>/dev/null
(cd now && "$build/dateline" build -j 1 "$articles" -o out.json)
if cmp good/out.json now/out.json; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAILED after a kill"
fi

echo "ended at $((passed + failed)) calls: $finished finished, $kept kept the first file as it was," \
    "$left left a temporary file"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
