/* SPDX-License-Identifier: MIT */
/*
 * Figures: how many of what a clause counts. Casualties and arrests are told by a word of ours
 * ("killed", "injured", "missing", "arrested"), so that sources can be compared; all else by the
 * noun that is counted ("bombs").
 */
#ifndef EVENT_FIGURES_H
#define EVENT_FIGURES_H

#include "event/dating.h"
#include "event/mention.h"

/* Adds the figures of an event; the numbers of dates are none. */
void figures_find(const clause_list *clauses, const asked_events *events, dated told,
                  const range_list *dates, arena *a, figure_list *out);

#endif
