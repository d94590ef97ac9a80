#!/bin/bash
# SPDX-License-Identifier: MIT
# The rules of docs/HACKING.md that a machine can see. The library of the build folder $1 tells
# what it calls and what it keeps.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/support/rules.sh
. tests/support/build_kind.sh
build=${1:-build}

sources() {
    find include src tests -name '*.[ch]' -o -name '*.re' -o -name '*.awk' -o -name '*.sh'
}

# A script's first line names its interpreter.
for file in $(sources) Makefile .ci/run; do
    head -n 2 "$file" | grep -v '^#!' | head -n 1 | grep -q 'SPDX-License-Identifier: MIT' ||
        echo "$file"
done | rule "every source begins with its SPDX line"

sources | grep -v '/cli/' | sed 's|.*/||' | sort | uniq -d | rule "file names are unique in the tree"

sources | xargs grep -nP '\t' | grep -v '\.awk:' | rule "no tabs"
{ sources; find docs -name '*.md'; } | xargs grep -nE '[[:space:]]+$' | rule "no space ends a line"
sources | grep -E '\.[ch]$' | LC_ALL=C.UTF-8 xargs grep -nE '^.{101,}' |
    rule "no line of C over 100 columns"

awk 'END {if (NR >= 400) print FILENAME ": " NR " lines"}' include/dateline.h |
    rule "the public header has less than 400 lines"

version=$(sed -n 's/^.define DATELINE_VERSION "\(.*\)"/\1/p' include/dateline.h)
grep -rnF "\"$version\"" include src Makefile | grep -v '#define DATELINE_VERSION' |
    rule "the version stands in one place"

# ---- What the library calls and keeps ----

forbidden='printf|vprintf|__printf_chk|__vprintf_chk|puts|putchar|perror|stdout|stderr
exit|_exit|quick_exit|atexit
time|clock|clock_gettime|gettimeofday|ftime|localtime.*|gmtime.*|mktime|strftime|tzset
getenv|secure_getenv|environ|setenv|setlocale|localeconv|nl_langinfo
rand|srand|random|uuid_generate|uuid_generate_random|uuid_generate_time
socket|connect|getaddrinfo|system|popen|fork|exec.*'
nm --undefined-only "$build/libdateline.a" | awk '{print $2}' |
    grep -xE "$(echo "$forbidden" | tr '\n' '|')" |
    rule "the library does not print, exit, or read a clock, the locale, the environment, the network"

# But for the lock that Graphviz needs around it. A sanitizer keeps variables of its own.
is_sanitized "$build" || objdump --syms "$build/libdateline.o" |
    grep -E '[[:space:]]\.(data|data\.rel|data\.rel\.local|bss|tdata|tbss)[[:space:]]+0*[1-9a-f]' |
    awk '$NF != "graphviz" && $NF != "libxml_prepared"' | rule "the library has no variables that outlive a call"

rules_end
