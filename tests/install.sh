#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what is in the build folder $1 below an empty folder, builds a program against it as a
# user would, with the shared and with the static library, and takes everything away again.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}
if nm "$build/libdateline.a" | grep -qE '__(asan|tsan|ubsan)_'; then
    echo "a program would have to be built with the sanitizer too"
    exit 77
fi
unset MAKEFLAGS MAKELEVEL
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

make -s install BUILD="$build" DESTDIR="$folder" PREFIX=/opt/dateline
root=$folder/opt/dateline
"$root/bin/dateline" --version

cat >"$folder/user.c" <<'END'
#include <dateline.h>
#include <string.h>
int main(void) {
    dateline_options options = {0};
    dateline *job;
    if (dateline_new(&options, &job) != DATELINE_OK)
        return 1;
    dateline_free(job);
    return strcmp(dateline_version(), DATELINE_VERSION) != 0;
}
END
export PKG_CONFIG_PATH=$root/lib/pkgconfig
flags="--define-variable=prefix=$root --define-variable=libdir=$root/lib"
flags="$flags --define-variable=includedir=$root/include"
[ "$(pkg-config --modversion dateline)" = "$("$root/bin/dateline" --version | cut -d ' ' -f 2)" ]

cc $(pkg-config $flags --cflags dateline) -o "$folder/shared" "$folder/user.c" \
    $(pkg-config $flags --libs dateline)
LD_LIBRARY_PATH=$root/lib "$folder/shared"

mv "$root/lib/libdateline.so" "$folder"
cc $(pkg-config $flags --cflags dateline) -o "$folder/static" "$folder/user.c" \
    $(pkg-config $flags --static --libs dateline)
"$folder/static"
mv "$folder/libdateline.so" "$root/lib"

make -s uninstall BUILD="$build" DESTDIR="$folder" PREFIX=/opt/dateline
left=$(find "$root" ! -type d)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
