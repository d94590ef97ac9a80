#!/bin/bash
# SPDX-License-Identifier: MIT
# Imports calendars into calendar programs and compares what these show, by date and title, with
# the timeline. With the build folder $1: the calendar of each worked story, judged by ics_check as
# well. With a calendar $2 and the JSON of its timeline $3: these alone.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
clients=()
for client in calcurse khal; do
    command -v "$client" >/dev/null && clients+=("$client")
done
[ ${#clients[@]} -gt 0 ] || { echo "no calendar program is installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 HOME=$folder
passed=0 failed=0

check() {
    local name=$1
    shift
    if "$@" >"$folder/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name"
        cat "$folder/log"
    fi
}

# table WHOSE <LISTING: "first|last|title" of each event, sorted, whoever lists it. The time of day
# that stands before a title is left out: it is not in the timeline's date.
table() {
    python3 -c '
import json, re, sys

def day(text):
    return "%04d-%02d-%02d" % tuple(int(part) for part in text.split("-"))

def timeline(text):
    for event in json.loads(text)["events"]:
        days = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", event["date"])
        if days and event["granularity"] in ("time", "day", "span"):
            yield days[1], days[2] or days[1], event["title"]

def calcurse(text):
    date = r"(\d\d)/(\d\d)/(\d{4})"
    line = date + r" \[\d+\](?: \{1D -> " + date + r"\})?(?: ?>[0-9a-f]{40})? (.*)"
    for month, day, year, month2, day2, year2, title in re.findall(line, text):
        first = "%s-%s-%s" % (year, month, day)
        yield first, "%s-%s-%s" % (year2, month2, day2) if year2 else first, title

def khal(text):
    for line in text.splitlines():
        yield line.split("|", 2)

rows = {"timeline": timeline, "calcurse": calcurse, "khal": khal}[sys.argv[1]]
for first, last, title in rows(sys.stdin.read()):
    title = re.sub(r"^\d\d:\d\d ", "", " ".join(title.split()))
    print(day(first), day(last), title, sep="|")
' "$1" | sort
}

# Each of these imports the calendar $1 anew, in the folder $2, and lists what the client then has.
import_calcurse() {
    mkdir "$2" && calcurse -D "$2" -C "$2" -i "$1" </dev/null >"$2/report" || return 1
    grep -q ' 0 skipped$' "$2/report" || { cat "$2/report" >&2; return 1; }
    table calcurse <"$2/apts"
}

# The event files of a folder; khal 0.11 leaves others, half written, beside them.
events_in() {
    ls "$1" | grep '\.ics$'
}

import_khal() {
    mkdir -p "$2/calendar"
    cat >"$2/config" <<END
[calendars]
[[timeline]]
path = $2/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $2/database
END
    local once twice range
    khal -c "$2/config" import --batch -a timeline "$1" >&2 || return 1
    once=$(events_in "$2/calendar")
    khal -c "$2/config" import --batch -a timeline "$1" >&2 || return 1
    twice=$(events_in "$2/calendar")
    [ "$once" = "$twice" ] || { echo "a second import makes other events" >&2; return 1; }
    mapfile -t range < <(cut -d '|' -f 1,2 "$folder/expected" | tr '|' '\n' | sort)
    khal -c "$2/config" list --once --day-format '' \
        --format '{start-date-long}|{end-date-long}|{title}' "${range[0]}" "${range[-1]}" |
        table khal
}

shows() {
    "import_$1" "$2" "$folder/$1" >"$folder/shown"
    local status=$?
    rm -rf "${folder:?}/$1"
    [ $status -eq 0 ] && diff -u "$folder/expected" "$folder/shown"
}

check_calendar() {
    local name=$1 calendar=$2 timeline=$3
    table timeline <"$timeline" >"$folder/expected"
    check "$name: some entry is dated by its day" test -s "$folder/expected"
    for client in "${clients[@]}"; do
        check "$name: $client" shows "$client" "$calendar"
    done
}

if [ $# -eq 3 ]; then
    check_calendar "$2" "$(realpath "$2")" "$3"
else
    for articles in timelines/*/articles; do
        "$build/dateline" build -q "$articles" -o "$folder/story.ics" -o "$folder/story.json"
        check "$articles: ics_check" "$build/tests/support/ics_check" "$folder/story.ics"
        check_calendar "$articles" "$folder/story.ics" "$folder/story.json"
    done
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
