#!/bin/bash
# SPDX-License-Identifier: MIT
# A step includes the headers of the steps before it and of base, never those of a step after it;
# the program includes the public header and its own, the public header no one's of ours.
set -u
cd "$(dirname "$0")/.." || exit 2
steps='base read lang time event timeline write'
status=0

# allow FOLDER PLACES: our headers that its files include are all in one of the places.
allow() {
    local folder=$1 places=$2 wrong
    wrong=$(grep -rnE '^ *(# *include *"|/\*!include:re2c)' "$folder" |
        grep -vE "\"($(echo $places | tr ' ' '|'))\"")
    [ -z "$wrong" ] && return
    echo "may include no more than $places:"
    echo "$wrong"
    status=1
}

places='dateline\.h'
for step in $steps; do
    places="$places $step/.*"
    allow "src/$step" "$places"
done
allow src/cli 'dateline\.h cli/.*'
allow include 'none'

unknown=$(ls src | grep -vxE "$(echo $steps cli | tr ' ' '|')|dateline\.c|run\.[ch]|formats\.c|.*\.in")
if [ -n "$unknown" ]; then
    echo "no step of ours: $unknown"
    status=1
fi
exit $status
