/* SPDX-License-Identifier: MIT */
/*
 * Who does what a clause tells, who suffers it, and with whom: persons and organisations by name,
 * or by what they are ("the canal authority", "police"). Named are the subject, the agent, the
 * objects, and who stands behind "with" or "against"; of a noun who it is of and by.
 */
#ifndef EVENT_ACTORS_H
#define EVENT_ACTORS_H

#include "event/dating.h"
#include "event/mention.h"

/* Adds the actors, each once. */
void actors_find(const tree *t, dated told, arena *a, slice_list *out);

/* Adds who a pronoun that is the subject stands for: the words that name somebody, with or without
 * titles and an article. */
void actors_add_named(slice words, arena *a, slice_list *out);

#endif
