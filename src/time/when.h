/* SPDX-License-Identifier: MIT */
/*
 * When something is: days from the first to the last that it may be, how fine the words were, and
 * how sure. Never a bare day where the words gave a month.
 */
#ifndef TIME_WHEN_H
#define TIME_WHEN_H

#include "base/arena.h"
#include "base/calendar.h"

/* How fine a date is; the words are those of the JSON output. */
#define GRANULARITY_LIST(_)                                                                        \
    _(NONE, "none")                                                                                \
    _(TIME, "time")                                                                                \
    _(DAY, "day")                                                                                  \
    _(WEEK, "week")                                                                                \
    _(MONTH, "month")                                                                              \
    _(SEASON, "season")                                                                            \
    _(QUARTER, "quarter")                                                                          \
    _(YEAR, "year")                                                                                \
    _(DECADE, "decade")                                                                            \
    _(SPAN, "span") /* from a day to a day, or any other stretch */

typedef enum granularity {
#define GRANULARITY_CODE(name, word) GRANULARITY_##name,
    GRANULARITY_LIST(GRANULARITY_CODE)
#undef GRANULARITY_CODE
} granularity;

slice granularity_word(granularity g);
bool granularity_named(slice word, granularity *out);

typedef struct when {
    day_span days; /* first NO_DAY: undated */
    int minute;    /* of the first day, where the granularity is TIME; else NO_MINUTE */
    granularity granularity;
    bool approximate; /* "about", "early": the days are a reading, not what was said */
    bool some_day;    /* one day of them: only its order to another event is known, "after the
                         attack"; it is approximate, too */
} when;

/* Those days, and no more is known of the time. */
static inline when when_of(day_span days, granularity g) {
    return (when){.days = days, .minute = NO_MINUTE, .granularity = g};
}

static inline when when_of_day(day_number day) {
    return when_of((day_span){day, day}, GRANULARITY_DAY);
}

static inline bool when_is_dated(when w) {
    return w.days.first != NO_DAY;
}

/* Order of time: first day, last day, time of day. */
int when_compare(when a, when b);

/*
 * The whole unit of the calendar (week, month, season, quarter, year, decade) that holds the day;
 * the day itself for the other granularities. Seasons are the northern ones, by whole months:
 * spring begins in March, and winter in December of the year that it is named after. An end that
 * lies beyond the calendar is NO_DAY at the first and LAST_DAY at the last.
 */
day_span unit_span(granularity g, day_number day);
/* The unit that the words named: where they are approximate, the days are only a part of it. */
day_span when_unit(when w);
/* What the ends of a stretch are named by: DAY, or MONTH or YEAR where it is several whole ones. */
granularity stretch_granularity(day_span days);

/*
 * Extended Date/Time Format, levels 0 and 1 and the quarters of level 2 (Library of Congress,
 * ISO 8601-2): "2024-03-22", "2024-03~", "2024-21", "2024-33", "199X", "2024-03-25/2024-03-31".
 * It names days at the finest: a time of day is not in it. What level 1 cannot qualify as a whole
 * (about a season) is an interval with both ends qualified. Some day of several is a set of
 * level 2: "[2024-03-22..2024-03-24]". "" for no date.
 */
slice when_edtf(arena *a, when w);
/* "[2024-03-05,2024-03-07]": one of the days, on which sources disagree. */
slice when_edtf_set(arena *a, day_span days);
/*
 * Reads what when_edtf() writes, and "[a,b]" as an approximate span. Days and granularity are those
 * that the text tells: an approximate month is the whole month, a week is a span. False if it is no
 * date.
 */
bool when_of_edtf(slice edtf, when *out);

/* "2024-03-22", in the arena. */
slice day_text(arena *a, day_number day);
/* The day that "2024-03-22" names, or NO_DAY. */
day_number day_of_text(slice text);

#endif
