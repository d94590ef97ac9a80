# SPDX-License-Identifier: MIT
# Completion for bash. What there is to complete is what `dateline COMMAND --help` says.

# The words that begin the lines of a section of the help, such as "Commands:".
_dateline_section() {
    sed -n "/^$2:\$/,/^\$/s/^  \([a-z]*\) .*/\1/p" <<<"$1"
}

# The argument that the help names behind an option, "FILE" in "  -o, --output FILE"; "" for none.
_dateline_argument() {
    local option=${2#-}
    case $2 in
    --*) option="[^-]*--${2#--}" ;;
    *) option="-$option, --[a-z-]*" ;;
    esac
    sed -n "s/^  $option \([^ ][^ ]*\)\( .*\)*\$/\1/p" <<<"$1"
}

_dateline() {
    local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=build commands help argument=
    commands=$(_dateline_section "$("$program" --help 2>/dev/null)" Commands)
    if [[ $COMP_CWORD -gt 1 && $'\n'$commands$'\n' == *$'\n'"${COMP_WORDS[1]}"$'\n'* ]]; then
        command=${COMP_WORDS[1]}
    fi
    help=$("$program" "$command" --help 2>/dev/null)
    [[ $before != -* ]] || argument=$(_dateline_argument "$help" "$before")
    COMPREPLY=()
    case $argument,$word in
    FORMAT,*) mapfile -t COMPREPLY < <(compgen -W "$(_dateline_section "$help" Formats)" -- "$word") ;;
    [a-z]*,*) mapfile -t COMPREPLY < <(compgen -W "${argument//|/ }" -- "$word") ;;
    FILE,* | FOLDER,*) ;; # files, by default
    ?*,*) compopt +o default 2>/dev/null ;;
    ,-*)
        mapfile -t COMPREPLY < <(compgen -W "$(grep -oE '^  (-., |    )--[a-z-]+' <<<"$help" |
            grep -oE -- '--[a-z-]+')" -- "$word")
        ;;
    *) [ "$COMP_CWORD" -ne 1 ] || mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word") ;;
    esac
}
complete -o default -F _dateline dateline
