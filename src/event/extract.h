/* SPDX-License-Identifier: MIT */
/* From an article to its dated event mentions. */
#ifndef EVENT_EXTRACT_H
#define EVENT_EXTRACT_H

#include "event/mention.h"

/*
 * Adds the article's mentions in text order: one for each clause that a date belongs to. All they
 * hold lives as long as the arena and the article's text.
 */
void mentions_extract(const article *from, arena *a, mention_list *out, diagnostics *said);

#endif
