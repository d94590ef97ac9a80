#!/bin/bash
# SPDX-License-Identifier: MIT
# What the program and the shared library of the build folder $1 say of themselves: where they can be
# loaded, what can be written and run, what was compiled into them against attacks.
set -u
shopt -s lastpipe # is counts in this shell
cd "$(dirname "$0")/.." || exit 2
. tests/support/build_kind.sh
build=${1:-build}
if is_sanitized "$build"; then
    echo "a build with a sanitizer is not for use"
    exit 77
fi
passed=0 failed=0

# is WORDS COMMAND...: the command succeeds, its output aside.
is() {
    local words=$1
    shift
    if "$@" >/dev/null 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $file: $words"
    fi
}

# says TEXT OPTION...: readelf with these options says it of the file.
says() {
    readelf -W "${@:2}" "$file" | grep -qE -- "$1"
}
says_not() {
    ! says "$@"
}
disassembly_has() {
    objdump -d "$file" | grep -qE "$1"
}

for file in "$build/dateline" "$build/libdateline.so"; do
    is "can be loaded anywhere" says 'Type: +DYN' -h
    is "the stack cannot be run" says 'GNU_STACK .* RW +0x' -l
    is "nothing can be both written and run" says_not '(LOAD|GNU_STACK) .* RWE ' -l
    is "what the loader has written cannot be written any more" says 'GNU_RELRO' -l
    is "all symbols are looked up at the start" says 'BIND_NOW' -d
    is "no code is changed by the loader" says_not 'TEXTREL' -d
    is "no folder of libraries is named" says_not 'R(UN)?PATH' -d
    is "stacks are guarded" says '__stack_chk_fail' --dyn-syms
    is "copies know how much room there is" says '__(memcpy|snprintf|vsnprintf|read)_chk' --dyn-syms
done
file=$build/dateline
is "is an executable for any address" says 'FLAGS_1.* PIE' -d

# What compilers do for some machines only: a large frame touches each page on its way down, and an
# indirect jump ends where it is allowed to.
if [ "$(uname -m)" = x86_64 ]; then
    is "stacks cannot jump over their end" disassembly_has 'sub +\$0x1000,%rsp'
    is "indirect jumps are marked" disassembly_has 'endbr64'
    file=$build/libdateline.o
    is "all of the library is marked for them" says 'IBT, SHSTK' -n
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
