/* SPDX-License-Identifier: MIT */
/*
 * Which date is whose: a time expression of a parsed sentence dates the clause that it stands in,
 * or a noun that names a happening ("the attack of May 3"), or nothing.
 */
#ifndef EVENT_DATING_H
#define EVENT_DATING_H

#include "event/clause.h"
#include "event/eventive.h"
#include "time/timex.h"

/* What an expression dates. */
typedef struct dated {
    const clause *clause; /* in which it stands; NULL: it dates nothing */
    size_t noun;          /* that it belongs to, or NO_TOKEN where it dates the clause itself */
} dated;

/* Whether an expression can date anything: a date, or a distance from an event. */
bool timex_dates(const timex *t);

/* The tokens of an expression, "before" of "three days before the attack" among them. */
token_range timex_tokens_of(const sentence *s, const timex *t);

/* "three days before the attack": the words behind the distance that tell the event; else empty. */
token_range timex_anchor(const tree *t, const timex *expression);

/* `events` are those of the sentence, which tell the nouns for something that happens. */
dated timex_dated(const clause_list *clauses, const asked_events *events, const timex *t);

/* Whether a word is one of the events of its sentence and a noun. */
bool noun_happens(const tree *t, const asked_events *events, size_t at);

#endif
