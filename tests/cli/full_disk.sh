# SPDX-License-Identifier: MIT
# Where the disk is full, nothing half-written stays, and what was there is untouched.
echo before >story.json
trap '' XFSZ
(ulimit -f 1 && run 2 build data/articles -o story.json -o other.svg)
says story.json
[ "$(cat story.json)" = before ]
[ ! -e other.svg ] || fail "half of a chart was kept"
only story.json
