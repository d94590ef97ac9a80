/* SPDX-License-Identifier: MIT */
#include "write/chart_columns.h"

#include <math.h>

#define PRECISION 7.0 /* of the height of columns */

static double lead_above(const columns *c, day_number day, bool at_top) {
    if (!c->stretches.count)
        return 0;
    day_number last = c->stretches.items[c->stretches.count - 1].scale.last_day;
    if (day > last + 1)
        return BREAK_HEIGHT;
    return at_top || day <= last ? 0 : CHANGE_HEIGHT;
}

/* The cards of a stretch from `first` on go below `y` of the last column, as many as fit. */
static size_t place_part(arena *a, const scale_card *cards, size_t first, size_t count,
                         double height, double *y, columns *c) {
    double lead = lead_above(c, cards[first].day, *y == 0);
    scale_stretch part = scale_fit(cards, first, count, height - *y - lead);
    if (!part.count && *y == 0)
        part = scale_fit(cards, first, 1, INFINITY);
    if (!part.count)
        return 0;
    *vector_push(&c->stretches, a) = (placed_stretch){part, c->count - 1, lead, *y + lead};
    *y += lead + part.height;
    c->height = fmax(c->height, *y);
    return part.count;
}

/* Columns of that height, filled from the left. */
static columns fill(arena *a, const scale_card *cards, const scale_stretch_list *stretches,
                    double height) {
    columns c = {.count = 1};
    double y = 0;
    for (size_t i = 0; i < stretches->count; i++) {
        size_t first = stretches->items[i].first, end = first + stretches->items[i].count;
        while ((first += place_part(a, cards, first, end - first, height, &y, &c)) < end) {
            c.count++;
            y = 0;
        }
    }
    return c;
}

columns columns_single(arena *a, const scale_card *cards, size_t count) {
    scale_stretch_list stretches = scale_stretches(a, cards, count);
    return fill(a, cards, &stretches, INFINITY);
}

/* The lowest of at most so many columns, of which `low` is too low and `high` enough. */
static columns balance(arena *a, const scale_card *cards, const scale_stretch_list *stretches,
                       size_t most, double low, double high) {
    while (high - low > PRECISION) {
        double middle = (low + high) / 2;
        if (fill(a, cards, stretches, middle).count <= most)
            high = middle;
        else
            low = middle;
    }
    return fill(a, cards, stretches, high);
}

columns columns_sheet(arena *a, const scale_card *cards, size_t count, double width, double ratio) {
    scale_stretch_list stretches = scale_stretches(a, cards, count);
    double total = fill(a, cards, &stretches, INFINITY).height;
    size_t most = (size_t)sqrt(total / (width * ratio));
    columns c;
    do {
        most++;
        c = balance(a, cards, &stretches, most, 0, total + BREAK_HEIGHT);
    } while (c.height > ratio * width * (double)most);
    return c;
}
