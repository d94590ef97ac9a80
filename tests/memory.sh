#!/bin/bash
# SPDX-License-Identifier: MIT
# What a command holds in memory does not grow with the number of articles, whichever way they come:
# ten times as many take no more, with the programs of the build folder $1.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(realpath "${1:-build}")
slack=2048 # kilobytes: threads and the allocator of the system are not as even as the work
if nm "$build/libdateline.a" | grep -qE '__(asan|tsan|ubsan)_'; then
    echo "a sanitizer keeps memory of its own"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# repeated TIMES FILE
repeated() {
    local i
    for ((i = 0; i < $1; i++)); do
        cat "$2"
    done
}

"$build/dateline" read -q timelines/*/articles >"$folder/once.jsonl" || exit 1
repeated $((4000000 / $(stat -c %s "$folder/once.jsonl"))) "$folder/once.jsonl" >"$folder/few.jsonl"
repeated 10 "$folder/few.jsonl" >"$folder/many.jsonl"
head -n $(($(wc -l <"$folder/few.jsonl") / 10)) "$folder/few.jsonl" >"$folder/fewest.jsonl"
gzip -1 -k "$folder/few.jsonl" "$folder/many.jsonl"

# peak NUMBER WAY COMMAND...: kilobytes held at most for the articles `fewest`, `few` or `many`.
peak() {
    local name=$folder/$1.jsonl way=$2
    shift 2
    local run=("$build/tests/support/peak_memory" "$folder/peak" "$build/dateline" "$@")
    case $way in
    file) "${run[@]}" "$name" ;;
    gzip) "${run[@]}" "$name.gz" ;;
    input) "${run[@]}" - <"$name" ;;
    pipe) cat "$name" | "${run[@]}" - ;;
    esac >/dev/null
    cat "$folder/peak"
}

# stays_even FEWER MORE WAY COMMAND...
stays_even() {
    local fewer more
    fewer=$(peak "$1" "${@:3}") more=$(peak "$2" "${@:3}")
    if ((more <= fewer + slack)); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED dateline ${*:4}, by $3: $fewer kB, of ten times as much $more kB"
    fi
}

for way in file input pipe gzip; do
    stays_even few many $way tag -q -j 1
    stays_even few many $way tag -q -j 4
done
stays_even few many file read -q -j 1
stays_even fewest few file extract -q -j 1
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
