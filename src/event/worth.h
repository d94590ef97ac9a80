/* SPDX-License-Identifier: MIT */
/* What a part of a sentence is worth to a text made of it: whether the text can do without. */
#ifndef EVENT_WORTH_H
#define EVENT_WORTH_H

#include "event/phrase.h"

/* What a text can do without, and what it has to. */
typedef enum worth {
    NEEDED,
    FIRST_TO_GO, /* "the car maker | Acme" */
    OPTIONAL,
    LAST_TO_GO, /* adjectives; what a verb is completed by */
    LEFT_OUT
} worth;

/* Where a part of the sentence stands: what its words hang on. */
typedef struct place {
    const clause_list *clauses; /* NULL within a noun phrase alone */
    const clause *told;         /* whose words are chosen, or NULL */
    size_t top;                 /* the noun or predicate that all hangs on */
} place;

/* The worth of the words below `at`, which depends on `head`; dates are not asked about. */
worth worth_of(const phrase *p, const place *where, size_t at, size_t head);

/* Set off by a mark before it: ", a maker of toys", "(WHO)", "– the third in a week –". */
bool is_set_off(const tree *t, size_t at);

/* "the floods of 1957", "the March 11 floods": a date that tells which one is meant. */
bool date_names_noun(const tree *t, size_t date, size_t head);

/* Whether the first byte of a token is that mark; false beyond the sentence. */
bool token_begins_with(const tree *t, size_t at, char mark);

#endif
