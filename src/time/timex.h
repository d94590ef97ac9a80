/* SPDX-License-Identifier: MIT */
/* A time expression of the text and what it means: TIMEX3 (TimeML 1.2.1) and the days meant. */
#ifndef TIME_TIMEX_H
#define TIME_TIMEX_H

#include "base/diagnostics.h"
#include "lang/sentence.h"
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

/* TIMEX3's `mod`. */
#define TIMEX_MOD_LIST(_)                                                                          \
    _(NONE, "")                                                                                    \
    _(START, "START")                                                                              \
    _(MID, "MID")                                                                                  \
    _(END, "END")                                                                                  \
    _(ABOUT, "APPROX")                                                                             \
    _(MORE, "MORE_THAN")                                                                           \
    _(LESS, "LESS_THAN")

typedef enum timex_mod {
#define TIMEX_MOD_CODE(name, word) MOD_##name,
    TIMEX_MOD_LIST(TIMEX_MOD_CODE)
#undef TIMEX_MOD_CODE
} timex_mod;

slice timex_mod_word(timex_mod mod);

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

/* Whether the words around an expression look back or ahead. */
typedef enum verb_tense { TENSE_NONE, TENSE_PAST, TENSE_FUTURE } verb_tense;

typedef struct timex {
    size_t start; /* offsets of the article's text */
    size_t end;
    timex_type type;
    slice value; /* TIMEX3, with X for what nothing decides: XXXX-WXX-2 */
    timex_mod mod;
    slice quant; /* SET: EVERY */
    when when;   /* undated for durations, sets and what nothing decides */
    timex_how how;
    verb_tense tense; /* that decided, or would have to */
    bool ends_range;  /* the timex before it is the beginning of the same stretch of time */
    bool open;        /* undated for want of a publication date alone */
    int days_from;    /* ANCHORED: days from the event that follows in the text; see timex_shift */
    int months_from;  /* ANCHORED: months from it */
} timex;

typedef VECTOR(timex) timex_list;

/* From where a text is told. */
typedef enum viewpoint {
    VIEWPOINT_UNKNOWN,
    VIEWPOINT_WRITING, /* news: "in June" is the June nearest to the day of writing */
    VIEWPOINT_STORY    /* a history: "in June" is the June that follows what was told before */
} viewpoint;

/*
 * Finds the time expressions of one text, part after part. It remembers the date that the story
 * stands at, from which "two days later" is counted.
 */
typedef struct timex_finder {
    slice text;
    slice document;   /* for diagnostics */
    moment published; /* day NO_DAY: unknown */
    arena *owner;
    diagnostics *said;   /* told of dates that the calendar does not have; may be NULL */
    when story;          /* where the story stands; undated at first */
    when told_last;      /* the last date, also one that only looks aside: "that year" */
    viewpoint told_from; /* decided at the first call, from the years in the text */
} timex_finder;

/*
 * Adds the expressions of the sentences (which lie in text order) to the list. Sentences that have
 * one are analysed; the others are not touched.
 */
void timexes_find(timex_finder *f, sentence *sentences, size_t count, timex_list *out);

/* The day that lies `days` and `months` from another; NO_DAY beyond the calendar. */
day_number timex_shift(day_number from, int months, int days);

#endif
