/* SPDX-License-Identifier: MIT */
/* An event mention: one sentence of one article that says what happened when, and who says so. */
#ifndef EVENT_MENTION_H
#define EVENT_MENTION_H

#include "base/vector.h"
#include "read/article.h"
#include "time/timex.h"
#include "time/when.h"

/* How far the event can be believed; the words are those of the JSON output. */
#define EVENT_STATUS_LIST(_)                                                                       \
    _(HAPPENED, "happened")                                                                        \
    _(PLANNED, "planned")                                                                          \
    _(CANCELLED, "cancelled")                                                                      \
    _(DENIED, "denied")                                                                            \
    _(ALLEGED, "alleged")                                                                          \
    _(ONGOING, "ongoing")

typedef enum event_status {
#define EVENT_STATUS_CODE(name, word) EVENT_##name,
    EVENT_STATUS_LIST(EVENT_STATUS_CODE)
#undef EVENT_STATUS_CODE
} event_status;

slice event_status_word(event_status status);
bool event_status_named(slice word, event_status *out);

/* What a number says of the true figure. */
#define BOUND_LIST(_)                                                                              \
    _(EXACT, "exact")                                                                              \
    _(AT_LEAST, "at-least")                                                                        \
    _(AT_MOST, "at-most")                                                                          \
    _(ABOUT, "about")

typedef enum bound {
#define BOUND_CODE(name, word) BOUND_##name,
    BOUND_LIST(BOUND_CODE)
#undef BOUND_CODE
} bound;

slice bound_word(bound b);
bool bound_named(slice word, bound *out);

typedef struct figure {
    slice of; /* what is counted: "killed" */
    double number;
    bound bound;
} figure;

typedef VECTOR(slice) slice_list;
typedef VECTOR(figure) figure_list;

typedef struct mention {
    size_t start; /* the quote's place in the article's text, in bytes */
    slice quote;  /* the sentence, exactly these bytes of the text */
    slice title;  /* what happened, as a clause in the source's words */
    slice core;   /* the words that say what it is: the title, or the noun that the date modifies */
    slice head;   /* the word that names the happening: its verb, or the noun that is dated */
    size_t order; /* which mention of its article this is, from 0 */
    when when;    /* undated where only another article, or an event, can tell */
    timex_how how;
    slice timex; /* the words that gave the date; "" for `published` */
    slice value; /* their TIMEX3 value */
    event_status status;
    bool negated;
    bool caption;      /* of a picture: backs an event, is none of its own */
    slice attribution; /* who says so; "" where nobody is named */
    slice anchor;      /* the words of the event that the date is counted from; "" if none */
    const struct mention *anchored_to; /* the mention of that event, once a story has found it */
    int days_from;                     /* days from that event, and months */
    int months_from;
    bool after; /* some day after that event: no more is said */
    slice_list actors;
    slice_list places;
    figure_list figures;
} mention;

typedef VECTOR(mention) mention_list;

/* A copy of all that the mention says, in the arena. */
mention mention_copy(arena *a, const mention *m);

#endif
