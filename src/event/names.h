/* SPDX-License-Identifier: MIT */
/* Who and where: what an event's words and the syntax around them name. */
#ifndef EVENT_NAMES_H
#define EVENT_NAMES_H

#include "event/dating.h"
#include "event/mention.h"

/* Fills the actors and the places of a mention. `subject_name` is what a pronoun that is the
 * subject stands for, or "". */
void names_find(const clause_list *clauses, dated told, slice subject_name, arena *a, mention *out);

#endif
