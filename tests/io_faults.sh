#!/bin/bash
# SPDX-License-Identifier: MIT
# Lets one call of the system after the other fail, be interrupted or take a part, with the program
# of the build folder $1. What went wrong has to be said with the file's name and the exit status of
# the manual; a file is the old one or the new one, whole; nothing else is left in the folder; what
# was only interrupted or short gives the same bytes. With a sanitizer's build, nothing may leak.
# THOROUGH=N spoils N calls of each kind; without it, one.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
top=$PWD
build=$(realpath "${1:-build}")
needs_preload "$build" failing_io
runs=${THOROUGH:-1} # of each fault and command
sanitized=0
is_sanitized "$build" && sanitized=1
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
tried=0
declare -A outcomes calls

# A small archive of each kind of input, and what the commands give of it when nothing fails.
cp -r tests/cli/data/articles "$folder/articles"
cp tests/fuzz/seeds/html/article.html "$folder/articles/page.html"
gzip -9 -n <tests/fuzz/seeds/html/article.html >"$folder/articles/packed.html.gz"
cd "$folder" || exit 2
"$build/dateline" extract -q articles >events.jsonl && "$build/dateline" build -q articles \
    -o story.json || exit 1
echo old >old

# spoiled FAULT AT OUTPUTS ARGUMENT...: runs the program so, with old files of these names in now/;
# its exit status, and what it said in out and err.
spoiled() {
    local fault=$1 at=$2 outputs=$3 name
    shift 3
    rm -rf now
    mkdir now
    for name in $outputs; do
        cp old "now/$name"
    done
    (cd now && LD_PRELOAD=$build/tests/preload/failing_io.so IO_FAULT=$fault IO_AT=$at \
        COUNT_TO=$folder/count exec "$build/dateline" "$@" </dev/null >../out 2>../err)
}

# Fonts and plugins are what a chart is drawn with: without one it is another, or a page has none.
drawn_otherwise='Pango-WARNING|Fontconfig (error|warning)|Graphviz: '

# What is wrong with an outcome; nothing where all is well.
wrong_with() {
    local kind=$1 status=$2 outputs=$3 name there
    case $kind:$status in
    *:0) ;;
    said:[234]) grep -q '^dateline: .*\(now/\|out\.\|standard output\|articles\|events\|story\)' err ||
        echo "no file is named" ;;
    *) echo "exit status $status" ;;
    esac
    there=$(ls -A now | tr '\n' ' ')
    [ "$there" = "${outputs:+$outputs }" ] || echo "the folder holds: $there"
    for name in $outputs; do
        if cmp -s "now/$name" old; then
            [ "$status" -ne 0 ] && [ "$status" -ne 4 ] || echo "$name was not written"
        elif [ "$status" -eq 4 ]; then
            [ "$name" != out.json ] || "$build/dateline" export -q "now/$name" >/dev/null ||
                echo "$name is broken"
        elif ! [[ $name =~ [.](svg|png|pdf|dot|html)$ ]] || ! grep -qE "$drawn_otherwise" err; then
            cmp "now/$name" "good/$name"
        fi
    done
    [ "$status" -ne 0 ] || [ -n "$outputs" ] || cmp out good/out
}

# fault KIND CALL:ERROR[+] OUTPUTS ARGUMENT...: at some of the calls, or from the first one on. KIND
# is `goes_on` where all has to be as if nothing had been, `said` where it may not be.
fault() {
    local kind=$1 fault=$2 outputs=$3 total at status problem step
    shift 3
    total=${calls[${fault%:*}]}
    [[ $fault != *+ ]] || ((total = total > 0))
    step=$((total / runs + 1))
    for ((at = 1 + tried++ % step; at <= total; at += step)); do
        status=0
        spoiled "$fault" "$at" "$outputs" "$@" || status=$?
        problem=$(wrong_with "$kind" "$status" "$outputs" 2>&1)
        if [ -z "$problem" ]; then
            passed=$((passed + 1))
            outcomes[$status]=$((${outcomes[$status]:-0} + 1))
        else
            failed=$((failed + 1))
            printf '%s\n' "$problem" "FAILED $fault, call $at of $total: dateline $*"
            cat err
        fi
    done
}

# command OUTPUTS ARGUMENT...: all faults, for one command.
command() {
    local outputs=$1 call error name count
    shift
    spoiled any:EIO 0 "$outputs" "$@" || { echo "FAILED dateline $*"; exit 1; }
    while read -r name count; do
        calls[$name]=$count
    done <count
    rm -rf good
    mv now good
    cp out good/out
    for error in {read,open,create,write,fsync,close}:EINTR {read,write}:short; do
        [ "$runs" -eq 1 ] || fault goes_on "$error" "$outputs" "$@"
        fault goes_on "$error+" "$outputs" "$@"
    done
    for error in write:{ENOSPC,EIO} create:{EACCES,EROFS} fsync:EIO close:EIO rename:{EIO,ENOSPC} \
        open:{EMFILE,EACCES} read:EIO read:EIO+ stat:{EIO,EACCES} fstat:EIO opendir:EMFILE \
        readdir:EIO realpath:EIO; do
        fault said "$error" "$outputs" "$@"
    done
}

charts="out.pdf out.png out.svg"
texts="out.csv out.dot out.html out.ics out.json out.md out.timeline.json out.txt"
options() {
    printf -- ' -o %s' $1
}
command "$texts" build -j 1 ../articles $(options "$texts")
command "" read -j 1 ../articles
command out.json build -j 1 --update ../story.json ../articles -o out.json
if [ "$sanitized" -eq 0 ] || [ "$runs" -gt 1 ]; then
    command "$charts" build -j 1 ../articles $(options "$charts")
    command "" tag -j 3 ../articles
    command "" parse -j 1 ../articles
    command "" extract -j 1 ../articles
    command out.json merge -j 1 ../events.jsonl -o out.json
    command out.txt export ../story.json -o out.txt
fi

printf 'faults by exit status:'
for status in $(printf '%s\n' "${!outcomes[@]}" | sort); do
    printf ' %s: %d' "$status" "${outcomes[$status]}"
done
printf '\n%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
