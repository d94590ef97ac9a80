/* SPDX-License-Identifier: MIT */
/* Lengths of time, how often something is, and what lies a length before or after. */
#include "time/resolution.h"

/* Half of a unit in smaller ones; NULL where it is not a whole number of them. */
typedef struct half_unit {
    time_unit unit;
    int count; /* in half a unit; a whole one has twice as many */
} half_unit;

static const half_unit halves[] = {
    [UNIT_MINUTE] = {UNIT_SECOND, 30}, [UNIT_HOUR] = {UNIT_MINUTE, 30},
    [UNIT_DAY] = {UNIT_HOUR, 12},      [UNIT_WEEK] = {UNIT_DAY, 3},
    [UNIT_MONTH] = {UNIT_WEEK, 2},     [UNIT_YEAR] = {UNIT_MONTH, 6},
    [UNIT_DECADE] = {UNIT_YEAR, 5},    [UNIT_CENTURY] = {UNIT_YEAR, 50},
};

static const char *const unit_codes[] = {"",  "S", "M", "H", "D", "WE",
                                         "W", "M", "Q", "Y", "Y", "CE"};

/* "A year and a half" as P1Y6M, "half an hour" as PT30M, "a decade and a half" as P15Y. */
static slice half_duration_value(arena *a, int count, time_unit unit) {
    half_unit half = unit < sizeof halves / sizeof *halves ? halves[unit] : (half_unit){0};
    if (!half.unit || unit == UNIT_WEEK || unit == UNIT_MONTH)
        return arena_format(a, "P%d.5%s", count, unit_codes[unit]);
    if (unit >= UNIT_DECADE)
        return arena_format(a, "P%dY", (2 * count + 1) * half.count);
    const char *whole_time = unit <= UNIT_HOUR ? "T" : "";
    const char *half_time = unit == UNIT_DAY || (unit <= UNIT_HOUR && !count) ? "T" : "";
    if (!count)
        return arena_format(a, "P%s%d%s", half_time, half.count, unit_codes[half.unit]);
    return arena_format(a, "P%s%d%s%s%d%s", whole_time, count, unit_codes[unit], half_time,
                        half.count, unit_codes[half.unit]);
}

/* An amount of a unit as TIMEX3 writes a duration: P3D, PT2H, PXM; decades are tens of years. */
static slice duration_value(arena *a, int count, time_unit unit) {
    const char *time = unit == UNIT_SECOND || unit == UNIT_MINUTE || unit == UNIT_HOUR ? "T" : "";
    if (unit == UNIT_DECADE && count != UNKNOWN_NUMBER)
        count *= 10;
    if (count == UNKNOWN_NUMBER)
        return arena_format(a, "P%sX%s", time, unit_codes[unit]);
    return arena_format(a, "P%s%d%s", time, count, unit_codes[unit]);
}

static slice length_value(const resolution *r, int count) {
    const expression *e = r->e;
    return e->and_a_half && count >= 0 ? half_duration_value(r->f->owner, count, e->unit)
                                       : duration_value(r->f->owner, count, e->unit);
}

/* "The past three days" end, and "the next three days" begin, at the day of writing. */
bool resolve_duration(resolution *r) {
    const expression *e = r->e;
    int *meets = e->direction < 0 ? &r->out->ends_at : &r->out->begins_at;
    r->out->resolution = RESOLVED_LENGTH;
    if (e->has_direction && e->direction) {
        counted_from(r);
        *meets = r->out->anchor;
        r->out->anchor = TIMEX_NONE;
    }
    bool one = (e->definite || e->has_direction) && !e->several;
    int count = e->has_count ? e->count : one ? 1 : UNKNOWN_NUMBER;
    set_value(r, TIMEX_DURATION, length_value(r, count));
    return e->unit != UNIT_NONE;
}

bool resolve_set(resolution *r) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    r->out->resolution = RESOLVED_REPEATED;
    if (e->times)
        r->out->frequency = arena_format(a, "%dX", e->times);
    else
        r->out->quant = SLICE("EVERY");
    if (e->weekday)
        set_value(r, TIMEX_SET,
                  arena_format(a, "XXXX-WXX-%d%s%s", e->weekday, e->day_part ? "T" : "",
                               day_part_code(e->day_part)));
    else if (e->month)
        set_value(r, TIMEX_SET, arena_format(a, "XXXX-%02d", e->month));
    else if (e->unit)
        set_value(r, TIMEX_SET, length_value(r, e->has_count ? e->count : 1));
    else
        set_value(r, TIMEX_SET, SLICE("XXXX"));
    return true;
}

