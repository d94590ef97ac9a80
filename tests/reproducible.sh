#!/bin/bash
# SPDX-License-Identifier: MIT
# Built in another folder, at another time, the program and the libraries are the same bytes as those
# of the build folder $1. Some of each kind of object are compiled anew, and all is linked anew; with
# THOROUGH set, everything is.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=${1:-build}
case $build in
/*) echo "the build folder is not named from the tree" && exit 77 ;;
esac
if is_sanitized "$build"; then
    echo "a build with a sanitizer is not for use"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

mkdir -p "$folder/$build"
cp -a Makefile include src "$folder"
results="dateline libdateline.so.0 libdateline.a"
if [ -z "${THOROUGH:-}" ]; then
    (cd "$build" && find . -name '*.[cdo]' -not -path './tests/*' -not -path './*/tests/*' \
        -print0 | tar --null -T - -c) | tar -x -C "$folder/$build"
    anew="dateline.o base/map.o cli/main.o read/page_fields.o write/svg* write/html_writer.o
        generated/base/full_date.c generated/base/full_date.o generated/lang/en/words.c
        generated/lang/en/words.o generated/write/page/page.js.o generated/event/en/dated_by.model.o"
    (cd "$folder/$build" && rm -f libdateline.o $anew)
fi
make -s -C "$folder" BUILD="$build" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
for result in $results; do
    if cmp "$build/$result" "$folder/$build/$result"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $result is not the same"
    fi
done
for result in $results; do
    if grep -qF "$PWD" "$build/$result"; then
        failed=$((failed + 1))
        echo "FAILED $result names the folder that it was built in"
    else
        passed=$((passed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
