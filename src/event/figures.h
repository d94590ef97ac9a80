/* SPDX-License-Identifier: MIT */
/* Figures: how many were killed, injured, arrested, as a sentence says. */
#ifndef EVENT_FIGURES_H
#define EVENT_FIGURES_H

#include "event/clause.h"
#include "event/mention.h"

/* Adds the figures in a range of an analysed sentence; the numbers of dates are none. */
void figures_find(slice text, const sentence *s, token_range where, const range_list *dates,
                  arena *a, figure_list *out);

#endif
