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
    day_span days;   /* first NO_DAY: undated */
    int minute;      /* of the first day, where the granularity is TIME; else NO_MINUTE */
    granularity granularity;
    bool approximate; /* "about", "early": the days are a reading, not what was said */
} when;

static inline bool when_is_dated(when w) {
    return w.days.first != NO_DAY;
}

/* Order of time: first day, last day, time of day. */
int when_compare(when a, when b);

/* Extended Date/Time Format, levels 0 and 1 (Library of Congress, ISO 8601-2). */
slice when_edtf(arena *a, when w);
/* Reads what when_edtf() writes; the granularity resolves what EDTF cannot tell. False if not. */
bool when_of_edtf(slice edtf, when *out);

/* "2024-03-22", in the arena. */
slice day_text(arena *a, day_number day);
/* The day that "2024-03-22" names, or NO_DAY. */
day_number day_of_text(slice text);

#endif
