/* SPDX-License-Identifier: MIT */
/*
 * The time axis of the chart as plain arithmetic. Cards, in order of their days, are cut into
 * stretches. Inside a stretch equal time has equal length, and cards stand below each other, each
 * as near as it can to its day. Between stretches the axis is broken.
 *
 * Where to break is chosen by dynamic programming over the whole story: a break costs something, so
 * do empty paper and cards that stand away from their day, and a gap that dwarfs the others of its
 * stretch is not drawn at all. Lengths are in points, from the top of the stretch.
 */
#ifndef WRITE_CHART_SCALE_H
#define WRITE_CHART_SCALE_H

#include "base/calendar.h"
#include "base/vector.h"

typedef struct scale_card {
    day_number day;   /* that it stands for */
    day_number until; /* the axis is worth drawing: the last such day before the next card's */
    double height;    /* with the space below it */
} scale_card;

typedef struct scale_stretch {
    size_t first; /* of its cards */
    size_t count;
    day_number first_day;
    day_number last_day;
    double day_length; /* the scale; the axis ends with the last day */
    double height;     /* of axis and cards, whichever is longer */
} scale_stretch;

typedef VECTOR(scale_stretch) scale_stretch_list;

/* How far below its day the first card of a day may stand. */
#define SCALE_FARTHEST 84.0

/* Cuts the cards into stretches. */
scale_stretch_list scale_stretches(arena *a, const scale_card *cards, size_t count);

/* The stretch of the cards from `first` of at most `count` that are at most `height` high. */
scale_stretch scale_fit(const scale_card *cards, size_t first, size_t count, double height);

/* Where each card of the stretch stands: `y` has room for s->count. */
void scale_place(const scale_card *cards, const scale_stretch *s, double *y);

/* Where a day of the stretch, and the day behind its last one, begins. */
static inline double scale_day(const scale_stretch *s, day_number day) {
    return (day - s->first_day) * s->day_length;
}

#endif
