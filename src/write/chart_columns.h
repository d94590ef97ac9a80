/* SPDX-License-Identifier: MIT */
/* Stretches of the time axis in columns: cut where a column ends, with breaks between them. */
#ifndef WRITE_CHART_COLUMNS_H
#define WRITE_CHART_COLUMNS_H

#include "write/chart_scale.h"

#define BREAK_HEIGHT  34 /* of the axis where time is left out */
#define CHANGE_HEIGHT 12 /* where only the scale changes */

typedef struct placed_stretch {
    scale_stretch scale;
    size_t column;
    double lead; /* height of the broken axis above it */
    double top;  /* from the top of the column */
} placed_stretch;

typedef struct columns {
    VECTOR(placed_stretch) stretches;
    size_t count;
    double height; /* of the highest */
} columns;

/* All in one column. */
columns columns_single(arena *a, const scale_card *cards, size_t count);
/* The fewest columns of that width that are at most `ratio` times as high as all are wide. */
columns columns_sheet(arena *a, const scale_card *cards, size_t count, double width, double ratio);

#endif
