# SPDX-License-Identifier: MIT
# Help names every command and goes to standard output, with and without a command.
run 0 --help
says_nothing
prints build read tag extract merge export
run 0 build --help
says_nothing
prints --title
