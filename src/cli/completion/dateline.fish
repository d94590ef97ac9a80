# SPDX-License-Identifier: MIT
# Completion for fish. What there is to complete is what `dateline COMMAND --help` says.

# The words that begin the lines of a section of a help on standard input, such as "Commands:".
function __dateline_section
    sed -n "/^$argv[1]:\$/,/^\$/s/^  \([a-z]*\) .*/\1/p"
end

# The options of a command, which are completed where the condition holds.
function __dateline_complete_options --argument-names command condition
    set -l help (dateline $command --help 2>/dev/null)
    for line in $help
        set -l parts (string match -r '^  (-., |    )--([a-z-]+)( [^ ]+|) *(.*)$' -- $line)
        or continue
        set -l argument (string trim -- $parts[4])
        set -l option -c dateline -n $condition -l $parts[3] -d $parts[5]
        string match -qr '^-' -- $parts[2]; and set -a option -s (string sub -s 2 -l 1 -- $parts[2])
        switch "$argument"
            case ''
            case FILE FOLDER
                set -a option -r -F
            case FORMAT
                set -a option -x -a (printf '%s\n' $help | __dateline_section Formats | string join ' ')
            case '*'
                set -a option -x
                string match -qr '^[a-z]' -- $argument; and set -a option -a (string replace -a '|' ' ' -- $argument)
        end
        complete $option
    end
end

set -l commands (dateline --help 2>/dev/null | __dateline_section Commands)
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a "$commands"
__dateline_complete_options build "not __fish_seen_subcommand_from $commands"
for command in $commands
    __dateline_complete_options $command "__fish_seen_subcommand_from $command"
end
