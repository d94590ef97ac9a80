/* SPDX-License-Identifier: MIT */
/* Lanes side by side: the entries of one place, actor or publisher each. */
#ifndef WRITE_CHART_LANES_H
#define WRITE_CHART_LANES_H

#include "timeline/timeline.h"

#define MOST_LANES 6

typedef struct chart_lanes {
    size_t count;            /* at least one */
    slice names[MOST_LANES]; /* "" where there is only one lane */
    size_t sizes[MOST_LANES];
    size_t *of_entry;
} chart_lanes;

/*
 * At most `most` lanes. The commonest names have a lane each, the commonest first; an entry is in
 * the lane of the commonest of its names, and what has none of them in a last lane of the others.
 */
chart_lanes chart_lanes_of(arena *a, const timeline *t, dateline_lanes by, size_t most);

#endif
