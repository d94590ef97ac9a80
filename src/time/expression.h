/* SPDX-License-Identifier: MIT */
/*
 * An expression as its words say it, before any reference decides what they leave open. It knows
 * no language: interpret.c makes it of parts, resolve.c makes a timex of it.
 */
#ifndef TIME_EXPRESSION_H
#define TIME_EXPRESSION_H

#include "time/grammar.h"
#include "time/holiday.h"

#define UNKNOWN_NUMBER (-1)

/* From where an expression is counted. */
typedef enum reference_point {
    REFERENCE_PUBLISHED, /* the day of writing: "three days ago" */
    REFERENCE_STORY,     /* the day the text stands at: "three days later" */
    REFERENCE_EVENT      /* what follows in the text: "three days before the attack" */
} reference_point;

/* For `nth`: the last of the month. */
#define NTH_LAST 5

/* Fields are 0 where the words do not say them. */
typedef struct expression {
    timex_rule rule;
    slice pattern;    /* the symbols that were matched */
    bool is_led_in;   /* stands behind a preposition or the like: "of 1648" */
    bool is_ahead;    /* of a day in the past it would not be said so: "until Friday" */
    bool sets_story;  /* the words lead the story there: "in 1648", but not "since 1648" */
    bool is_owner;    /* of what follows: "Wednesday's ruling" */
    bool ends_period; /* the last day of a period of figures: "the year ended March 31" */
    size_t start;
    size_t end;
    size_t lead_end; /* behind the word that leads to an event: "three days before"; or 0 */
    bool ends_range;
    bool impossible; /* digits that look like a date and are none */
    int year;
    day_number follows; /* of a weekday that ends a range: where it begins */
    int from_end;       /* the second last day: 2 */
    int month;
    int day;
    int weekday;
    int nth; /* of the month's days of that weekday; then there is no day. Of stretches: the first
              */
    holiday_rule holiday; /* then there is neither month nor day */
    int clock;            /* minutes of the day + 1; up to CLOCK_MIDNIGHT + 1 */
    bool clock_is_sure;   /* morning or afternoon is said */
    int past_hour;        /* minutes: "half past" */
    day_part day_part;
    int season;
    int quarter;
    int half;
    int decade;  /* 199 */
    int century; /* 19 */
    timex_mod mod;
    bool has_count;
    int count;       /* UNKNOWN_NUMBER: several */
    bool and_a_half; /* of the unit more */
    bool several;    /* the unit is in the plural */
    time_unit unit;
    bool has_first; /* of two numbers: "two or three", "two and a half" */
    bool has_direction;
    int direction; /* -1 back, 0 same, 1 ahead */
    reference_point reference;
    bool definite;    /* "the" */
    bool deictic;     /* "9 p.m. tomorrow": a day counted from that of writing */
    bool fiscal;      /* of a year that the calendar does not have */
    bool week_ending; /* the week before and up to the day */
    bool turn;        /* of a century */
    bool overnight;
    bool soon;      /* no time where nothing beside it looks ahead */
    bool quarterly; /* a quarter is spoken of: "the year-ago quarter" */
    bool every;
    int times; /* twice a week: 2 */
} expression;

/* The expression that the parts, which a pattern matched, make. */
expression expression_of(slice text, const part *parts, size_t count, timex_rule rule);

/* What looked like a day is an hour: "9 p.m.". */
void expression_read_hour(expression *e);

/*
 * The tense of the verb nearest to an expression. Telling what the words of a sentence are is most
 * of what finding costs, so it is done only where the tense decides, and the words by themselves do
 * not.
 */
typedef struct tense_question {
    slice text;
    sentence *within;
    const expression *about;
    arena *owner; /* of the words */
    bool is_told; /* the answer itself is of interest, not only what follows from it */
    bool answered;
    verb_tense answer; /* TENSE_NONE where nobody asked */
} tense_question;

verb_tense tense_ask(tense_question *q);

/* What holds under each tense. */
typedef struct tense_choice {
    int by[TENSE_FUTURE + 1];
} tense_choice;

/* What holds under the tense of the question, which is asked only where that makes a difference. */
int tense_choose(tense_question *q, tense_choice choice);

/*
 * Decides what the words leave open and fills the timex. False where no day of the calendar fits,
 * in which case there is no timex.
 */
bool expression_resolve(const expression *e, const timex_finder *f, tense_question *tense,
                        timex *out);

#endif
