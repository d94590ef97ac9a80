#!/bin/bash
# SPDX-License-Identifier: MIT
# What the program shuts itself in with is tried: by a tool of the build folder $1 that enters the
# same sandbox, then by the program itself, which still has to draw and write whatever it is asked.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
. tests/support/holds.sh
top=$PWD
build=$(realpath "${1:-build}")
if is_built_with "$build" 'asan|tsan|ubsan|gcov'; then
    echo "a build with a sanitizer has no sandbox"
    exit 77
fi
case $(uname -sm) in
"Linux x86_64" | "Linux aarch64") ;;
*) echo "no sandbox here" && exit 77 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir out elsewhere spill
: >out/story.json
: >elsewhere/file
passed=0 failed=0

"$build/tests/support/sandbox" out/story.json elsewhere/file spill >tried </dev/null

# result WORD TRY...: each of them ended so.
result() {
    local word=$1 try
    shift
    for try in "$@"; do
        if grep -qx "$try: $word" tried; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED $(grep "^$try:" tried || echo "$try: not tried"), not $word"
        fi
    done
}

result done thread read load 'make output' 'write output' 'rename output' 'remove output' spill
if grep -qx 'seccomp: -1' tried; then
    echo "the kernel has no seccomp: calls are not tried"
else
    result refused socket datagram 'local socket' pair fork vfork ptrace unshare type io_uring execve
fi
landlock=$(sed -n 's/^landlock: //p' tried)
if [ "$landlock" -gt 0 ]; then
    result refused 'make elsewhere' 'write elsewhere' 'rename elsewhere' 'remove elsewhere' \
        'folder elsewhere' 'folder output'
else
    echo "the kernel has no Landlock: files are not tried"
fi

# The program writes all the same: beside a link's target, into a pipe, with fonts and plugins.
story=$top/timelines/ever-given
: >elsewhere/linked.svg
ln -s ../elsewhere/linked.svg out/linked.svg
mkfifo pipe.csv
cat pipe.csv >through &
here=$PWD
(cd "$top" && "$build/dateline" build timelines/ever-given/articles -o "$here/out/story.json" \
    -o "$here/out/page.html" -o "$here/out/chart.png" -o "$here/out/linked.svg" \
    -o "$here/pipe.csv") 2>err
wait $!
holds "nothing is said" cmp err /dev/null
holds "a file" cmp out/story.json "$story/expected/timeline.json"
holds "a pipe" cmp through "$story/expected/timeline.csv"
holds "a file behind a link" grep -q '</svg>' elsewhere/linked.svg
holds "a page with its chart" grep -q '</svg>' out/page.html
holds "a picture" grep -qa PNG out/chart.png
holds "nothing else" [ "$(ls -A out | tr '\n' ' ')" = "chart.png linked.svg page.html story.json " ]
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
