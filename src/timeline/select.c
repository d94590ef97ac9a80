/* SPDX-License-Identifier: MIT */
#include "timeline/select.h"

#include <stdlib.h>

/* Entries that begin on one day, and how much they matter together. */
typedef struct date_group {
    size_t first;
    size_t count;
    double weight;
} date_group;
typedef VECTOR(date_group) date_group_list;

static void keep_between(timeline *t, day_number since, day_number until) {
    size_t kept = 0;
    for (size_t i = 0; i < t->entries.count; i++) {
        day_span days = t->entries.items[i].when.days;
        if ((since == NO_DAY || days.last >= since) && (until == NO_DAY || days.first <= until))
            t->entries.items[kept++] = t->entries.items[i];
    }
    t->entries.count = kept;
}

static date_group_list dates_of(const timeline *t) {
    date_group_list dates = {0};
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        bool new_date =
            !dates.count || t->entries.items[dates.items[dates.count - 1].first].when.days.first !=
                                e->when.days.first;
        if (new_date)
            vector_push(&dates, t->owner)->first = i;
        date_group *date = &dates.items[dates.count - 1];
        date->count++;
        if (e->salience > date->weight)
            date->weight = e->salience;
    }
    return dates;
}

static int by_weight(const void *left, const void *right) {
    const date_group *a = left, *b = right;
    if (a->weight < b->weight || a->weight > b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->first < b->first ? -1 : 1;
}

static int by_place(const void *left, const void *right) {
    const date_group *a = left, *b = right;
    return a->first < b->first ? -1 : 1;
}

/* How many entries of the same date matter more than this one. */
static size_t rank_in_date(const timeline *t, const date_group *date, size_t at) {
    size_t rank = 0;
    for (size_t i = date->first; i < date->first + date->count; i++) {
        double other = t->entries.items[i].salience, own = t->entries.items[at].salience;
        rank += other > own || (other >= own && i < at);
    }
    return rank;
}

void timeline_select(timeline *t, const timeline_wishes *wishes) {
    bool selects =
        wishes->since != NO_DAY || wishes->until != NO_DAY || wishes->max_dates || wishes->per_date;
    if (selects)
        t->extracted.count = 0; /* what is no longer whole is not gone on with */
    keep_between(t, wishes->since, wishes->until);
    if (!t->entries.count || (!wishes->max_dates && !wishes->per_date))
        return;
    date_group_list dates = dates_of(t);
    if (wishes->max_dates && dates.count > wishes->max_dates) {
        qsort(dates.items, dates.count, sizeof *dates.items, by_weight);
        dates.count = wishes->max_dates;
        qsort(dates.items, dates.count, sizeof *dates.items, by_place);
    }
    VECTOR(entry) kept = {0};
    for (size_t i = 0; i < dates.count; i++)
        for (size_t k = dates.items[i].first; k < dates.items[i].first + dates.items[i].count; k++)
            if (!wishes->per_date || rank_in_date(t, &dates.items[i], k) < wishes->per_date)
                *vector_push(&kept, t->owner) = t->entries.items[k];
    for (size_t i = 0; i < kept.count; i++)
        t->entries.items[i] = kept.items[i];
    t->entries.count = kept.count;
}
