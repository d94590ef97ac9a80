/* SPDX-License-Identifier: MIT */
/*
 * Dates: weekday, month, day, year, of which any may lack. News reads a bare weekday or month as
 * the nearest one in the direction of the verb's tense, seen from the day of writing (as
 * HeidelTime's news mode does, Strötgen and Gertz 2013); what nothing decides stays open.
 */
#include "time/resolution.h"

/*
 * How many days in the wrong direction of time weigh as much as one in the right direction, where
 * a year has to be chosen: a day of the month is mostly near, whatever the verb; a month's name is
 * used of a time further away.
 */
#define WRONG_TENSE_DAY     5
#define WRONG_TENSE_MONTH   12
#define WRONG_TENSE_HOLIDAY 40
/* No day of a year is as far as this. */
#define WRONG_WEEKDAY 100000
/* A year that has every day there is. */
#define LEAP_YEAR 2000

/* The days around which a date that lacks its year is looked for; NO_DAY where none are known. */
static day_span year_reference(resolution *r) {
    day_number first = is_told_from_story(r->f) ? story_day(r) : published_day(r);
    return (day_span){first, is_told_from_story(r->f) ? r->f->story.days.last : first};
}

/* By the words, "last May 3", but not "the last day of May"; else by the verb. */
static bool is_directed(const expression *e) {
    return e->has_direction && !e->nth && !e->unit;
}

static verb_tense tense_of_direction(int direction) {
    return direction < 0 ? TENSE_PAST : direction > 0 ? TENSE_FUTURE : TENSE_NONE;
}

/* How far a date is from the reference, weighed by which direction is the likely one. */
static int year_cost(const resolution *r, day_span reference, day_span candidate,
                     verb_tense tense) {
    const expression *e = r->e;
    bool ahead = candidate.first > reference.last, behind = candidate.last < reference.first;
    int distance = ahead    ? candidate.first - reference.last
                   : behind ? reference.first - candidate.last
                            : 0;
    bool is_day = candidate.first == candidate.last;
    if (e->holiday && e->has_direction && (e->direction > 0 ? !ahead : ahead))
        return distance + WRONG_WEEKDAY;
    if (e->quarterly) /* of a quarter is told when it is over, whatever the verb */
        return ahead ? distance * WRONG_TENSE_DAY : distance;
    int wrong_tense = e->holiday ? WRONG_TENSE_HOLIDAY
                      : is_day   ? WRONG_TENSE_DAY
                                 : WRONG_TENSE_MONTH;
    if (!is_told_from_story(r->f) &&
        ((ahead && tense == TENSE_PAST) || (behind && tense == TENSE_FUTURE)))
        distance *= wrong_tense;
    if (is_day && e->weekday && !e->nth && weekday_of(candidate.first) != e->weekday)
        distance += WRONG_WEEKDAY;
    return distance;
}

/* The day of a year that the expression names, or the first of the month; NO_DAY if none. */
static day_number day_in_year(const expression *e, int year, int month) {
    if (e->holiday)
        return holiday_in_year(e->holiday, year);
    return e->nth ? nth_weekday_of_month(year, month, e->nth, e->weekday)
                  : day_of(year, month, e->day ? e->day : 1);
}

/* Of the same date in the years around the reference, the one of least cost; 0 if there is none. */
static int nearest_year(const resolution *r, int month, day_span reference, verb_tense tense) {
    const expression *e = r->e;
    int best = 0, best_cost = INT32_MAX;
    int middle = civil_of(reference.first).year;
    for (int year = middle - 4; year <= middle + 4; year++) {
        day_number first = day_in_year(e, year, month);
        if (first == NO_DAY)
            continue;
        bool is_day = e->day || e->nth || e->holiday;
        day_span candidate = is_day ? (day_span){first, first} : month_span(year, month);
        int cost = year_cost(r, reference, candidate, tense);
        if (cost < best_cost) {
            best_cost = cost;
            best = year;
        }
    }
    return best;
}

int choose_year(resolution *r, int month) {
    const expression *e = r->e;
    day_span reference = year_reference(r);
    r->out->resolution = RESOLVED_NEAREST_YEAR;
    if (reference.first == NO_DAY)
        return 0;
    if (e->holiday && e->has_direction && !e->direction) /* "this Thanksgiving" */
        return civil_of(reference.first).year;
    if (is_directed(e))
        return nearest_year(r, month, reference, tense_of_direction(e->direction));
    tense_choice years;
    for (verb_tense tense = TENSE_NONE; tense <= TENSE_FUTURE; tense++)
        years.by[tense] = nearest_year(r, month, reference, tense);
    return tense_choose(r->tense, years);
}

