/* SPDX-License-Identifier: MIT */
/* Last week, next March, the following day, the year-ago quarter; now and recently. */
#include "time/resolution.h"

slice vague_reference(int direction) {
    return direction < 0 ? SLICE("PAST_REF")
           : direction   ? SLICE("FUTURE_REF")
                         : SLICE("PRESENT_REF");
}

bool resolve_vague(resolution *r) {
    r->out->resolution = RESOLVED_VAGUE;
    set_value(r, TIMEX_DATE, vague_reference(r->e->direction));
    return true;
}

/* Last (this, next) March or summer: the one before (around, after) the reference. */
static int year_in_direction(day_number reference, day_number this_years, int direction) {
    int year = civil_of(reference).year;
    if (direction < 0)
        return this_years < reference ? year : year - 1;
    if (direction > 0)
        return this_years > reference ? year : year + 1;
    return year;
}

static bool resolve_named_in_direction(resolution *r, day_number reference) {
    const expression *e = r->e;
    int beyond = e->direction / 2; /* "March after next" */
    arena *a = r->f->owner;
    int year = civil_of(reference).year;
    if (e->season) {
        day_number last = season_span(year, e->season).last;
        return set_season(r, year_in_direction(reference, last, e->direction), e->season);
    }
    if (e->month) {
        day_number last = month_span(year, e->month).last;
        if (e->direction > 0)
            last = month_span(year, e->month).first;
        year = year_in_direction(reference, last, e->direction) + beyond;
        set_days(r, month_span(year, e->month), GRANULARITY_MONTH);
        set_value(r, TIMEX_DATE, arena_format(a, "%04d-%02d", year, e->month));
        return true;
    }
    day_number after = weekday_after(reference, e->weekday);
    tense_choice days = {{after, weekday_before(reference, e->weekday), after}};
    day_number day = e->direction < 0   ? weekday_before(reference - 1, e->weekday)
                     : e->direction > 0 ? weekday_after(reference + 1, e->weekday)
                                        : tense_choose(r->tense, days);
    day += 7 * beyond;
    if (e->unit == UNIT_WEEK) /* "Tuesday of last week" */
        day = week_span(reference).first + 7 * e->direction + e->weekday - 1;
    if (day < 1 || day > LAST_DAY)
        return false;
    set_day(r, day);
    set_day_value(r, day_text(a, day));
    return true;
}

/* "The first Monday of last month", "the first Monday of next year". */
static bool resolve_nth_weekday(resolution *r, day_number reference) {
    const expression *e = r->e;
    int months = e->unit == UNIT_YEAR ? 12 * e->direction : e->direction;
    day_number inside =
        add_months(day_of(civil_of(reference).year, civil_of(reference).month, 1), months);
    if (inside == NO_DAY || (e->unit != UNIT_MONTH && e->unit != UNIT_YEAR))
        return false;
    civil_date date = civil_of(inside);
    day_number day =
        nth_weekday_of_month(date.year, e->unit == UNIT_YEAR ? 1 : date.month, e->nth, e->weekday);
    set_day(r, day);
    set_value(r, TIMEX_DATE, day_text(r->f->owner, day));
    return true;
}

/* "July last year", "24 January of the same year", "the 28th of that month". */
static bool resolve_within(resolution *r, day_number reference) {
    expression dated = *r->e;
    civil_date base = civil_of(reference);
    if (dated.nth)
        return resolve_nth_weekday(r, reference);
    if (dated.unit == UNIT_MONTH && !dated.month)
        return resolve_day_of_month(r,
                                    add_months(day_of(base.year, base.month, 1), dated.direction));
    if (dated.unit == UNIT_YEAR)
        dated.year = base.year + dated.direction;
    dated.unit = UNIT_NONE;
    resolution within = {&dated, r->f, r->tense, r->out};
    return (dated.month || dated.holiday) && resolve_date(&within);
}

/* "The weekend" on Monday to Friday: the one before, or the one ahead. */
static int weekend_step(const resolution *r, day_number reference) {
    tense_choice weeks = {{-1, -1, 0}};
    return weekday_of(reference) < SATURDAY ? tense_choose(r->tense, weeks) : 0;
}

/* The first day of the quarter that figures are of; NO_DAY where none is told of. */
static day_number quarter_told_of(resolution *r) {
    if (when_is_dated(r->f->quarter))
        r->out->anchor = r->f->quarter_timex;
    return r->f->quarter.days.first;
}

/* "In the quarter": the one told of, else the last that is over. */
static bool set_quarter_told_of(resolution *r, day_number reference) {
    day_number told = quarter_told_of(r);
    if (told != NO_DAY)
        return set_period(r, told, UNIT_QUARTER, 0);
    return !is_told_from_story(r->f) && set_period(r, reference, UNIT_QUARTER, -1);
}

bool resolve_relative(resolution *r) {
    const expression *e = r->e;
    day_number reference = counted_from(r);
    r->out->resolution = RESOLVED_COUNTED;
    bool idle = !e->has_direction && e->unit == UNIT_DAY && /* "at the end of the day" */
                e->reference == REFERENCE_PUBLISHED;
    r->out->how = HOW_RELATIVE;
    r->out->open = reference == NO_DAY;
    if (idle)
        return false;
    if (reference == NO_DAY) {
        set_value(r, TIMEX_DATE, SLICE("XXXX-XX-XX"));
        return true;
    }
    if (e->unit == UNIT_QUARTER && !e->has_direction)
        return set_quarter_told_of(r, reference);
    if (e->unit && e->unit <= UNIT_HOUR) /* the next hour, but not the last minute */
        return e->unit == UNIT_HOUR && resolve_duration(r);
    if (e->unit && (e->month || e->day || e->nth || e->holiday))
        return resolve_within(r, reference);
    if (e->unit == UNIT_WEEKEND && !e->has_direction)
        return set_period(r, reference, UNIT_WEEKEND, weekend_step(r, reference));
    if (e->unit && !e->weekday)
        return set_period(r, reference, e->unit, e->direction);
    if (e->season || e->month || e->weekday)
        return resolve_named_in_direction(r, reference);
    return e->day_part && set_period(r, reference, UNIT_DAY, e->direction); /* last night */
}

/*
 * A period that figures are compared with is as long as the one told of: "the 1988 period", "last
 * year's quarter"; "the latest period" is that one itself.
 */
bool resolve_compared(resolution *r) {
    const expression *e = r->e;
    day_number told = quarter_told_of(r);
    bool quarter = told != NO_DAY;
    r->out->how = HOW_RELATIVE;
    r->out->resolution = RESOLVED_COUNTED;
    if (!e->year && !e->unit)
        return quarter && e->direction <= 0 && set_period(r, told, UNIT_QUARTER, 0);
    day_number from = e->reference != REFERENCE_STORY ? published_day(r)
                      : quarter                       ? told
                                                      : story_day(r);
    if (!e->year && from == NO_DAY)
        return false;
    int year = e->year ? e->year : civil_of(from).year + e->direction;
    day_number day = day_of(year, quarter ? civil_of(told).month : 1, 1);
    return day != NO_DAY && set_period(r, day, quarter ? UNIT_QUARTER : UNIT_YEAR, 0);
}
