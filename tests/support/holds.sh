# SPDX-License-Identifier: MIT
# Cases of a test that each are a command; source it. It counts in `passed` and `failed`.

# holds WORDS COMMAND...: a case of these words, which passes where the command succeeds.
holds() {
    local words=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $words"
    fi
}