/* A value without its year. */
static slice yearless_value(const resolution *r) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    if (e->holiday && e->holiday >= MONTH_DAY(13, 0))
        return SLICE("XXXX");
    if (e->holiday)
        return arena_format(a, "XXXX-%02d-%02d", e->holiday / 100, e->holiday % 100);
    return e->nth ? arena_format(a, "XXXX-%02d", e->month)
                  : arena_format(a, "XXXX-%02d-%02d", e->month, e->day);
}

/* A day of a month, and a holiday. */
static bool resolve_day_of_year(resolution *r) {
    const expression *e = r->e;
    int only = holiday_only_year(e->holiday);
    int year = only ? only : e->year ? e->year : choose_year(r, e->month);
    bool of_month = !e->nth && !e->holiday;
    if (of_month && (e->day < 1 || e->day > days_in_month(year ? year : LEAP_YEAR, e->month)))
        return false;
    r->out->open = !year;
    if (!year) {
        set_day_value(r, yearless_value(r));
        return true;
    }
    day_number day = day_in_year(e, year, e->month);
    if (day == NO_DAY)
        return false;
    if (e->unit == UNIT_WEEK || e->unit == UNIT_WEEKEND) /* the week of March 6 */
        return set_period(r, day, e->unit, 0);
    set_day(r, day);
    set_day_value(r, day_text(r->f->owner, day));
    return true;
}

/* "The last day of March", "the last week of March", "the last weekend of March". */
static bool resolve_month_end(resolution *r, day_span month) {
    if (r->e->unit == UNIT_WEEKEND)
        return set_period(r, weekday_before(month.last, SATURDAY), UNIT_WEEKEND, 0);
    bool is_day = r->e->unit == UNIT_DAY;
    set_days(r, (day_span){is_day ? month.last : month.last - 6, month.last},
             is_day ? GRANULARITY_DAY : GRANULARITY_SPAN);
    r->out->when.approximate = !is_day;
    slice day = day_text(r->f->owner, month.last);
    set_value(r, TIMEX_DATE, is_day ? day : slice_range(day, 0, 7));
    return true;
}

static bool resolve_month(resolution *r) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    int year = e->year ? e->year : choose_year(r, e->month);
    r->out->open = !year;
    bool of_days = e->unit == UNIT_DAY || e->unit == UNIT_WEEK || e->unit == UNIT_WEEKEND;
    if (year && of_days && e->direction < 0)
        return resolve_month_end(r, month_span(year, e->month));
    if (year)
        set_days(r, month_span(year, e->month), GRANULARITY_MONTH);
    set_value(r, TIMEX_DATE,
              year ? arena_format(a, "%04d-%02d", year, e->month)
                   : arena_format(a, "XXXX-%02d", e->month));
    return true;
}

static bool fits_tense(const resolution *r, day_number day, verb_tense tense) {
    day_number published = r->f->published.day;
    if (published == NO_DAY || is_told_from_story(r->f))
        return true;
    return !(day > published && tense == TENSE_PAST) && !(day < published && tense == TENSE_FUTURE);
}

/* The day of the reference's month, or of one beside it that fits; NO_DAY where none does. */
static day_number day_beside(const resolution *r, day_number reference, verb_tense tense) {
    static const int months[] = {0, -1, 1};
    const expression *e = r->e;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        civil_date date = civil_of(reference);
        day_number first = add_months(day_of(date.year, date.month, 1), months[i]);
        date = civil_of(first == NO_DAY ? reference : first);
        day_number day = day_of(date.year, date.month, e->day);
        if (day != NO_DAY && (!e->weekday || weekday_of(day) == e->weekday) &&
            fits_tense(r, day, tense))
            return day;
    }
    return NO_DAY;
}

