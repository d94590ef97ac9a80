/* SPDX-License-Identifier: MIT */
/* re2c scanners of a date, a time of day and a zone, and what their parts add up to. */
#include "base/full_date.h"

#include <stdio.h>

#define FARTHEST_ZONE 14 /* hours from UTC */

static const moment no_moment = {NO_DAY, NO_MINUTE, NO_ZONE};

/*!include:re2c "base/scan_slice.re" */
/*!include:re2c "base/en/calendar_names.re" */
/*!re2c
space   = [ \t] | "\u00a0" | "\u202f" | "\u2009";
spaces  = space{1,3};
weekday = weekday_name ","? spaces?;
year    = [0-9]{4};
number  = [0-9]{1,2};
ordinal = number ('st' | 'nd' | 'rd' | 'th')?;
hour    = [01]? [0-9] | "2" [0-3];
minute  = [0-5] [0-9];
second  = ":" [0-6] [0-9] ([.,] [0-9]{1,9})?;
*/

typedef enum date_shape { DATE_NONE, YEAR_FIRST, YEAR_LAST, DAY_OR_MONTH_FIRST } date_shape;

/* What kind of date ends at *behind. */
static date_shape scan_date(const char *at, const char *end, const char **behind) {
    const char *kept;
    date_shape shape = DATE_NONE;
    /*!re2c
    named      = ordinal ("-" | "/" | spaces ('of' spaces)?) month_name
                     ("-" | "/" | ","? spaces) year
               | month_name ("-" | "/" | spaces) ordinal ("-" | "/" | "," spaces? | spaces) year;
    year_first = year "-" number "-" number | year "/" number "/" number
               | year "." number "." number | year [01] [0-9] [0-3] [0-9]
               | year ("-" | spaces) month_name ("-" | spaces) number;

    weekday? year_first                                         { shape = YEAR_FIRST; goto end; }
    weekday? (named | number "." number "." year)               { shape = YEAR_LAST; goto end; }
    weekday? (number "/" number "/" year | number "-" number "-" year) {
        shape = DAY_OR_MONTH_FIRST;
        goto end;
    }
    *                                                               { goto end; }
    */
end:
    *behind = at;
    return shape;
}

typedef enum clock_shape { CLOCK_NONE, CLOCK_24, CLOCK_12 } clock_shape;

static clock_shape scan_clock(const char *at, const char *end, const char **behind) {
    const char *kept;
    clock_shape shape = CLOCK_NONE;
    /*!re2c
    half = 'am' | 'pm' | [AaPp] "." spaces? 'm' "."?;

    hour (":" minute second? | "." minute)? spaces? half            { shape = CLOCK_12; goto end; }
    hour ":" minute second? (spaces? 'hrs' | 'h')?                  { shape = CLOCK_24; goto end; }
    [0-2] [0-9] minute minute?                                      { shape = CLOCK_24; goto end; }
    *                                                               { goto end; }
    */
end:
    *behind = at;
    return shape;
}

/* What may stand between a date and its time of day: its end, or `at` where nothing does. */
static const char *scan_joint(const char *at, const char *end) {
    const char *begin = at, *kept;
    /*!re2c
    "T" | ","? spaces ('at' spaces)? | spaces? [-|@\u2013\u2014\u00b7\u2022] spaces? { return at; }
    "," { return at; }
    * { return begin; }
    */
}

/*
 * The end of the zone at `at`, or NULL. `named` is minutes east of UTC where a name tells them, in
 * winter where they go `by_season`.
 */
