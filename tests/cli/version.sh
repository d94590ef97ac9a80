# SPDX-License-Identifier: MIT
# The version, and nothing else.
run 0 --version
says_nothing
grep -qxE 'dateline [0-9]+\.[0-9]+\.[0-9]+' out
[ "$(wc -l <out)" -eq 1 ]
