/* SPDX-License-Identifier: MIT */
/*
 * One spelling an actor within an article: "Hayward" becomes "Tony Hayward" and "WHO" what stands
 * before "(WHO)", where the article says so at any place, before or behind.
 */
#ifndef EVENT_FULL_NAMES_H
#define EVENT_FULL_NAMES_H

#include "event/mention.h"

/* Puts full names in place of short ones in the mentions of an article from `first` on, and leaves
 * out places that are persons there. */
void full_names_settle(slice text, mention_list *mentions, size_t first, arena *a);

#endif
