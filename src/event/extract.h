/* SPDX-License-Identifier: MIT */
/* From an article to its dated event mentions. */
#ifndef EVENT_EXTRACT_H
#define EVENT_EXTRACT_H

#include "event/mention.h"

/*
 * Adds the article's mentions in text order: one for each clause that a date belongs to. All they
 * hold lives in the arena `a`, or is the article's text. Words and trees are held in `scratch`,
 * which is reset after each passage of a long text, and at the end (NULL: in `a`).
 */
void mentions_extract(const article *from, arena *a, arena *scratch, mention_list *out,
                      diagnostics *said);

#endif
