/* SPDX-License-Identifier: MIT */
#include "write/chart_strips.h"

#include <math.h>

#define PRECISION 7.0 /* of the length of strips */

/* How long strips may be. */
typedef struct strip_limit {
    double length;
    size_t shorter; /* how many of the first are shorter */
    double shorter_length;
} strip_limit;

static double limit_of(const strip_limit *limit, size_t strip) {
    return strip < limit->shorter ? limit->shorter_length : limit->length;
}

static double lead_before(const strips *s, day_number day, bool at_start) {
    if (!s->stretches.count)
        return 0;
    day_number last = s->stretches.items[s->stretches.count - 1].scale.last_day;
    if (day > last + 1)
        return BREAK_LENGTH;
    return at_start || day <= last ? 0 : CHANGE_LENGTH;
}

/* The stacks of a stretch from `first` on go behind `at` of the last strip, as many as fit. */
static size_t place_part(arena *a, const scale_stacks *stacks, size_t first, size_t count,
                         double length, double *at, strips *s) {
    double lead = lead_before(s, stacks->items[first].day, *at == 0);
    scale_stretch part = scale_fit(stacks, first, count, length - *at - lead);
    if (!part.count && *at == 0)
        part = scale_fit(stacks, first, 1, INFINITY);
    if (!part.count)
        return 0;
    *vector_push(&s->stretches, a) = (placed_stretch){part, s->count - 1, lead, *at + lead};
    *at += lead + part.length;
    s->length = fmax(s->length, *at);
    return part.count;
}

/* Strips filled one after the other. */
static strips fill(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                   strip_limit limit) {
    strips s = {.count = 1};
    double at = 0;
    for (size_t i = 0; i < stretches->count; i++) {
        size_t first = stretches->items[i].first, end = first + stretches->items[i].count;
        while ((first += place_part(a, stacks, first, end - first, limit_of(&limit, s.count - 1),
                                    &at, &s)) < end) {
            s.count++;
            at = 0;
        }
    }
    return s;
}

strips strips_single(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches) {
    return fill(a, stacks, stretches, (strip_limit){.length = INFINITY});
}

/* The shortest of at most so many strips, of which `low` is too short and `high` long enough. */
static strips balance(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                      size_t most, double low, double high) {
    while (high - low > PRECISION) {
        double middle = (low + high) / 2;
        if (fill(a, stacks, stretches, (strip_limit){.length = middle}).count <= most)
            high = middle;
        else
            low = middle;
    }
    return fill(a, stacks, stretches, (strip_limit){.length = high});
}

strips strips_sheet(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                    double thickness, double ratio) {
    double total = fill(a, stacks, stretches, (strip_limit){.length = INFINITY}).length;
    size_t most = (size_t)sqrt(total / (thickness * ratio));
    strips s;
    do {
        most++;
        s = balance(a, stacks, stretches, most, 0, total + BREAK_LENGTH);
    } while (s.length > ratio * thickness * (double)most);
    return s;
}

strips strips_pages(arena *a, const scale_stacks *stacks, const scale_stretch_list *stretches,
                    double length, size_t shorter, double shorter_length) {
    return fill(a, stacks, stretches, (strip_limit){length, shorter, shorter_length});
}
