# SPDX-License-Identifier: MIT
# Both sides of the limits of the command line; docs/limits.md.
article=data/articles/bridge.txt
outputs=()
for n in {1..32}; do outputs+=(-o "$n.txt"); done
run 0 build -q "$article" "${outputs[@]}"
same 1.txt 32.txt
rm ./*.txt
run 2 build -q "$article" "${outputs[@]}" -o 33.txt
says 'more than 32 outputs'
[ ! -e 1.txt ] || fail "a file was written"
run 0 read -q -j 1024 "$article"
run 2 read -q -j 1025 "$article"
says 1025

# Where text is no terminal's, COLUMNS does not count.
command -v script >/dev/null || exit 0
title=$(printf 'harbour %.0s' {1..100})
# widest_line TERMINAL COLUMNS
widest_line() {
    TERM=xterm script -qec "stty cols $1; NO_COLOR=1 COLUMNS=$2 $DATELINE build -q $article \
        --title '$title'" /dev/null </dev/null | tr -d '\r' |
        sed 's|\x1b\[K||' | LC_ALL=C.UTF-8 wc -L
}
# within LOWEST HIGHEST TERMINAL COLUMNS
within() {
    local widest
    widest=$(widest_line "$3" "$4")
    [ "$widest" -ge "$1" ] && [ "$widest" -le "$2" ] ||
        fail "a terminal of $3 columns and COLUMNS=$4: a line of $widest"
}
within 390 400 60 400
within 50 60 60 401
within 30 40 60 40
within 50 60 60 39
within 90 100 101 0
within 80 90 90 0
