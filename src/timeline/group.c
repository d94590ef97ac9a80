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
    candidates *groups;
} grouping;

static bool same_dates(when a, when b) {
    return a.days.first == b.days.first && a.days.last == b.days.last;
}

static bool same_sentence(const story_mention *a, const story_mention *b) {
    return a->article == b->article && a->mention->start == b->mention->start;
}

/* How far above what is asked for two mentions are alike; negative: they tell different events. */
static double agreement(const grouping *g, size_t a, size_t b) {
    const story_mention *left = &g->mentions->items[a], *right = &g->mentions->items[b];
    when wa = left->mention->when, wb = right->mention->when;
    bool same = same_dates(wa, wb);
    if (same && same_sentence(left, right))
        return 1;
    double alike = likeness(g->stems, &left->words, &right->words);
    if (same && wa.granularity >= GRANULARITY_TIME && wa.granularity <= GRANULARITY_DAY &&
        share_kind(&left->words.core, &right->words.core))
        alike += KIND_BONUS;
    return alike - (same ? ALIKE_SAME_DATE : ALIKE_OTHER_DATE);
}

/* A mention agrees with a group as it does, in the mean, with the group's first members. */
static double agreement_with_group(const grouping *g, const index_list *group, size_t m) {
    double sum = 0;
    size_t compared = group->count < MOST_COMPARED ? group->count : MOST_COMPARED;
    for (size_t i = 0; i < compared; i++)
        sum += agreement(g, group->items[i], m);
    return sum / (double)compared;
}

/* The group that the mention agrees with most; a new one where it agrees with none. */
static size_t group_for(grouping *g, size_t m) {
    const story_mention *own = &g->mentions->items[m];
    const index_list *found = candidates_of(g->groups, own->mention->when, &own->words);
    size_t best = SIZE_MAX;
    double best_agreement = 0;
    for (size_t i = 0; i < found->count; i++) {
        size_t group = found->items[i];
        double agreed = agreement_with_group(g, &g->out->items[group], m);
        if (agreed > best_agreement || (agreed >= best_agreement && group < best)) {
            best = group;
            best_agreement = agreed;
        }
    }
    if (best != SIZE_MAX)
        return best;
    vector_push(g->out, g->owner);
    return candidates_open(g->groups, own->mention->when);
}

void mentions_group(const stemmer *s, const story_mention_list *mentions, arena *a,
                    group_list *out) {
    grouping g = {
        .stems = s, .mentions = mentions, .owner = a, .out = out, .groups = candidates_new(s, a)};
    for (size_t m = 0; m < mentions->count; m++) {
        const story_mention *own = &mentions->items[m];
        size_t group = group_for(&g, m);
        *vector_push(&out->items[group], a) = m;
        candidates_join(g.groups, group, own->mention->when, &own->words.core);
    }
}
