/* SPDX-License-Identifier: MIT */
/* From an article to its dated event mentions. */
#ifndef EVENT_EXTRACT_H
#define EVENT_EXTRACT_H

#include "event/mention.h"

/*
 * Adds the article's mentions in text order: one for each clause that a date belongs to; what
 * stands below the dates of a chronology comes last. Where `untitled` is not NULL it takes the
 * sentences with a dated clause that gives no title: they tell of a date, but no event. All they
 * hold lives as long as the arena and the article's text.
 */
void mentions_extract(const article *from, arena *a, mention_list *out, mention_list *untitled,
                      diagnostics *said);

#endif
