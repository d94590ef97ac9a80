/* SPDX-License-Identifier: MIT */
/* From an article to its dated event mentions. */
#ifndef EVENT_EXTRACT_H
#define EVENT_EXTRACT_H

#include "event/mention.h"

/*
 * Adds the article's mentions in text order: one for each clause that a date belongs to; what
 * stands below the dates of a chronology comes last. Where `untitled` is not NULL it takes the
 * sentences with a dated clause that gives no title: they tell of a date, but no event. All they
 * hold lives in the arena `a`, or is the article's text. Words and trees are held in `scratch`,
 * which is reset after each passage of a long text, and at the end (NULL: in `a`).
 */
void mentions_extract(const article *from, arena *a, arena *scratch, mention_list *out,
                      mention_list *untitled, diagnostics *said);

#endif
