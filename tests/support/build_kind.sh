# SPDX-License-Identifier: MIT
# How a build folder was compiled; source it.

# is_built_with BUILD NAMES: with one of these of the compiler's runtimes, "asan|tsan|ubsan|gcov".
is_built_with() {
    nm "$1/libdateline.a" | grep -qE "__($2)_"
}

is_sanitized() {
    is_built_with "$1" 'asan|tsan|ubsan'
}
