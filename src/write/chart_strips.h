/* SPDX-License-Identifier: MIT */
/* Stretches of the time axis in strips: the columns, or the rows, of a sheet or of pages. */
#ifndef WRITE_CHART_STRIPS_H
#define WRITE_CHART_STRIPS_H

#include "write/chart_scale.h"

#define BREAK_LENGTH  44 /* of the axis where time is left out */
#define CHANGE_LENGTH 12 /* where only the scale changes */

typedef struct placed_stretch {
    scale_stretch scale;
    size_t strip;
    double lead;  /* length of the broken axis before it */
    double start; /* from that of the strip */
} placed_stretch;

typedef struct strips {
    VECTOR(placed_stretch) stretches;
    size_t count;
    double length; /* of the longest */
} strips;

/* All in one strip. */
strips strips_single(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches);
/* The fewest strips, so thick each, that are at most `ratio` times as long as all are thick. */
strips strips_sheet(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                    double thickness, double ratio);
/* Strips so long, but for the first ones, which leave room for something else. */
strips strips_pages(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                    double length, size_t shorter, double shorter_length);

#endif
