/* SPDX-License-Identifier: MIT */
/*
 * The time axis of the chart as plain arithmetic. Stacks (cards, or stacks of cards), in order of
 * their days, are cut into stretches. Inside a stretch equal time has equal length, and the stacks
 * of a lane stand behind each other, each as near as it can to its day. Between stretches the axis
 * is broken.
 *
 * Where to break is chosen by dynamic programming over the whole story: a break costs something, so
 * do empty paper and stacks that stand away from their day, and a gap that dwarfs the others of its
 * stretch is not drawn at all. Lengths are in points along the axis, from the start of the stretch.
 */
#ifndef WRITE_CHART_SCALE_H
#define WRITE_CHART_SCALE_H

#include "base/calendar.h"
#include "base/vector.h"
#include "write/chart_lanes.h"

typedef struct scale_stack {
    day_number day;   /* that it stands at */
    day_number until; /* the axis is worth drawing */
    double length;    /* with the space behind it */
    size_t lane;
} scale_stack;

typedef struct scale_stretch {
    size_t first; /* of its stacks */
    size_t count;
    day_number first_day;
    day_number last_day;
    double day_length; /* the scale; the axis ends with the last day */
    double length;     /* of axis and stacks, whichever is longer */
} scale_stretch;

typedef VECTOR(scale_stretch) scale_stretch_list;

/* The stacks of a story. `farthest`: how far behind its day a stack may stand that others of its
   lane push away; stacks of one day stand behind each other however many they are. */
typedef struct scale_stacks {
    const scale_stack *items;
    size_t count;
    double farthest;
} scale_stacks;

/* Cuts the stacks into stretches, which share no day. */
scale_stretch_list scale_stretches(arena *a, const scale_stacks *stacks);

/* The stretch of the stacks from `first` of at most `count` that are at most so long. It ends
   between two days, if it can. */
scale_stretch scale_fit(const scale_stacks *stacks, size_t first, size_t count, double length);

/* Where each stack of the stretch stands: `at` has room for s->count. */
void scale_place(const scale_stacks *stacks, const scale_stretch *s, double *at);

/* Where a day of the stretch, and the day behind its last one, begins. */
static inline double scale_day(const scale_stretch *s, day_number day) {
    return (day - s->first_day) * s->day_length;
}

#endif
