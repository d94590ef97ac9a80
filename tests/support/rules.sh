# SPDX-License-Identifier: MIT
# For scripts that hold the tree to rules; source it. They end with rules_end.
shopt -s lastpipe # rule counts in this shell
passed=0 failed=0

# rule WORDS: standard input is empty, or names what breaks the rule.
rule() {
    local broken
    broken=$(cat)
    if [ -z "$broken" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s\nFAILED rule: %s\n' "$broken" "$1"
    fi
}

rules_end() {
    echo "$passed passed, $failed failed"
    [ $failed -eq 0 ]
}
