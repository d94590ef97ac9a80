/* SPDX-License-Identifier: MIT */
#include "timeline/group.h"

/* Likeness from which two mentions of one date tell one event; of dates that only overlap. */
#define ALIKE_SAME_DATE  0.42
#define ALIKE_OTHER_DATE 0.62
/* What a shared kind of happening adds, where the dates are the same day. */
#define KIND_BONUS 0.12

typedef struct grouping {
    const stemmer *stems;
    const story_mention_list *mentions;
    arena *owner;
    group_list *out;
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

static void place(grouping *g, size_t m) {
    index_list *best = NULL;
    double best_agreement = 0;
    for (size_t i = 0; i < g->out->count; i++) {
        double one = agreement_with_group(g, &g->out->items[i], m);
        if (one >= 0 && (!best || one > best_agreement)) {
            best = &g->out->items[i];
            best_agreement = one;
        }
    }
    if (!best)
        best = vector_push(g->out, g->owner);
    *vector_push(best, g->owner) = m;
}

void mentions_group(const stemmer *s, const story_mention_list *mentions, arena *a,
                    group_list *out) {
    grouping g = {s, mentions, a, out};
    for (size_t m = 0; m < mentions->count; m++)
        place(&g, m);
}