/* "On the 20th": of the month that the story stands at, or of one beside it. */
bool resolve_day_of_month(resolution *r, day_number reference) {
    r->out->how = HOW_RELATIVE;
    r->out->resolution = RESOLVED_MONTH_BESIDE;
    if (reference == NO_DAY)
        return false;
    tense_choice days;
    for (verb_tense tense = TENSE_NONE; tense <= TENSE_FUTURE; tense++)
        days.by[tense] = day_beside(r, reference, tense);
    day_number day = tense_choose(r->tense, days);
    if (day == NO_DAY)
        return false;
    set_day(r, day);
    set_day_value(r, day_text(r->f->owner, day));
    return true;
}

static bool resolve_weekday(resolution *r) {
    const expression *e = r->e;
    r->out->how = HOW_WEEKDAY;
    day_number reference = published_day(r);
    r->out->open = reference == NO_DAY;
    if (reference == NO_DAY) {
        set_day_value(r, arena_format(r->f->owner, "XXXX-WXX-%d", e->weekday));
        return true;
    }
    day_number before = weekday_before(reference, e->weekday);
    tense_choice days = {{before, before, weekday_after(reference, e->weekday)}};
    day_number day =
        e->follows ? weekday_after(e->follows, e->weekday) : tense_choose(r->tense, days);
    r->out->resolution = day > reference ? RESOLVED_WEEKDAY_AHEAD : RESOLVED_WEEKDAY_BEFORE;
    set_day(r, day);
    set_day_value(r, day_text(r->f->owner, day));
    return true;
}

/* A time of day alone is of the day that the text stands at. */
static bool resolve_time_of_day(resolution *r) {
    day_number day = story_day(r);
    r->out->how = HOW_RELATIVE;
    r->out->resolution = RESOLVED_SAME_DAY;
    if (day != NO_DAY)
        set_day(r, day);
    set_day_value(r, day != NO_DAY ? day_text(r->f->owner, day) : SLICE("XXXX-XX-XX"));
    return true;
}

/* "The second last day of May", "the third last week of 2018": of the weeks that lie inside. */
static bool resolve_from_end(resolution *r) {
    const expression *e = r->e;
    int year = e->year ? e->year : choose_year(r, e->month);
    r->out->open = !year;
    if (!year) {
        set_value(r, TIMEX_DATE, SLICE("XXXX-XX-XX"));
        return true;
    }
    day_number last = e->month ? month_span(year, e->month).last : year_span(year).last;
    if (e->unit == UNIT_DAY)
        return set_period(r, last, UNIT_DAY, 1 - e->from_end);
    return e->unit == UNIT_WEEK &&
           set_period(r, weekday_before(last, SUNDAY), UNIT_WEEK, 1 - e->from_end);
}

bool resolve_deictic(resolution *r) {
    day_number reference = published_day(r);
    r->out->how = HOW_RELATIVE;
    r->out->resolution = RESOLVED_COUNTED;
    r->out->open = reference == NO_DAY;
    if (reference == NO_DAY) {
        set_day_value(r, SLICE("XXXX-XX-XX"));
        return true;
    }
    if (!set_period(r, reference, UNIT_DAY, r->e->direction))
        return false;
    if (r->e->overnight && reference > 1) { /* of which the evening was the day before */
        r->out->when.days.first = reference - 1;
        r->out->when.granularity = GRANULARITY_SPAN;
    }
    return true;
}

bool resolve_date(resolution *r) {
    const expression *e = r->e;
    if (e->impossible)
        return false;
    if (e->deictic)
        return resolve_deictic(r);
    if (e->from_end)
        return resolve_from_end(r);
    if (e->holiday || (e->month && (e->day || e->nth)))
        return resolve_day_of_year(r);
    if (e->month)
        return resolve_month(r);
    if (e->year) {
        set_days(r, year_span(e->year), GRANULARITY_YEAR);
        set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d", e->year));
        return true;
    }
    if (e->day)
        return resolve_day_of_month(r, story_day(r));
    if (e->weekday)
        return resolve_weekday(r);
    return e->clock && resolve_time_of_day(r);
}

/* TIMEX3 can write what our calendar cannot hold. */
bool resolve_before_calendar(resolution *r) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    slice year = arena_format(a, "BC%04d", e->year);
    if (e->year < 1 || e->year > LAST_YEAR || /* four digits */
        (e->month && (e->day < 1 || e->day > days_in_month(LEAP_YEAR, e->month))))
        return false;
    set_value(r, TIMEX_DATE,
              e->month ? arena_format(a, "%.*s-%02d-%02d", SLICE_ARGS(year), e->month, e->day)
                       : year);
    return true;
}
