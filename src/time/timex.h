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
    _(LESS, "LESS_THAN")                                                                           \
    _(AT_LEAST, "EQUAL_OR_MORE")                                                                   \
    _(AT_MOST, "EQUAL_OR_LESS")

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

/* What kind of expression a pattern finds. */
#define TIMEX_RULE_LIST(_)                                                                         \
    _(NONE, "none")                                                                                \
    _(DATE, "date")       /* weekday, month, day, year, part of day, clock: "Friday, March 22" */  \
    _(RANGE, "range")     /* two dates, each lacking what the other says: "June 15 and 16" */      \
    _(NUMERIC, "numeric") /* 2024-03-22, 22.03.2024, 3/22/2024 */                                  \
    _(RELATIVE, "relative") /* last week, next March, this summer, the following day */            \
    _(OFFSET, "offset")     /* three days ago, two weeks later, a day after */                     \
    _(DEICTIC, "deictic")   /* today, yesterday, tomorrow morning */                               \
    _(DURATION, "duration") /* three days, a 48-hour …, the past week */                         \
    _(SET, "set")           /* every Friday, daily, twice a week */                                \
    _(PERIOD, "period")     /* spring 2024, the third quarter, the first half of 1999 */           \
    _(COMPARED, "compared") /* with the quarter told of: the 1988 period, last year's quarter */   \
    _(DECADE, "decade")     /* the 1990s */                                                        \
    _(CENTURY, "century")   /* the 19th century */                                                 \
    _(VAGUE, "vague")       /* now, recently, the future */                                        \
    _(BEFORE_CALENDAR, "before calendar") /* 218 BC */                                             \
    _(NO_TIME, "no time") /* looks like one and is none: 55-year-old, in the fall of the city */

typedef enum timex_rule {
#define TIMEX_RULE_CODE(name, word) RULE_##name,
    TIMEX_RULE_LIST(TIMEX_RULE_CODE)
#undef TIMEX_RULE_CODE
} timex_rule;

slice timex_rule_word(timex_rule rule);

/* How the value was come by, as `tag --explain` says it. */
#define RESOLUTION_LIST(_)                                                                         \
    _(OUTRIGHT, "said outright")                                                                   \
    _(NEAREST_YEAR, "the year that is nearest to the anchor, tense considered")                    \
    _(WEEKDAY_BEFORE, "the last such weekday up to the anchor")                                    \
    _(WEEKDAY_AHEAD, "the next such weekday from the anchor on: what is told lies ahead")          \
    _(MONTH_BESIDE, "the day of the anchor's month, or of one beside it")                          \
    _(SAME_DAY, "a time of the anchor's day")                                                      \
    _(COUNTED, "counted from the anchor")                                                          \
    _(COUNTED_FROM_EVENT, "to be counted from the event that follows")                             \
    _(LENGTH, "a length of time")                                                                  \
    _(REPEATED, "repeated")                                                                        \
    _(VAGUE, "no more than past, present or future")                                               \
    _(OPEN, "nothing decides")

typedef enum timex_resolution {
#define RESOLUTION_CODE(name, text) RESOLVED_##name,
    RESOLUTION_LIST(RESOLUTION_CODE)
#undef RESOLUTION_CODE
} timex_resolution;

slice timex_resolution_text(timex_resolution resolution);

/* Where a timex refers to another: the number of that one, from 1 in the order of the text. */
enum { TIMEX_NONE = -1, TIMEX_PUBLISHED = 0 /* the document's own date, "t0" */ };

typedef struct timex {
    size_t start; /* offsets of the article's text */
    size_t end;
    timex_type type;
    slice value; /* TIMEX3, with X for what nothing decides: XXXX-WXX-2 */
    timex_mod mod;
    slice quant;     /* SET: EVERY */
    slice frequency; /* SET: 2X, twice in the time that the value says */
    int anchor;      /* the timex that the value was found from; TIMEX_NONE: from the words alone */
    int begins_at;   /* DURATION: the timex that it begins or ends at, or TIMEX_NONE */
    int ends_at;
    timex_rule rule;             /* that found it, */
    slice pattern;               /* the symbols of time/grammar.h that it matched, */
    timex_resolution resolution; /* and the rule that resolved it */
    when when;                   /* undated for durations, sets and what nothing decides */
    timex_how how;
    verb_tense tense; /* where it was looked at */
    bool ends_range;  /* the timex before it is the beginning of the same stretch of time */
    bool open;        /* undated for want of a publication date alone */
    size_t lead_end;  /* ANCHORED: behind the word that leads to the event, "before", which TIMEX3
                       leaves out; else 0 */
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
    arena *words_owner; /* of the words of sentences; NULL: the owner */
    bool tells_tense;   /* the tense of each timex is told where its value rests on it */
    diagnostics *said;  /* told of dates that the calendar does not have; may be NULL */
    int found;          /* how many */
    when story;         /* where the story stands; undated at first */
    int story_timex;    /* that told so */
    when told_last;     /* the last date, also one that only looks aside: "that year" */
    int told_last_timex;
    when quarter; /* that figures are of; undated where they are of a year */
    int quarter_timex;
    viewpoint told_from; /* decided at the first call, from the years in the text */
} timex_finder;

/*
 * Adds the expressions of the sentences (which lie in text order) to the list. A sentence is
 * analysed where the meaning of its words rests on the words around them.
 */
void timexes_find(timex_finder *f, sentence *sentences, size_t count, timex_list *out);

/* The day that lies `days` and `months` from another; NO_DAY beyond the calendar. */
day_number timex_shift(day_number from, int months, int days);

#endif
