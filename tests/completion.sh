#!/bin/bash
# SPDX-License-Identifier: MIT
# What bash, zsh and fish complete is what --help of the program in the build folder $1 says: commands,
# the options of each command, formats.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(realpath "${1:-build}")
export PATH=$build:$PATH LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder COMPLETIONS=$PWD/src/cli/completion
mkdir "$folder/empty" && cd "$folder/empty" || exit 2 # no files to offer
passed=0 failed=0 skipped=0

# Each gives what its shell offers where the last of the words that it is given is completed.
offers_bash() {
    bash --norc -c '. "$COMPLETIONS/dateline.bash"
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _dateline
        printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

# What zsh is told to offer: its own part of the work needs a terminal.
offers_zsh() {
    zsh -f -c 'setopt extendedglob
        compadd() { shift; print -rl -- "$@" }
        _arguments() {
            local spec
            for spec in "$@"; do
                [[ $words[-2] == -[t-]* && $spec == \*$words[-2]\[*:*\(*\) ]] && print -rl -- ${=${${spec##*\(}%\)}}
                [[ $words[-1] == --* && $spec == \*--* ]] && print -r -- ${${spec#\*}%%\[*}
            done
        }
        words=("$@") CURRENT=$#
        . $COMPLETIONS/_dateline' zsh "$@"
}

offers_fish() {
    fish --no-config -c 'source $COMPLETIONS/dateline.fish; complete -C "$argv"' "$*" | cut -f 1
}

check() {
    local name=$1
    if diff <(sort -u "$folder/wanted" | grep .) <(sort -u "$folder/offered" | grep .) >"$folder/diff" &&
        [ -s "$folder/wanted" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name: wanted (<) and offered (>)"
        cat "$folder/diff"
    fi
}

section() {
    sed -n "/^$1:\$/,/^\$/s/^  \([a-z]*\) .*/\1/p"
}

options() {
    grep -oE '^  (-., |    )--[a-z-]+' | grep -oE -- '--[a-z-]+'
}

for shell in bash zsh fish; do
    command -v $shell >/dev/null || { skipped=$((skipped + 1)); continue; }
    dateline --help | section Commands >"$folder/wanted"
    commands=$(cat "$folder/wanted")
    offers_$shell dateline '' >"$folder/offered"
    check "$shell: commands"
    for command in $commands; do
        dateline $command --help | options >"$folder/wanted"
        offers_$shell dateline $command -- >"$folder/offered"
        check "$shell: options of $command"
    done
    dateline build --help | options >"$folder/wanted"
    offers_$shell dateline -- >"$folder/offered"
    check "$shell: options without a command"
    dateline --help | section Formats >"$folder/wanted"
    offers_$shell dateline export -t '' >"$folder/offered"
    check "$shell: formats"
    printf '%s\n' light dark >"$folder/wanted"
    offers_$shell dateline export --theme '' >"$folder/offered"
    check "$shell: words that an option takes"
done
echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ $failed -eq 0 ]
