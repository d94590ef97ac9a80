/* SPDX-License-Identifier: MIT */
/*
 * From what the words say to the days they mean. News reads a bare weekday or month as the nearest
 * one in the direction of the verb's tense, seen from the day of writing (as HeidelTime's news mode
 * does, Strötgen and Gertz 2013); what nothing decides stays open.
 */
#include "time/expression.h"

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

typedef struct resolution {
    const expression *e;
    const timex_finder *f;
    tense_question *tense;
    timex *out;
} resolution;

static void set_value(resolution *r, timex_type type, slice value) {
    r->out->type = type;
    r->out->value = value;
}

static void set_days(resolution *r, day_span days, granularity g) {
    if (days.first == NO_DAY || days.last == NO_DAY)
        return;
    r->out->when = (when){days, NO_MINUTE, g, false};
}

static void set_day(resolution *r, day_number day) {
    set_days(r, (day_span){day, day}, GRANULARITY_DAY);
}

/* "Early" is the first third of a period, "mid" the second, "late" the last. */
static void apply_mod(resolution *r) {
    timex_mod mod = r->e->mod;
    r->out->mod = mod;
    when *w = &r->out->when;
    if (mod == MOD_NONE || !when_is_dated(*w))
        return;
    day_number first = w->days.first, length = w->days.last - first + 1;
    bool is_part = mod == MOD_START || mod == MOD_MID || mod == MOD_END;
    if (is_part && length >= 3) {
        w->days.first = first + length * (int)(mod - MOD_START) / 3;
        w->days.last = first + length * (int)(mod - MOD_START + 1) / 3 - 1;
    }
    w->approximate = !is_part || length >= 3;
}

/* ---- References --------------------------------------------------------------------------- */

static bool is_told_from_story(const timex_finder *f) {
    return when_is_dated(f->story) &&
           (f->told_from == VIEWPOINT_STORY || f->published.day == NO_DAY);
}

static day_number published_day(resolution *r) {
    r->out->anchor = r->f->published.day == NO_DAY ? TIMEX_NONE : TIMEX_PUBLISHED;
    return r->f->published.day;
}

static day_number story_day(resolution *r) {
    if (!when_is_dated(r->f->story))
        return published_day(r);
    r->out->anchor = r->f->story_timex;
    return r->f->story.days.first;
}

/* The days around which a date that lacks its year is looked for; NO_DAY where none are known. */
static day_span year_reference(resolution *r) {
    day_number first = is_told_from_story(r->f) ? story_day(r) : published_day(r);
    return (day_span){first, is_told_from_story(r->f) ? r->f->story.days.last : first};
}

/* "It lasted until the next year" follows on what was told, where that lies years back. */
static bool follows_on_past_year(const resolution *r) {
    const timex_finder *f = r->f;
    bool the_next = r->e->definite && r->e->has_direction && r->e->direction > 0;
    return the_next && r->e->unit == UNIT_YEAR && when_is_dated(f->told_last) &&
           f->told_last.days.last + 366 < f->published.day &&
           (r->e->is_ahead || tense_ask(r->tense) == TENSE_PAST); /* "until" hides the tense */
}

