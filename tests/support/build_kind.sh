# SPDX-License-Identifier: MIT
# How a build folder was compiled, and what it holds; source it.

# is_built_with BUILD NAMES: with one of these of the compiler's runtimes, "asan|tsan|ubsan|gcov".
is_built_with() {
    nm "$1/libdateline.a" | grep -qE "__($2)_"
}

is_sanitized() {
    is_built_with "$1" 'asan|tsan|ubsan'
}

# needs_preload BUILD NAME: ends the test where that library of tests/preload was not built. The
# program would run without it, and nothing would fail.
needs_preload() {
    [ -f "$1/tests/preload/$2.so" ] || {
        echo "$1/tests/preload/$2.so is not there; make test builds it"
        exit 1
    }
}
