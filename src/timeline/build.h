/* SPDX-License-Identifier: MIT */
/* From a story to its timeline: the reduce step. */
#ifndef TIMELINE_BUILD_H
#define TIMELINE_BUILD_H

#include "timeline/corrections.h"

/* What a timeline is to keep. Days NO_DAY, counts 0 and slices "": no wish. */
typedef struct timeline_wishes {
    slice title;
    slice about;
    day_number since;
    day_number until;
    size_t max_dates;
    size_t per_date;
    const timeline *old;     /* whose ids the entries keep; NULL: none */
    corrections corrections; /* none where all zero */
} timeline_wishes;

/*
 * Makes the timeline, in the arena. The story is put into order and its mentions are dated as far
 * as they can be. The outcome depends on what the story holds, not on the order it came in.
 */
timeline *timeline_build(story *s, const timeline_wishes *wishes, arena *a, diagnostics *said);

#endif