static day_number counted_from(resolution *r) {
    bool of_year = r->e->rule == RULE_RELATIVE && r->e->unit == UNIT_YEAR;
    bool from_told = r->e->reference == REFERENCE_STORY || follows_on_past_year(r);
    if (from_told && of_year && when_is_dated(r->f->told_last)) {
        r->out->anchor = r->f->told_last_timex;
        return r->f->told_last.days.first;
    }
    bool from_story = r->e->reference == REFERENCE_STORY ||
                      (r->e->rule == RULE_RELATIVE && is_told_from_story(r->f));
    return from_story ? story_day(r) : published_day(r);
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

static int choose_year(resolution *r, int month) {
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

/* ---- Dates -------------------------------------------------------------------------------- */

static const char *day_part_code(day_part of_day) {
    static const char *const codes[] = {"", "MO", "MI", "AF", "EV", "NI"};
    return codes[of_day];
}

/* A day's value with the time of day that the words add. */
static void set_day_value(resolution *r, slice day_value) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    if (e->clock) {
        int minute = e->clock - 1;
        set_value(
            r, TIMEX_TIME,
            arena_format(a, "%.*sT%02d:%02d", SLICE_ARGS(day_value), minute / 60, minute % 60));
        if (when_is_dated(r->out->when) && minute < CLOCK_MIDNIGHT) {
            r->out->when.minute = minute;
            r->out->when.granularity = GRANULARITY_TIME;
        }
    } else if (e->day_part) {
        set_value(r, TIMEX_TIME,
                  arena_format(a, "%.*sT%s", SLICE_ARGS(day_value), day_part_code(e->day_part)));
    } else {
        set_value(r, TIMEX_DATE, day_value);
    }
}

static bool set_period(resolution *r, day_number day, time_unit unit, int step);

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
static bool resolve_day_of_month(resolution *r, day_number reference) {
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

static bool resolve_deictic(resolution *r);

static bool resolve_date(resolution *r) {
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

/* The period of a unit that lies `step` from the one that holds the day. */
static bool set_period(resolution *r, day_number day, time_unit unit, int step) {
    arena *a = r->f->owner;
    if (unit == UNIT_DAY) {
        if (day + step < 1 || day + step > LAST_DAY)
            return false;
        set_day(r, day + step);
        set_day_value(r, day_text(a, day + step));
        return true;
    }
    if (unit == UNIT_WEEK || unit == UNIT_WEEKEND) {
        day_number inside = day + step * 7;
        if (inside < 1 || inside > LAST_DAY)
            return false;
        day_span week = week_span(inside);
        int year, number;
        iso_week_of(inside, &year, &number);
        bool weekend = unit == UNIT_WEEKEND;
        set_days(r, weekend ? (day_span){week.first + 5, week.last} : week,
                 weekend ? GRANULARITY_SPAN : GRANULARITY_WEEK);
        set_value(r, TIMEX_DATE,
                  arena_format(a, "%04d-W%02d%s", year, number, weekend ? "-WE" : ""));
        return true;
    }
    int months = unit == UNIT_MONTH ? step : unit == UNIT_QUARTER ? step * 3 : 0;
    int years = unit == UNIT_YEAR ? step : unit == UNIT_DECADE ? step * 10 : step * 100;
    day_number inside =
        add_months(civil_of(day).day > 28 ? day - 3 : day, unit < UNIT_YEAR ? months : years * 12);
    if (inside == NO_DAY)
        return false;
    civil_date date = civil_of(inside);
    switch (unit) {
    case UNIT_MONTH:
        set_days(r, month_span(date.year, date.month), GRANULARITY_MONTH);
        set_value(r, TIMEX_DATE, arena_format(a, "%04d-%02d", date.year, date.month));
        return true;
    case UNIT_QUARTER: {
        int quarter = (date.month - 1) / 3;
        set_days(r,
                 (day_span){day_of(date.year, quarter * 3 + 1, 1),
                            month_span(date.year, quarter * 3 + 3).last},
                 GRANULARITY_QUARTER);
        set_value(r, TIMEX_DATE, arena_format(a, "%04d-Q%d", date.year, quarter + 1));
        return true;
    }
    case UNIT_YEAR:
        set_days(r, year_span(date.year), GRANULARITY_YEAR);
        set_value(r, TIMEX_DATE, arena_format(a, "%04d", date.year));
        return true;
    case UNIT_DECADE: {
        int first = date.year / 10 * 10;
        set_days(r, (day_span){year_span(first ? first : 1).first, year_span(first + 9).last},
                 GRANULARITY_DECADE);
        set_value(r, TIMEX_DATE, arena_format(a, "%03d", date.year / 10));
        return true;
    }
    default:
        set_value(r, TIMEX_DATE, arena_format(a, "%02d", date.year / 100));
        return true;
    }
}

static slice vague_reference(int direction) {
    return direction < 0 ? SLICE("PAST_REF")
           : direction   ? SLICE("FUTURE_REF")
                         : SLICE("PRESENT_REF");
}

static bool resolve_vague(resolution *r) {
    r->out->resolution = RESOLVED_VAGUE;
    set_value(r, TIMEX_DATE, vague_reference(r->e->direction));
    return true;
}

/* The days of a season; winter begins in December and belongs to the year it begins in. */
static day_span season_span(int year, int season) {
    int first = season * 3; /* March, June, September, December */
    day_number begin = day_of(year, first, 1);
    return (day_span){begin, begin == NO_DAY ? NO_DAY : add_months(begin, 3) - 1};
}

static bool set_season(resolution *r, int year, int season) {
    static const char *const codes[] = {"", "SP", "SU", "FA", "WI"};
    day_span days = season_span(year, season);
    if (days.first == NO_DAY || days.last < days.first)
        return false;
    set_days(r, days, GRANULARITY_SEASON);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d-%s", year, codes[season]));
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

static bool is_quarter(when w) {
    return w.granularity == GRANULARITY_QUARTER;
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

static bool resolve_duration(resolution *r);

static bool resolve_relative(resolution *r) {
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

day_number timex_shift(day_number from, int months, int days) {
    day_number day = months ? add_months(from, months) : from;
    if (day == NO_DAY || days > LAST_DAY - day || days < 1 - day)
        return NO_DAY;
    return day + days;
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

static bool resolve_offset(resolution *r) {
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

static bool resolve_deictic(resolution *r) {
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

/* "The past three days" end, and "the next three days" begin, at the day of writing. */
static bool resolve_duration(resolution *r) {
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

static bool resolve_set(resolution *r) {
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

/* The year of a season, quarter or half that lacks one: 0 where nothing tells. */
static int year_of_period(resolution *r) {
    const expression *e = r->e;
    if (e->year)
        return e->year;
    day_number counted = counted_from(r);
    if (e->has_direction && counted != NO_DAY) /* last year's third quarter */
        return civil_of(counted).year + e->direction;
    int month = e->season ? e->season * 3 : e->half ? e->half * 6 - 5 : e->quarter * 3 - 2;
    return choose_year(r, month);
}

static bool resolve_period(resolution *r) {
    const expression *e = r->e;
    int length = e->half ? 6 : 3, number = e->half ? e->half : e->quarter;
    if (!e->season && (number < 1 || number > 12 / length))
        return false;
    int year = year_of_period(r);
    r->out->open = !year;
    if (!year) {
        set_value(r, TIMEX_DATE, SLICE("XXXX"));
        return true;
    }
    if (e->season)
        return set_season(r, year, e->season);
    set_days(r,
             (day_span){day_of(year, (number - 1) * length + 1, 1),
                        month_span(year, number * length).last},
             e->half ? GRANULARITY_SPAN : GRANULARITY_QUARTER);
    set_value(r, TIMEX_DATE,
              arena_format(r->f->owner, "%04d-%c%d", year, e->half ? 'H' : 'Q', number));
    return true;
}

/*
 * A period that figures are compared with is as long as the one told of: "the 1988 period", "last
 * year's quarter"; "the latest period" is that one itself.
 */
static bool resolve_compared(resolution *r) {
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

static bool resolve_decade(resolution *r) {
    int first = r->e->decade * 10;
    if (first % 100 == 0 && first < 2000) { /* the 1800s */
        set_days(r, (day_span){year_span(first).first, year_span(first + 99).last},
                 GRANULARITY_SPAN);
        set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%02d", first / 100));
        return true;
    }
    set_days(r, (day_span){year_span(first).first, year_span(first + 9).last}, GRANULARITY_DECADE);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%03d", r->e->decade));
    return true;
}

static bool resolve_century(resolution *r) {
    int first = (r->e->century - 1) * 100;
    if (r->e->turn && first < 100) { /* which one is left open */
        set_value(r, TIMEX_DATE, vague_reference(-1));
        return true;
    }
    if (first < 100)
        return false;
    if (r->e->turn) {
        set_days(r, (day_span){year_span(first - 1).first, year_span(first + 1).last},
                 GRANULARITY_SPAN);
        set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d", first));
        r->out->when.approximate = true;
        return true;
    }
    set_days(r, (day_span){year_span(first).first, year_span(first + 99).last}, GRANULARITY_SPAN);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%02d", r->e->century - 1));
    return true;
}

/* TIMEX3 can write what our calendar cannot hold. */
static bool resolve_before_calendar(resolution *r) {
    const expression *e = r->e;
    arena *a = r->f->owner;
    slice year = arena_format(a, "BC%04d", e->year);
    if (e->year < 1 || e->year > LAST_YEAR || /* four digits */
        (e->month && e->day > days_in_month(LEAP_YEAR, e->month)))
        return false;
    slice month = arena_format(a, "%.*s-%02d", SLICE_ARGS(year), e->month);
    set_value(r, TIMEX_DATE,
              !e->month ? year
              : !e->day ? month
                        : arena_format(a, "%.*s-%02d", SLICE_ARGS(month), e->day));
    return true;
}

/* "The week ending May 3": the seven days up to it. */
static void widen_to_week(resolution *r) {
    when *w = &r->out->when;
    if (!when_is_dated(*w) || w->days.first < 7)
        return;
    int year, week;
    iso_week_of(w->days.last - 3, &year, &week);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d-W%02d", year, week));
    set_days(r, (day_span){w->days.last - 6, w->days.last}, GRANULARITY_SPAN);
}

bool expression_resolve(const expression *e, const timex_finder *f, tense_question *tense,
                        timex *out) {
    static bool (*const resolvers[])(resolution *) = {
        [RULE_DATE] = resolve_date,         [RULE_RANGE] = resolve_date,
        [RULE_NUMERIC] = resolve_date,      [RULE_RELATIVE] = resolve_relative,
        [RULE_OFFSET] = resolve_offset,     [RULE_DEICTIC] = resolve_deictic,
        [RULE_DURATION] = resolve_duration, [RULE_SET] = resolve_set,
        [RULE_PERIOD] = resolve_period,     [RULE_COMPARED] = resolve_compared,
        [RULE_DECADE] = resolve_decade,     [RULE_CENTURY] = resolve_century,
        [RULE_VAGUE] = resolve_vague,       [RULE_BEFORE_CALENDAR] = resolve_before_calendar,
    };
    *out = (timex){.start = e->start,
                   .end = e->end,
                   .rule = e->rule,
                   .pattern = arena_copy(f->owner, e->pattern),
                   .anchor = TIMEX_NONE,
                   .begins_at = TIMEX_NONE,
                   .ends_at = TIMEX_NONE,
                   .ends_range = e->ends_range,
                   .when = {.minute = NO_MINUTE}};
    resolution r = {e, f, tense, out};
    if (!resolvers[e->rule](&r))
        return false;
    out->tense = tense->answer;
    if (out->open)
        out->resolution = RESOLVED_OPEN;
    if (e->week_ending)
        widen_to_week(&r);
    out->when.approximate |= e->fiscal;
    apply_mod(&r);
    return true;
}