static const char *scan_zone(const char *at, const char *end, int *named, bool *by_season) {
    const char *kept;
    *named = NO_ZONE;
    *by_season = false;
    /*!re2c
    open   = spaces? "("?;
    close  = ")"?;

    spaces? "Z" | open ("UTC" | "GMT" | "WET") close  { *named = 0; return at; }
    open "HST" close                                  { *named = -600; return at; }
    open "AKST" close                                 { *named = -540; return at; }
    open ("PST" | "AKDT") close                       { *named = -480; return at; }
    open ("MST" | "PDT") close                        { *named = -420; return at; }
    open ("CST" | "MDT") close                        { *named = -360; return at; }
    open ("EST" | "CDT") close                        { *named = -300; return at; }
    open ("EDT" | "AST") close                        { *named = -240; return at; }
    open ("ADT" | "BRT" | "ART") close                { *named = -180; return at; }
    open ("BST" | "CET" | "WEST" | "WAT") close       { *named = 60; return at; }
    open ("CEST" | "EET" | "SAST" | "CAT") close      { *named = 120; return at; }
    open ("EEST" | "MSK" | "EAT" | "TRT") close       { *named = 180; return at; }
    open "GST" close                                  { *named = 240; return at; }
    open "PKT" close                                  { *named = 300; return at; }
    open "IST" close                                  { *named = 330; return at; }
    open ("ICT" | "WIB") close                        { *named = 420; return at; }
    open ("HKT" | "SGT" | "AWST") close               { *named = 480; return at; }
    open ("JST" | "KST") close                        { *named = 540; return at; }
    open "ACST" close                                 { *named = 570; return at; }
    open "AEST" close                                 { *named = 600; return at; }
    open "AEDT" close                                 { *named = 660; return at; }
    open "NZST" close                                 { *named = 720; return at; }
    open "NZDT" close                                 { *named = 780; return at; }
    open "ET" close                    { *named = -300; *by_season = true; return at; }
    open "CT" close                    { *named = -360; *by_season = true; return at; }
    open "MT" close                    { *named = -420; *by_season = true; return at; }
    open "PT" close                    { *named = -480; *by_season = true; return at; }
    open ("UTC" | "GMT")? [-+\u2212] [0-9]{1,2} (":"? minute)? close {
        return at;
    }
    * { return NULL; }
    */
}

/* The next number of the text at or behind `at`, of at most `longest` digits; -1 for none. */
static int next_number(const char **at, const char *end, int longest) {
    while (*at < end && !ascii_is_digit(**at))
        ++*at;
    if (*at == end)
        return -1;
    int number = 0;
    for (; longest > 0 && *at < end && ascii_is_digit(**at); longest--)
        number = number * 10 + *(*at)++ - '0';
    return number;
}

/* The month that a name in the text tells, or 0. Three letters tell months and weekdays apart. */
static int month_named(const char *at, const char *end) {
    static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    for (; end - at >= 3; at++)
        for (int i = 0; i < 12; i++)
            if (slice_equal_nocase((slice){at, 3}, slice_of(names[i])))
                return i + 1;
    return 0;
}

/* True where the word or number that ends at `at` goes on there. */
static bool goes_on(const char *at, const char *end) {
    return at < end && (ascii_is_digit(*at) || (ascii_is_letter(*at) && !ascii_is_upper(*at)));
}

/* The day written from `at` to `end`; FULL_DATE_NONE where it may be read in two ways. */
static full_date_result read_day(date_shape shape, const char *at, const char *end,
                                 day_number *out) {
    int month = month_named(at, end), year, day;
    if (shape == YEAR_FIRST) {
        year = next_number(&at, end, 4);
        month = month ? month : next_number(&at, end, 2);
        day = next_number(&at, end, 2);
    } else {
        day = next_number(&at, end, 2);
        month = month ? month : next_number(&at, end, 2);
        year = next_number(&at, end, 4);
    }
    *out = day_of(year, month, day);
    if (shape == DAY_OR_MONTH_FIRST) {
        day_number swapped = day_of(year, day, month);
        if (*out != NO_DAY && swapped != NO_DAY && swapped != *out)
            return FULL_DATE_NONE;
        if (*out == NO_DAY)
            *out = swapped;
    }
    return *out == NO_DAY ? FULL_DATE_IMPOSSIBLE : FULL_DATE_FOUND;
}

