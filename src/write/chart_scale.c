/* SPDX-License-Identifier: MIT */
#include "write/chart_scale.h"

#include <math.h>
#include <stdlib.h>

#define MOST_CARDS 96   /* in a stretch of several days: bounds the search */
#define BREAK_COST 60.0 /* in points of empty paper */
#define SHORT_GAP  3    /* days that are never too long */
#define DWARFING   8.0  /* a gap so many times the mean of the others is left out */

/*
 * What is known of a stretch while cards are added to it. A card stands at its day or, where cards
 * before it need the room, below it. A smaller scale saves paper, a larger one keeps cards near
 * their days:
 *   lower  the scale below which the first card of a day would be too far from it;
 *   upper  the scale up to which cards can stand without space between them.
 */
typedef struct fit {
    const scale_card *cards;
    size_t first;
    size_t count;
    double packed; /* height of the cards without space between them */
    double lower;
    double upper;
    day_number longest_gap;
    size_t gaps;
} fit;

static bool begins_day(const fit *f, size_t i) {
    return i == f->first || f->cards[i].day != f->cards[i - 1].day;
}

/* The new card begins a day: no first card of a day before it may push it too far. */
static void bound_scale(fit *f, size_t added) {
    double above = 0;
    day_number day = f->cards[added].day;
    for (size_t i = added; i-- > f->first;) {
        above += f->cards[i].height;
        if (begins_day(f, i))
            f->lower = fmax(f->lower, (above - SCALE_FARTHEST) / (day - f->cards[i].day));
    }
    f->upper = fmin(f->upper, f->packed / (day - f->cards[f->first].day));
}

static void fit_add(fit *f) {
    size_t added = f->first + f->count++;
    if (added > f->first && begins_day(f, added)) {
        day_number gap = f->cards[added].day - f->cards[added - 1].until;
        f->longest_gap = gap > f->longest_gap ? gap : f->longest_gap;
        f->gaps++;
        bound_scale(f, added);
    }
    f->packed += f->cards[added].height;
}

static fit fit_begin(const scale_card *cards, size_t first) {
    return (fit){.cards = cards, .first = first, .upper = INFINITY};
}

static day_number fit_days(const fit *f) {
    return f->cards[f->first + f->count - 1].until - f->cards[f->first].day + 1;
}

/* Axis and cards end together where the bounds allow it. */
static double day_length(const fit *f) {
    return fmax(f->lower, fmin(f->upper, f->packed / fit_days(f)));
}

/* The stretch; `strain` is how far cards stand below their days, in sum. */
static scale_stretch fit_stretch(const fit *f, double *strain) {
    const scale_card *cards = f->cards + f->first;
    scale_stretch s = {.first = f->first,
                       .count = f->count,
                       .first_day = cards[0].day,
                       .last_day = cards[f->count - 1].until,
                       .day_length = day_length(f)};
    double bottom = 0, sum = 0;
    for (size_t i = 0; i < f->count; i++) {
        double day = scale_day(&s, cards[i].day), top = fmax(bottom, day);
        double days = cards[i].until - cards[i].day + 1;
        sum += fmax(0, top - day - days * s.day_length);
        bottom = top + cards[i].height;
    }
    s.height = fmax(bottom, scale_day(&s, s.last_day + 1));
    *strain = sum;
    return s;
}

scale_stretch scale_fit(const scale_card *cards, size_t first, size_t count, double height) {
    fit f = fit_begin(cards, first);
    scale_stretch best = {.first = first};
    while (f.count < count) {
        fit_add(&f);
        double strain;
        scale_stretch s = fit_stretch(&f, &strain);
        if (s.height > height)
            break;
        best = s;
    }
    return best;
}

void scale_place(const scale_card *cards, const scale_stretch *s, double *y) {
    double bottom = 0;
    for (size_t i = 0; i < s->count; i++) {
        y[i] = fmax(bottom, scale_day(s, cards[s->first + i].day));
        bottom = y[i] + cards[s->first + i].height;
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

/* What it costs to draw the cards of the fit as one stretch. */
static double stretch_cost(const fit *f, double usual_gap) {
    if (has_dwarfing_gap(f, usual_gap))
        return INFINITY;
    double strain;
    scale_stretch s = fit_stretch(f, &strain);
    return BREAK_COST + (s.height - f->packed) + strain;
}

static int by_length(const void *a, const void *b) {
    day_number x = *(const day_number *)a, y = *(const day_number *)b;
    return (x > y) - (x < y);
}

/* The median of the gaps between days that have cards; 1 where there is none. */
static double usual_gap_of(arena *a, const scale_card *cards, size_t count) {
    day_number *gaps = ARENA_ARRAY(a, day_number, count);
    size_t found = 0;
    for (size_t i = 1; i < count; i++)
        if (cards[i].day != cards[i - 1].day)
            gaps[found++] = cards[i].day - cards[i - 1].until;
    if (!found)
        return 1;
    qsort(gaps, found, sizeof *gaps, by_length);
    return gaps[found / 2];
}

/* For the cards from the first of a day on: the least cost, and where its stretch ends. */
typedef struct choice {
    double cost;
    size_t end;
} choice;

static choice best_choice(const scale_card *cards, size_t first, size_t count, double usual_gap,
                          const choice *later) {
    choice best = {INFINITY, first + 1};
    fit f = fit_begin(cards, first);
    while (first + f.count < count && (f.count < MOST_CARDS || fit_days(&f) == 1)) {
        fit_add(&f);
        size_t end = first + f.count;
        if (end < count && !begins_day(&f, end))
            continue;
        double cost = stretch_cost(&f, usual_gap) + later[end].cost;
        if (cost < best.cost)
            best = (choice){cost, end};
    }
    return best;
}

scale_stretch_list scale_stretches(arena *a, const scale_card *cards, size_t count) {
    scale_stretch_list list = {0};
    double usual_gap = usual_gap_of(a, cards, count);
    choice *choices = ARENA_ARRAY(a, choice, count + 1);
    for (size_t first = count; first-- > 0;)
        if (first == 0 || cards[first].day != cards[first - 1].day)
            choices[first] = best_choice(cards, first, count, usual_gap, choices);
    for (size_t first = 0; first < count; first = choices[first].end)
        *vector_push(&list, a) = scale_fit(cards, first, choices[first].end - first, INFINITY);
    return list;
}
