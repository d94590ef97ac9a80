/* SPDX-License-Identifier: MIT */
/* Who and where: the names in a clause, told apart by what they are in it. */
#ifndef EVENT_NAMES_H
#define EVENT_NAMES_H

#include "event/dating.h"
#include "event/mention.h"

/* Adds the names of a clause's subject to actors, and those that say where to places; each once. */
void names_find(const clause_list *clauses, dated told, arena *a, slice_list *actors,
                slice_list *places);

#endif
