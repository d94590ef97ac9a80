#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what is in the build folder $1 below an empty folder, builds the example against it as a
# user would, with the shared and with the static library, and takes everything away again.
set -eu
cd "$(dirname "$0")/.."
. tests/support/build_kind.sh
build=${1:-build}
if is_sanitized "$build"; then
    echo "a program would have to be built with the sanitizer too"
    exit 77
fi
unset MAKEFLAGS MAKELEVEL
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

make -s install BUILD="$build" DESTDIR="$folder" PREFIX=/opt/dateline
root=$folder/opt/dateline
"$root/bin/dateline" --version
for page in man1/dateline.1 man3/libdateline.3 man5/dateline-formats.5; do
    [ -s "$root/share/man/$page" ]
done

export PKG_CONFIG_PATH=$root/lib/pkgconfig
flags="--define-variable=prefix=$root --define-variable=libdir=$root/lib"
flags="$flags --define-variable=includedir=$root/include"
[ "$(pkg-config --modversion dateline)" = "$("$root/bin/dateline" --version | cut -d ' ' -f 2)" ]

cc $(pkg-config $flags --cflags dateline) -o "$folder/shared" docs/example.c \
    $(pkg-config $flags --libs dateline)
articles=$PWD/timelines/ever-given/articles
(cd "$folder" && LD_LIBRARY_PATH=$root/lib ./shared "$articles" >printed 2>/dev/null)
[ "$(grep -c '^2021-' "$folder/printed")" -ge 10 ]
[ -s "$folder/story.ics" ]
objdump -p "$root/lib/libdateline.so" | grep -q 'SONAME *libdateline.so.0$'
objdump -p "$folder/shared" | grep -q 'NEEDED *libdateline.so.0$'

mv "$root/lib/libdateline.so" "$folder"
cc $(pkg-config $flags --cflags dateline) -o "$folder/static" docs/example.c \
    $(pkg-config $flags --static --libs dateline)
(cd "$folder" && ./static "$articles" 2>/dev/null | cmp - printed)
mv "$folder/libdateline.so" "$root/lib"

make -s uninstall BUILD="$build" DESTDIR="$folder" PREFIX=/opt/dateline
left=$(find "$root" ! -type d)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
