/* SPDX-License-Identifier: MIT */
/* Values, references and periods: what every rule of resolution needs. */
#include "time/resolution.h"

void set_value(resolution *r, timex_type type, slice value) {
    r->out->type = type;
    r->out->value = value;
}

void set_days(resolution *r, day_span days, granularity g) {
    if (days.first == NO_DAY || days.last == NO_DAY)
        return;
    r->out->when = when_of(days, g);
}

void set_day(resolution *r, day_number day) {
    set_days(r, (day_span){day, day}, GRANULARITY_DAY);
}

bool is_told_from_story(const timex_finder *f) {
    return when_is_dated(f->story) &&
           (f->told_from == VIEWPOINT_STORY || f->published.day == NO_DAY);
}

day_number published_day(resolution *r) {
    r->out->anchor = r->f->published.day == NO_DAY ? TIMEX_NONE : TIMEX_PUBLISHED;
    return r->f->published.day;
}

day_number story_day(resolution *r) {
    if (!when_is_dated(r->f->story))
        return published_day(r);
    r->out->anchor = r->f->story_timex;
    return r->f->story.days.first;
}

/* "It lasted until the next year" follows on what was told, where that lies years back. */
static bool follows_on_past_year(const resolution *r) {
    const timex_finder *f = r->f;
    bool the_next = r->e->definite && r->e->has_direction && r->e->direction > 0;
    return the_next && r->e->unit == UNIT_YEAR && when_is_dated(f->told_last) &&
           f->told_last.days.last + 366 < f->published.day &&
           (r->e->is_ahead || tense_ask(r->tense) == TENSE_PAST); /* "until" hides the tense */
}

day_number counted_from(resolution *r) {
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

bool is_quarter(when w) {
    return w.granularity == GRANULARITY_QUARTER;
}

const char *day_part_code(day_part of_day) {
    static const char *const codes[] = {"", "MO", "MI", "AF", "EV", "NI"};
    return codes[of_day];
}

/* A day's value with the time of day that the words add. */
void set_day_value(resolution *r, slice day_value) {
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

/* The period of a unit that lies `step` from the one that holds the day. */
bool set_period(resolution *r, day_number day, time_unit unit, int step) {
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

/* The days of a season; winter begins in December and belongs to the year it begins in. */
day_span season_span(int year, int season) {
    int first = season * 3; /* March, June, September, December */
    day_number begin = day_of(year, first, 1);
    return (day_span){begin, begin == NO_DAY ? NO_DAY : add_months(begin, 3) - 1};
}

bool set_season(resolution *r, int year, int season) {
    static const char *const codes[] = {"", "SP", "SU", "FA", "WI"};
    day_span days = season_span(year, season);
    if (days.first == NO_DAY || days.last < days.first)
        return false;
    set_days(r, days, GRANULARITY_SEASON);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d-%s", year, codes[season]));
    return true;
}
