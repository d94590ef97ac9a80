/* SPDX-License-Identifier: MIT */
/* Figures: how many were killed, injured, arrested, as a sentence says. */
#ifndef EVENT_FIGURES_H
#define EVENT_FIGURES_H

#include "event/mention.h"

/* Adds the figures between two tokens of an analysed sentence. */
void figures_find(slice text, const sentence *s, size_t first, size_t end, arena *a,
                  figure_list *out);

#endif
