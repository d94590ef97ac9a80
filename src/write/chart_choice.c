/* SPDX-License-Identifier: MIT */
#include "write/chart_choice.h"

#include <stdlib.h>

#define ONE_LEADS_OF 5

typedef struct rank {
    double salience;
    size_t sources;
    size_t index;
} rank;

/* The most important first; of those that are as important, the first in time. */
static int by_importance(const void *a, const void *b) {
    const rank *x = a, *y = b;
    if (x->salience != y->salience)
        return x->salience < y->salience ? 1 : -1;
    if (x->sources != y->sources)
        return x->sources < y->sources ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

chart_choice chart_choose(arena *a, const timeline *t, size_t most) {
    size_t count = t->entries.count, told = count < most ? count : most;
    chart_choice c = {.told = ARENA_ARRAY(a, bool, count), .leads = ARENA_ARRAY(a, bool, count)};
    rank *ranks = ARENA_ARRAY(a, rank, count);
    for (size_t i = 0; i < count; i++) {
        const entry *e = &t->entries.items[i];
        ranks[i] = (rank){e->salience, entry_source_count(e), i};
    }
    if (count)
        qsort(ranks, count, sizeof *ranks, by_importance);
    size_t leads = (told + ONE_LEADS_OF / 2) / ONE_LEADS_OF;
    for (size_t i = 0; i < told; i++) {
        c.told[ranks[i].index] = true;
        c.leads[ranks[i].index] = i < leads && ranks[i].salience > ranks[told / 2].salience;
        c.has_leads |= c.leads[ranks[i].index];
    }
    c.counted = count - told;
    return c;
}