/* The minute of the day written from `at` to `end`, or NO_MINUTE. */
static int read_minute(clock_shape shape, const char *at, const char *end) {
    slice clock = {at, (size_t)(end - at)};
    int hour = next_number(&at, end, 2);
    int minute = next_number(&at, end, 2);
    if (shape == CLOCK_12 && hour <= 12) { /* "16:23 PM" is met, and clear */
        bool afternoon = slice_find_nocase(clock, SLICE("p"), 0) != SIZE_MAX;
        hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return hour > 23 ? NO_MINUTE : hour * 60 + (minute < 0 ? 0 : minute);
}

/* Minutes east of UTC that "+02:00", "-0430" or "UTC+2" say, or NO_ZONE. */
static int read_offset(const char *at, const char *end) {
    slice zone = {at, (size_t)(end - at)};
    bool east = slice_find(zone, SLICE("+"), 0) != SIZE_MAX;
    int hours = next_number(&at, end, 2);
    int minutes = next_number(&at, end, 2);
    if (hours < 0 || hours > FARTHEST_ZONE)
        return NO_ZONE;
    int distance = hours * 60 + (minutes > 0 ? minutes : 0);
    return east ? distance : -distance;
}

/* The day of the nth Sunday of a month. */
static day_number nth_sunday(int year, int month, int n) {
    day_number first = day_of(year, month, 1);
    return first + (SUNDAY - weekday_of(first)) % 7 + 7 * (n - 1);
}

/*
 * Minutes that the clocks of the United States are ahead at a moment of theirs (15 U.S.C. 260a and
 * its forms since 1987), or NO_ZONE for the years before. They change at two o'clock.
 */
static int american_summer_time(moment when) {
    int year = civil_of(when.day).year;
    if (year < 1987)
        return NO_ZONE;
    day_number last_of_october = day_of(year, 10, 31);
    day_number first = year < 2007 ? nth_sunday(year, 4, 1) : nth_sunday(year, 3, 2);
    day_number last = year < 2007 ? last_of_october - weekday_of(last_of_october) % 7
                                  : nth_sunday(year, 11, 1);
    bool begun = when.day > first || (when.day == first && when.minute >= 120);
    bool ended = when.day > last || (when.day == last && when.minute >= 120);
    return begun && !ended ? 60 : 0;
}

/* Zones like "ET", whose distance from UTC the day tells. */
static void settle_zone(moment *when, bool by_season) {
    int ahead = by_season && when->day != NO_DAY ? american_summer_time(*when) : 0;
    when->utc_offset = ahead == NO_ZONE ? NO_ZONE : when->utc_offset + ahead;
}

/* Adds the time of day and the zone, where they stand at `at`; their end, or `at`. */
static const char *read_clock(const char *at, const char *end, moment *out, bool *by_season) {
    bool seasonal;
    const char *behind;
    clock_shape shape = scan_clock(at, end, &behind);
    if (shape == CLOCK_NONE || goes_on(behind, end))
        return at;
    int minute = read_minute(shape, at, behind);
    if (minute == NO_MINUTE)
        return at;
    out->minute = minute;
    int named;
    const char *zone = scan_zone(behind, end, &named, &seasonal);
    if (!zone || (zone < end && (ascii_is_letter(*zone) || ascii_is_digit(*zone))))
        return behind;
    out->utc_offset = named == NO_ZONE ? read_offset(behind, zone) : named;
    *by_season = seasonal;
    return zone;
}

/* As full_date_at() without a time of day. */
static full_date_result day_at(const char *at, const char *end, day_number *out,
                               const char **behind) {
    date_shape shape = scan_date(at, end, behind);
    if (shape == DATE_NONE || goes_on(*behind, end))
        return FULL_DATE_NONE;
    return read_day(shape, at, *behind, out);
}

full_date_result full_date_at(slice text, moment *out, size_t *length) {
    *out = no_moment;
    *length = 0;
    const char *end = text.data + text.length, *behind;
    bool by_season = false;
    full_date_result result = day_at(text.data, end, &out->day, &behind);
    if (result != FULL_DATE_NONE) {
        const char *joint = scan_joint(behind, end);
        const char *clock = joint > behind ? read_clock(joint, end, out, &by_season) : joint;
        if (clock > joint)
            behind = clock;
    } else { /* "4:23 pm EDT, May 24, 2024" */
        const char *clock = read_clock(text.data, end, out, &by_season);
        const char *joint = scan_joint(clock, end);
        if (clock > text.data && joint > clock)
            result = day_at(joint, end, &out->day, &behind);
    }
    if (result != FULL_DATE_NONE)
        *length = (size_t)(behind - text.data);
    if (result == FULL_DATE_FOUND)
        settle_zone(out, by_season);
    else
        *out = no_moment;
    return result;
}

full_date_result full_date_of(slice text, moment *out) {
    size_t length;
    text = slice_trim(text);
    full_date_result result = full_date_at(text, out, &length);
    if (result != FULL_DATE_NONE && length != text.length) {
        *out = no_moment;
        result = FULL_DATE_NONE;
    }
    return result;
}

void moment_write(moment when, char out[MOMENT_TEXT_SIZE]) {
    out[0] = '\0';
    if (when.day == NO_DAY)
        return;
    civil_date date = civil_of(when.day);
    int length = snprintf(out, MOMENT_TEXT_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (when.minute == NO_MINUTE || length < 0)
        return;
    length += snprintf(out + length, MOMENT_TEXT_SIZE - (size_t)length, "T%02d:%02d",
                       when.minute / 60, when.minute % 60);
    if (when.utc_offset == NO_ZONE)
        return;
    int distance = when.utc_offset < 0 ? -when.utc_offset : when.utc_offset;
    snprintf(out + length, MOMENT_TEXT_SIZE - (size_t)length, "%c%02d:%02d",
             when.utc_offset < 0 ? '-' : '+', distance / 60, distance % 60);
}
