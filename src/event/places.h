/* SPDX-License-Identifier: MIT */
/*
 * Where it happens: names of places that stand where the syntax says so – behind "in", "near",
 * "off"; as what is visited or struck; beside another place ("Port Sudan, Sudan") – and of a noun
 * those before it ("the Haiti earthquake").
 */
#ifndef EVENT_PLACES_H
#define EVENT_PLACES_H

#include "event/dating.h"
#include "event/mention.h"

/* Adds the places of a clause, or of a noun, each once. */
void places_find(const clause_list *clauses, dated told, arena *a, slice_list *out);

/* Adds the place that an article's dateline names, if it is one that is listed. */
void places_of_dateline(const article *from, arena *a, slice_list *out);

#endif
