#!/bin/bash
# SPDX-License-Identifier: MIT
# Gives calendars to the calendar programs and libraries that are installed, and compares what these
# have then with the timeline: count, days and titles. With the build folder $1: the calendars of each
# worked story, judged by ics_check as well. With a calendar $2 and the JSON of its timeline $3: these
# alone. `make check-clients` installs all clients.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(realpath "${1:-build}")
export NODE_PATH=$build/npm/node_modules
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python=/usr/bin/python3 # Debian's, which sees the modules that Debian installs
[ -x $python ] || { echo "python3 is not installed"; exit 77; }
export LC_ALL=C.UTF-8 HOME=$folder TZ=UTC
passed=0 failed=0 skipped=0

# ---- Clients: is it there; what it has, in the folder $2, after it was given the calendar $1. Those
# that keep events are given an earlier calendar, $3, before: events are updated, none is doubled. ----

clients='calcurse khal radicale evolution vobject libical ical.js node-ical'

has() {
    case $1 in
    calcurse | khal | radicale) command -v "$1" ;;
    evolution) $python -c 'import gi; gi.require_version("ECal", "2.0")' && command -v dbus-run-session ;;
    vobject) $python -c 'import vobject' ;;
    libical) [ -x "$build/tests/support/ics_rows" ] ;;
    *) command -v node && [ -d "$NODE_PATH/$1" ] ;;
    esac >"$folder/has" 2>&1
}

give_to_calcurse() {
    calcurse -D "$2" -C "$2" -i "$1" </dev/null >"$2/report" || return 1
    grep -q ' 0 skipped$' "$2/report" || { cat "$2/report" >&2; return 1; }
    $python tests/clients/calcurse.py <"$2/apts"
}

configure_khal() {
    cat >"$1/config" <<END
[calendars]
[[timeline]]
path = $1/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $1/database
END
}

# khal 0.11 leaves other files beside its events. It lists year after year, so the years are told.
give_to_khal() {
    local once twice years
    mkdir -p "$2/calendar"
    configure_khal "$2"
    khal -c "$2/config" import --batch -a timeline "$3" >&2 || return 1
    once=$(ls "$2/calendar" | grep '\.ics$')
    khal -c "$2/config" import --batch -a timeline "$1" >&2 || return 1
    twice=$(ls "$2/calendar" | grep '\.ics$')
    [ "$1" != "$3" ] || [ "$once" = "$twice" ] || { echo "a second import makes other events" >&2; return 1; }
    years=($(sed -n 's/^DTSTART;VALUE=DATE:\(....\).*/\1/p; s/^DTEND;VALUE=DATE:\(....\).*/\1/p' "$1" | sort))
    khal -c "$2/config" list --once --day-format '' \
        --format '{start-date-long}|{end-date-long}|{title}' "${years[0]}-01-01" "${years[-1]}-12-31"
}

give_to_radicale() {
    $python tests/clients/radicale_client.py "$2" "$3" "$1"
}

give_to_evolution() {
    mkdir -m 700 "$2/run"
    HOME=$2 XDG_RUNTIME_DIR=$2/run dbus-run-session -- $python tests/clients/evolution.py "$3" "$1"
}

give_to_vobject() {
    $python tests/clients/vobject_client.py "$1"
}

give_to_libical() {
    "$build/tests/support/ics_rows" "$1"
}

give_to_ical_js() {
    node tests/clients/npm.cjs ical.js "$1"
}

give_to_node-ical() {
    node tests/clients/npm.cjs node-ical "$1"
}

# ---- Cases ----

check() {
    local name=$1
    shift
    if "$@" >"$folder/log" 2>&1; then
        passed=$((passed + 1))
        [ -z "${VERBOSE-}" ] || echo "$name: $(tail -n 1 "$folder/log")"
    else
        failed=$((failed + 1))
        echo "FAILED $name"
        head -n 20 "$folder/log"
    fi
}

# shows CLIENT CALENDAR EARLIER TIMELINE [--fuzzy-dates]
shows() {
    local client=$1 calendar=$2 earlier=$3 status
    shift 3
    rm -rf "$folder/client"
    mkdir "$folder/client"
    "give_to_${client/./_}" "$calendar" "$folder/client" "$earlier" >"$folder/rows"
    status=$?
    [ $status -eq 0 ] && $python tests/clients/compare.py "$@" <"$folder/rows"
}

check_calendar() {
    local name=$1
    shift
    for client in $clients; do
        if has "$client"; then
            check "$name: $client" shows "$client" "$@"
        else
            skipped=$((skipped + 1))
        fi
    done
}

if [ $# -ge 3 ]; then
    check_calendar "$2" "$(realpath "$2")" "$(realpath "$2")" "${@:3}"
else
    for articles in timelines/*/articles; do
        story=$folder/story
        "$build/dateline" build -q "$articles" -o "$story.ics" -o "$story.json"
        "$build/dateline" export -q "$story.json" --fuzzy-dates --alarms -o "$story-fuzzy.ics"
        # The story as it was before its last articles came, and the same timeline with them.
        rm -rf "$folder/early" "$folder/late" && mkdir "$folder/early" "$folder/late"
        files=("$articles"/*)
        cp "${files[@]:0:${#files[@]}/2}" "$folder/early" && cp "${files[@]:${#files[@]}/2}" "$folder/late"
        "$build/dateline" build -q "$folder/early" -o "$folder/early.ics" -o "$folder/early.json"
        "$build/dateline" build -q --update "$folder/early.json" "$folder/late" -o "$folder/updated.ics" \
            -o "$folder/updated.json"
        for calendar in "$story.ics" "$story-fuzzy.ics" "$folder/updated.ics"; do
            check "$articles: ics_check" "$build/tests/support/ics_check" "$calendar"
        done
        check "$articles: an update counts its changes" grep -q '^SEQUENCE:[1-9]' "$folder/updated.ics"
        check_calendar "$articles" "$story.ics" "$story.ics" "$story.json"
        check_calendar "$articles --fuzzy-dates --alarms" "$story-fuzzy.ics" "$story-fuzzy.ics" \
            "$story.json" --fuzzy-dates
        clients='khal radicale evolution' check_calendar "$articles, updated" "$folder/updated.ics" \
            "$folder/early.ics" "$folder/updated.json"
    done
fi
echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ $failed -eq 0 ]
