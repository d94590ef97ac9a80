/* SPDX-License-Identifier: MIT */
#include "write/chart_scale.h"

#include <math.h>
#include <stdlib.h>

#define MOST_STACKS 96   /* in a stretch of several days: bounds the search */
#define BREAK_COST  60.0 /* in points of empty paper */
#define SHORT_GAP   3    /* days that are never too long */
#define DWARFING    8.0  /* a gap so many times the mean of the others is left out */

/*
 * What is known of a stretch while stacks are added to it. A stack stands at its day or, where
 * stacks of its lane before it need the room, behind it. A smaller scale saves paper, a larger one
 * keeps stacks near their days:
 *   lower  the scale below which a stack would be too far from its day;
 *   upper  the scale up to which the stacks of a lane can stand without space between them.
 */
typedef struct fit {
    const scale_stacks *stacks;
    size_t first;
    size_t count;
    double packed[MOST_LANES]; /* length of each lane's stacks without space between them */
    double longest;            /* of these */
    double lower;
    double upper;
    day_number until;
    day_number longest_gap;
    size_t gaps;
} fit;

static fit fit_begin(const scale_stacks *stacks, size_t first) {
    return (fit){.stacks = stacks, .first = first, .upper = INFINITY};
}

/* No stack of its lane before the new one may push it too far. */
static void bound_scale(fit *f, size_t added) {
    const scale_stack *stacks = f->stacks->items, *stack = &stacks[added];
    double before = 0;
    for (size_t i = added; i-- > f->first;) {
        if (stacks[i].lane != stack->lane)
            continue;
        before += stacks[i].length;
        if (stacks[i].day < stack->day)
            f->lower =
                fmax(f->lower, (before - f->stacks->farthest) / (stack->day - stacks[i].day));
    }
    if (stack->day > stacks[f->first].day)
        f->upper = fmin(f->upper, f->longest / (stack->day - stacks[f->first].day));
}

static void fit_add(fit *f) {
    size_t added = f->first + f->count++;
    const scale_stack *stack = &f->stacks->items[added];
    if (added > f->first && stack->day > stack[-1].day) {
        day_number gap = stack->day - f->until;
        f->longest_gap = gap > f->longest_gap ? gap : f->longest_gap;
        f->gaps++;
    }
    bound_scale(f, added);
    f->until = stack->until > f->until ? stack->until : f->until;
    f->packed[stack->lane] += stack->length;
    f->longest = fmax(f->longest, f->packed[stack->lane]);
}

static day_number fit_days(const fit *f) {
    return f->until - f->stacks->items[f->first].day + 1;
}

/* Axis and stacks end together where the bounds allow it. */
static double day_length(const fit *f) {
    return fmax(f->lower, fmin(f->upper, f->longest / fit_days(f)));
}

/* The stretch; `strain` is how far stacks stand behind their days, in sum. */
static scale_stretch fit_stretch(const fit *f, double *strain) {
    const scale_stack *stacks = f->stacks->items + f->first;
    double ends[MOST_LANES] = {0};
    scale_stretch s = {.first = f->first,
                       .count = f->count,
                       .first_day = stacks[0].day,
                       .last_day = f->until,
                       .day_length = day_length(f)};
    s.length = scale_day(&s, s.last_day + 1);
    *strain = 0;
    for (size_t i = 0; i < f->count; i++) {
        double day = scale_day(&s, stacks[i].day), at = fmax(ends[stacks[i].lane], day);
        *strain += fmax(0, at - scale_day(&s, stacks[i].until + 1));
        ends[stacks[i].lane] = at + stacks[i].length;
        s.length = fmax(s.length, ends[stacks[i].lane]);
    }
    return s;
}

/* True where no day of a stack before it reaches the stack at `index`. */
static bool begins_days(const fit *f, size_t index) {
    return index == f->stacks->count || f->stacks->items[index].day > f->until;
}

scale_stretch scale_fit(const scale_stacks *stacks, size_t first, size_t count, double length) {
    fit f = fit_begin(stacks, first);
    scale_stretch best = {.first = first}, any = best;
    while (f.count < count) {
        fit_add(&f);
        double strain;
        scale_stretch s = fit_stretch(&f, &strain);
        if (s.length > length)
            break;
        any = s;
        if (f.count == count || begins_days(&f, first + f.count))
            best = s;
    }
    return best.count ? best : any;
}

void scale_place(const scale_stacks *stacks, const scale_stretch *s, double *at) {
    double ends[MOST_LANES] = {0};
    for (size_t i = 0; i < s->count; i++) {
        const scale_stack *stack = &stacks->items[s->first + i];
        at[i] = fmax(ends[stack->lane], scale_day(s, stack->day));
        ends[stack->lane] = at[i] + stack->length;
    }
}

/* ---- Where to break ----------------------------------------------------------------------- */

/* A stretch of two days has no other gap to measure its own by but those of the whole story. */
static bool has_dwarfing_gap(const fit *f, double usual_gap) {
    if (f->longest_gap <= SHORT_GAP)
        return false;
    double others = f->gaps > 1 ? (double)(fit_days(f) - 1 - f->longest_gap) / (double)(f->gaps - 1)
                                : usual_gap;
    return f->longest_gap > DWARFING * others;
}

/* What it costs to draw the stacks of the fit as one stretch. */
static double stretch_cost(const fit *f, double usual_gap) {
    if (has_dwarfing_gap(f, usual_gap))
        return INFINITY;
    double strain;
    scale_stretch s = fit_stretch(f, &strain);
    return BREAK_COST + (s.length - f->longest) + strain;
}

static int by_length(const void *a, const void *b) {
    day_number x = *(const day_number *)a, y = *(const day_number *)b;
    return (x > y) - (x < y);
}

/* The median of the gaps between days that have stacks; 1 where there is none. */
static double usual_gap_of(arena *a, const scale_stacks *stacks) {
    day_number *gaps = ARENA_ARRAY(a, day_number, stacks->count), until = NO_DAY;
    size_t found = 0;
    for (size_t i = 0; i < stacks->count; i++) {
        const scale_stack *stack = &stacks->items[i];
        if (i && stack->day > until)
            gaps[found++] = stack->day - until;
        until = stack->until > until ? stack->until : until;
    }
    if (!found)
        return 1;
    qsort(gaps, found, sizeof *gaps, by_length);
    return gaps[found / 2];
}

/* For the stacks from one on that begins days: the least cost, and where its stretch ends. */
typedef struct choice {
    double cost;
    size_t end;
} choice;

static choice best_choice(const scale_stacks *stacks, size_t first, double usual_gap,
                          const choice *later) {
    choice best = {INFINITY, 0};
    fit f = fit_begin(stacks, first);
    while (first + f.count < stacks->count && (f.count < MOST_STACKS || !best.end)) {
        fit_add(&f);
        size_t end = first + f.count;
        if (!begins_days(&f, end))
            continue;
        double cost = stretch_cost(&f, usual_gap) + later[end].cost;
        if (!best.end || cost < best.cost)
            best = (choice){cost, end};
    }
    return best;
}

scale_stretch_list scale_stretches(arena *a, const scale_stacks *stacks) {
    scale_stretch_list list = {0};
    double usual_gap = usual_gap_of(a, stacks);
    choice *choices = ARENA_ARRAY(a, choice, stacks->count + 1);
    for (size_t first = stacks->count; first-- > 0;)
        choices[first] = best_choice(stacks, first, usual_gap, choices);
    for (size_t first = 0; first < stacks->count; first = choices[first].end)
        *vector_push(&list, a) = scale_fit(stacks, first, choices[first].end - first, INFINITY);
    return list;
}
