/* SPDX-License-Identifier: MIT */
/* Names: runs of capitalised words, told apart by where they stand. */
#ifndef EVENT_NAMES_H
#define EVENT_NAMES_H

#include "event/clause.h"
#include "event/mention.h"

/* Adds the names of a clause's subject to actors, and the names behind a preposition of place to
 * places; each once. */
void names_find(slice text, const sentence *s, const clause *c, arena *a, slice_list *actors,
                slice_list *places);

/* The last name in a range of tokens ("President Anna Example" → "Anna Example"); "" if none. */
slice last_name_in(slice text, const sentence *s, token_range range);

#endif
