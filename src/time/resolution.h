/* SPDX-License-Identifier: MIT */
/*
 * A resolution on its way: what an expression says (time/expression.h), what it is reckoned from,
 * and the timex that becomes of it. Private to the resolvers (time/resolve*.c).
 */
#ifndef TIME_RESOLUTION_H
#define TIME_RESOLUTION_H

#include "time/expression.h"

typedef struct resolution {
    const expression *e;
    const timex_finder *f;
    tense_question *tense;
    timex *out;
} resolution;

/* ---- What the timex says ------------------------------------------------------------------ */

void set_value(resolution *r, timex_type type, slice value);
/* Without effect beyond the calendar. */
void set_days(resolution *r, day_span days, granularity g);
void set_day(resolution *r, day_number day);
/* A day's value with the time of day that the words add. */
void set_day_value(resolution *r, slice day_value);
/* The period of a unit that lies `step` from the day's own; false beyond the calendar. */
bool set_period(resolution *r, day_number day, time_unit unit, int step);
bool set_season(resolution *r, int year, int season);
/* PAST_REF, PRESENT_REF, FUTURE_REF. */
slice vague_reference(int direction);
/* MO, MI, AF, EV, NI; "" for none. */
const char *day_part_code(day_part of_day);

/* ---- What it is reckoned from: each tells the timex its anchor. NO_DAY where nothing is known. */

/* In a history, and where no day of writing is known, the story counts. */
bool is_told_from_story(const timex_finder *f);
day_number published_day(resolution *r);
day_number story_day(resolution *r);
/* What "last", "later" and the like are counted from. */
day_number counted_from(resolution *r);
/* The year of a date that lacks it; 0 where nothing tells. */
int choose_year(resolution *r, int month);
/* The days of a season; winter begins in December and belongs to the year it begins in. */
day_span season_span(int year, int season);
bool is_quarter(when w);

/* ---- The rules: false where no day of the calendar fits, in which case there is no timex. */

bool resolve_date(resolution *r);
bool resolve_day_of_month(resolution *r, day_number reference);
bool resolve_deictic(resolution *r);
bool resolve_relative(resolution *r);
bool resolve_compared(resolution *r);
bool resolve_offset(resolution *r);
bool resolve_duration(resolution *r);
bool resolve_set(resolution *r);
bool resolve_period(resolution *r);
bool resolve_decade(resolution *r);
bool resolve_century(resolution *r);
bool resolve_before_calendar(resolution *r);
bool resolve_vague(resolution *r);

#endif
