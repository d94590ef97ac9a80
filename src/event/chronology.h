/* SPDX-License-Identifier: MIT */
/*
 * Chronologies: a date that is a sentence of its own, on the line of the sentence behind it or
 * above, is the date of that.
 */
#ifndef EVENT_CHRONOLOGY_H
#define EVENT_CHRONOLOGY_H

#include "event/extractor.h"

/* Whether the sentence, with the expressions in it, is such a date: it dates the next sentence. */
bool chronology_take(extractor *x, const sentence *s, const timex *dates, size_t count);
/* A heading tells nothing, but may be the date of what stands below. */
void chronology_take_heading(extractor *x, const block *b);
/* The date is that of no sentence any more. */
void chronology_forget(extractor *x);

/* Whether the main clause of the sentence that is looked at has no date of its own. */
bool chronology_main_is_undated(const extractor *x);
/*
 * The date before the sentence is that of its main clause. On its own line it may be a date of
 * something else, so that one alone does not count.
 */
void chronology_tell(extractor *x);
/* What stands below dates is told where there are enough of them. */
void chronology_end(extractor *x);

#endif