/* Counted from what follows in the text: the event step looks for it. */
static bool leave_to_anchor(resolution *r) {
    const expression *e = r->e;
    int count = e->count * e->direction;
    r->out->how = HOW_ANCHORED;
    r->out->resolution = RESOLVED_COUNTED_FROM_EVENT;
    r->out->lead_end = e->lead_end;
    if (e->unit <= UNIT_HOUR)
        r->out->days_from = 0;
    else if (e->unit <= UNIT_WEEK)
        r->out->days_from = e->unit == UNIT_DAY ? count : count * 7;
    else
        r->out->months_from = count * (e->unit == UNIT_MONTH     ? 1
                                       : e->unit == UNIT_QUARTER ? 3
                                       : e->unit == UNIT_YEAR    ? 12
                                       : e->unit == UNIT_DECADE  ? 120
                                                                 : 1200);
    if (e->definite) /* "the day after the attack" is a day */
        set_value(r, TIMEX_DATE, SLICE("XXXX-XX-XX"));
    else
        set_value(r, TIMEX_DURATION, length_value(r, e->count));
    return true;
}

/* The minute that an hour's count starts from; NO_MINUTE where only the day is known. */
static int minute_counted_from(const resolution *r) {
    if (r->e->reference == REFERENCE_STORY && when_is_dated(r->f->story))
        return r->f->story.minute;
    return r->f->published.minute;
}

/* "Two hours ago": to the minute where the reference is. */
static bool resolve_hours(resolution *r, day_number reference, int count, time_unit unit) {
    int from = minute_counted_from(r);
    set_day(r, reference);
    set_value(r, TIMEX_TIME, day_text(r->f->owner, reference));
    if (from == NO_MINUTE || unit == UNIT_SECOND)
        return true;
    int minutes = from + count * (unit == UNIT_HOUR ? 60 : 1);
    int days = minutes >= 0 ? minutes / (24 * 60) : -((24 * 60 - 1 - minutes) / (24 * 60));
    expression timed = *r->e;
    timed.clock = minutes - days * 24 * 60 + 1;
    resolution at = {&timed, r->f, r->tense, r->out};
    return set_period(&at, reference, UNIT_DAY, days);
}

/* "Two Sundays ago". */
static bool resolve_counted_weekdays(resolution *r, day_number reference) {
    const expression *e = r->e;
    day_number nearest = e->direction < 0 ? weekday_before(reference - 1, e->weekday)
                                          : weekday_after(reference + 1, e->weekday);
    return set_period(r, nearest, UNIT_DAY, 7 * (e->count - 1) * e->direction);
}

/* "Three days after Easter", "two weeks before Christmas 2019". */
static bool resolve_offset_from_holiday(resolution *r) {
    const expression *e = r->e;
    expression date = *e;
    date.has_direction = false;
    date.unit = UNIT_NONE;
    resolution base = {&date, r->f, r->tense, r->out};
    if (!resolve_date(&base) || !when_is_dated(r->out->when))
        return false;
    r->out->resolution = RESOLVED_COUNTED;
    return set_period(r, r->out->when.days.first, e->unit, e->count * e->direction);
}

bool resolve_offset(resolution *r) {
    const expression *e = r->e;
    bool counted = e->has_count && e->count != UNKNOWN_NUMBER && e->count <= 100000;
    r->out->how = HOW_RELATIVE;
    if (!counted && e->reference == REFERENCE_EVENT) { /* weeks before the attack */
        r->out->resolution = RESOLVED_LENGTH;
        set_value(r, TIMEX_DURATION, duration_value(r->f->owner, UNKNOWN_NUMBER, e->unit));
        return true;
    }
    if (!counted || (e->unit >= UNIT_YEAR && e->count >= 1000))
        return resolve_vague(r);
    if (e->holiday)
        return resolve_offset_from_holiday(r);
    if (e->reference == REFERENCE_EVENT)
        return e->unit && leave_to_anchor(r);
    day_number reference = counted_from(r);
    r->out->resolution = RESOLVED_COUNTED;
    r->out->open = reference == NO_DAY;
    if (reference == NO_DAY) {
        set_value(r, TIMEX_DATE, SLICE("XXXX-XX-XX"));
        return true;
    }
    if (e->weekday)
        return resolve_counted_weekdays(r, reference);
    bool quarter = e->quarterly || is_quarter(r->f->story);
    if (quarter && e->unit == UNIT_YEAR) /* the quarter's figures, and those of a year ago */
        return set_period(r, story_day(r), UNIT_QUARTER, 4 * e->count * e->direction);
    bool halved = e->and_a_half && e->unit < sizeof halves / sizeof *halves && halves[e->unit].unit;
    time_unit unit = halved ? halves[e->unit].unit : e->unit;
    int count = halved ? (2 * e->count + 1) * halves[e->unit].count : e->count;
    if (unit <= UNIT_HOUR)
        return resolve_hours(r, reference, count * e->direction, unit);
    return set_period(r, reference, unit, count * e->direction);
}
