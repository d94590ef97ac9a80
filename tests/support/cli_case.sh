# SPDX-License-Identifier: MIT
# What a command-line case may call; read by bash before each case.

fail() {
    echo "$*" >&2
    exit 1
}

# run STATUS ARGUMENT...: runs the program; what it prints goes to the files `out` and `err`.
run() {
    local wanted=$1 status=0
    shift
    "$DATELINE" "$@" >out 2>err || status=$?
    [ $status -eq "$wanted" ] || fail "dateline $*: exit status $status, not $wanted: $(cat err)"
}

# says TEXT...: each text stands on standard error, in lines that begin with the program's name.
says() {
    local text
    for text in "$@"; do
        grep -qF -- "$text" err || fail "standard error does not say \"$text\": $(cat err)"
    done
    ! grep -v '^dateline: ' err || fail "a line that does not begin with the program's name"
}

says_nothing() {
    [ ! -s err ] || fail "standard error is not empty: $(cat err)"
}

prints_nothing() {
    [ ! -s out ] || fail "standard output is not empty: $(cat out)"
}

# prints TEXT...: each text stands on standard output.
prints() {
    local text
    for text in "$@"; do
        grep -qF -- "$text" out || fail "standard output does not say \"$text\": $(cat out)"
    done
}

# same FILE FILE: the same bytes, and some.
same() {
    [ -s "$1" ] || fail "$1 is empty"
    cmp "$1" "$2" || fail "$1 and $2 differ"
}

# only FILE...: the folder holds these files and what the functions above make, and nothing else.
only() {
    local there wanted=
    there=$(ls -A | grep -vxF -e data -e out -e err | sort | tr '\n' ' ')
    [ $# -eq 0 ] || wanted=$(printf '%s\n' "$@" | sort | tr '\n' ' ')
    [ "$there" = "$wanted" ] || fail "there is: $there"
}
