/* SPDX-License-Identifier: MIT */
/* A time expression of the text and what it means: TIMEX3 (TimeML 1.2.1) and the days meant. */
#ifndef TIME_TIMEX_H
#define TIME_TIMEX_H

#include "base/vector.h"
#include "time/when.h"

#define TIMEX_TYPE_LIST(_)                                                                         \
    _(DATE, "DATE")                                                                                \
    _(TIME, "TIME")                                                                                \
    _(DURATION, "DURATION")                                                                        \
    _(SET, "SET")

typedef enum timex_type {
#define TIMEX_TYPE_CODE(name, word) TIMEX_##name,
    TIMEX_TYPE_LIST(TIMEX_TYPE_CODE)
#undef TIMEX_TYPE_CODE
} timex_type;

slice timex_type_word(timex_type type);

/* How the days were found; the words are those of the JSON output. */
#define TIMEX_HOW_LIST(_)                                                                          \
    _(EXPLICIT, "explicit")   /* said outright, but perhaps for the year */                        \
    _(WEEKDAY, "weekday")     /* a weekday, by tense and document date */                          \
    _(RELATIVE, "relative")   /* counted from a date: "last week", "two days later" */             \
    _(ANCHORED, "anchored")   /* counted from an event: "three days before the attack" */          \
    _(PUBLISHED, "published") /* told as today's news: the publication date */                     \
    _(INHERITED, "inherited") /* the date that the passage stands at */

typedef enum timex_how {
#define TIMEX_HOW_CODE(name, word) HOW_##name,
    TIMEX_HOW_LIST(TIMEX_HOW_CODE)
#undef TIMEX_HOW_CODE
} timex_how;

slice timex_how_word(timex_how how);
bool timex_how_named(slice word, timex_how *out);

#endif
