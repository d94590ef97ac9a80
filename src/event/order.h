/* SPDX-License-Identifier: MIT */
/*
 * What a clause without a date comes after: "after the attack, controls were tightened". Its order
 * is known, though its day is not.
 */
#ifndef EVENT_ORDER_H
#define EVENT_ORDER_H

#include "event/clause.h"
#include "event/eventive.h"

/* "after the attack": the words that say so, and those of them that tell the other event. */
typedef struct order_words {
    token_range all;
    token_range event; /* empty: nothing is said of the order */
} order_words;

/*
 * Whether a sentence may tell of an order, by its words alone, which are cut where one of them puts
 * something behind another; then by their tags and events. So few do that it is worth asking before
 * it is tagged, and before it is parsed.
 */
bool order_is_possible(slice text, sentence *s, arena *a);
bool order_is_likely(slice text, const sentence *s, const asked_events *events);

/*
 * What the clause comes after, by words of its own: a definite noun that happens ("following the
 * attack"), or a clause whose verb names a kind of happening ("after gunmen attacked the hall").
 */
order_words order_of(const clause_list *clauses, const asked_events *events, const clause *c);

#endif
