# SPDX-License-Identifier: MIT
# A mistake in the arguments is named on standard error and is exit status 2; nothing is read.
article=data/articles/bridge.txt
wrong() {
    run 2 "$@"
    prints_nothing
    [ -s err ] || fail "nothing is said of: $*"
}
wrong
wrong build
wrong build --no-such-option "$article" && says --no-such-option
wrong build -j x "$article" && says x
wrong build -j -1 "$article"
wrong build --max-dates none "$article" && says none
wrong build --date 2024-02-30 "$article" && says 2024-02-30
wrong build --since nonsense "$article" && says nonsense
wrong build --title
wrong build -t unknown "$article" && says unknown
wrong build -o out.unknown "$article" && says out.unknown
wrong export data/articles/bridge.txt data/articles/council.md
only
