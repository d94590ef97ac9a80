# SPDX-License-Identifier: MIT
# What holds no text is named, and nothing is made of it.
refused() {
    run 3 build "$@"
    says "$1"
    prints_nothing
}
: >empty.txt
refused empty.txt
printf '\0\1\2\3\377\376\0\0%.0s' 1 2 3 4 5 6 7 8 >noise.bin
refused noise.bin
mkdir folder
refused folder
printf ' \n\n' >blank.txt
refused blank.txt
run 4 build empty.txt data/articles/bridge.txt
says empty.txt
prints bridge
