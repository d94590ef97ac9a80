/* SPDX-License-Identifier: MIT */
/* What the model of dates looks at in an event and a time expression, in training and in use. */
#ifndef EVENT_DATED_BY_FEATURES_H
#define EVENT_DATED_BY_FEATURES_H

#include "event/event.h"
#include "event/seen_words.h"

#define DATED_BY_KIND    "datedby"
#define DATED_BY_VERSION 1

#define DATED_BY_MOST_FEATURES 64

/* What an expression is to an event. */
enum {
    DATED_BY_NO,
    DATED_BY_YES,
    DATED_BY_LINKED /* it begins or ends there, comes before it … */
};

/* The last time expression before a sentence. */
typedef struct passage_date {
    int number; /* in the text, from 1; TIMEX_NONE: there is none yet */
    timex_type type;
    when when;
    size_t sentences; /* how many sentences lie between it and the event's own: 0, the one before */
    day_number published;
} passage_date;

/* The tokens of a time expression: from `first` up to `end`. */
typedef struct timex_tokens {
    size_t first;
    size_t end;
} timex_tokens;

typedef VECTOR(timex_tokens) timex_tokens_list;

/* The events of a sentence and what may date them. */
typedef struct date_choice {
    const seen_sentence *view;
    const timex *timexes; /* in the sentence */
    const timex_tokens *places;
    size_t count;
    const event *events; /* in the sentence */
    size_t event_count;
    const passage_date *passage;
} date_choice;

/* Looks up the places of the expressions of a sentence, in `room`. */
date_choice date_choice_of(const seen_sentence *v, const timex *timexes, size_t count,
                           const event *events, size_t event_count, const passage_date *passage,
                           arena *a, timex_tokens_list *room);

/* The choices of an event, by their indexes: some of the sentence's expressions, those near it. */
typedef struct choice_range {
    size_t first;
    size_t end;
} choice_range;
choice_range choices_near(const date_choice *c, size_t which_event);

/*
 * The features of an event and a choice: a timex of the sentence by its index, or `count` for the
 * date of the passage. Returns how many.
 */
size_t dated_by_features(const date_choice *c, size_t which_event, size_t which_timex,
                         uint64_t features[DATED_BY_MOST_FEATURES]);

/* Moves the passage's date behind a sentence with these expressions. */
void passage_pass(passage_date *p, const timex *timexes, size_t count, int number);

#endif
