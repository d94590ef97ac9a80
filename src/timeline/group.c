/* SPDX-License-Identifier: MIT */
#include "timeline/group.h"

/* Likeness from which two mentions of one date tell one event; of dates that only overlap. */
#define ALIKE_SAME_DATE  0.42
#define ALIKE_OTHER_DATE 0.62
/* What a shared kind of happening adds, where the dates are the same day. */
#define KIND_BONUS 0.12

/* A group that mentions may still join: they come in order of their first days. */
typedef struct open_group {
    size_t index; /* in the list of groups */
    day_number last;
} open_group;

typedef struct grouping {
    const stemmer *stems;
    const story_mention_list *mentions;
    arena *owner;
    group_list *out;
    VECTOR(open_group) open;
} grouping;

static bool same_dates(when a, when b) {
    return a.days.first == b.days.first && a.days.last == b.days.last;
}

static bool dates_overlap(when a, when b) {
    return a.days.first <= b.days.last && b.days.first <= a.days.last;
}

/* Longer than a month, a date says too little to join it to a day. */
static bool is_long(when w) {
    return w.days.last - w.days.first > 31;
}

/* How far above what is asked for two mentions are alike; negative: they tell different events. */
static double agreement(const grouping *g, size_t a, size_t b) {
    const story_mention *left = &g->mentions->items[a], *right = &g->mentions->items[b];
    when wa = left->mention->when, wb = right->mention->when;
    bool same = same_dates(wa, wb);
    if (!same && (is_long(wa) || is_long(wb) || !dates_overlap(wa, wb)))
        return -1;
    if (left->article == right->article && left->mention->start == right->mention->start && same)
        return 1;
    double alike = likeness(g->stems, &left->words, &right->words);
    if (same && wa.granularity >= GRANULARITY_TIME && wa.granularity <= GRANULARITY_DAY &&
        share_kind(&left->words.core, &right->words.core))
        alike += KIND_BONUS;
    return alike - (same ? ALIKE_SAME_DATE : ALIKE_OTHER_DATE);
}

/* A mention agrees with a group as it does, in the mean, with the group's members. */
static double agreement_with_group(const grouping *g, const index_list *group, size_t m) {
    double sum = 0;
    for (size_t i = 0; i < group->count; i++) {
        double one = agreement(g, group->items[i], m);
        if (one <= -1)
            return -1;
        sum += one;
    }
    return sum / (double)group->count;
}

/* Forgets the groups that end before the day. */
static void close_groups(grouping *g, day_number day) {
    size_t kept = 0;
    for (size_t i = 0; i < g->open.count; i++)
        if (g->open.items[i].last >= day)
            g->open.items[kept++] = g->open.items[i];
    g->open.count = kept;
}

static open_group *new_group(grouping *g) {
    vector_push(g->out, g->owner);
    open_group *opened = vector_push(&g->open, g->owner);
    opened->index = g->out->count - 1;
    return opened;
}

static void place(grouping *g, size_t m) {
    day_span days = g->mentions->items[m].mention->when.days;
    open_group *best = NULL;
    double best_agreement = 0;
    close_groups(g, days.first);
    for (size_t i = 0; i < g->open.count; i++) {
        open_group *one = &g->open.items[i];
        double agreed = agreement_with_group(g, &g->out->items[one->index], m);
        if (agreed >= 0 && (!best || agreed > best_agreement)) {
            best = one;
            best_agreement = agreed;
        }
    }
    if (!best)
        best = new_group(g);
    if (days.last > best->last)
        best->last = days.last;
    *vector_push(&g->out->items[best->index], g->owner) = m;
}

void mentions_group(const stemmer *s, const story_mention_list *mentions, arena *a,
                    group_list *out) {
    grouping g = {.stems = s, .mentions = mentions, .owner = a, .out = out};
    for (size_t m = 0; m < mentions->count; m++)
        place(&g, m);
}
