/* SPDX-License-Identifier: MIT */
#include "timeline/group.h"

#include <stdlib.h>

/* Likeness from which two mentions of one date tell one event; of dates that only overlap. */
#define ALIKE_SAME_DATE  0.42
#define ALIKE_OTHER_DATE 0.62
/* What a shared kind of happening adds, where the dates are the same day. */
#define KIND_BONUS 0.12

typedef struct grouping {
    const stemmer *stems;
    const story_mention_list *mentions;
    arena *owner; /* of all of it: scratch */
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
    when wa = left->when, wb = right->when;
    bool same = same_dates(wa, wb);
    if (same && same_sentence(left, right))
        return 1;
    double alike = likeness(g->stems, &left->words, &right->words);
    if (same && wa.granularity >= GRANULARITY_TIME && wa.granularity <= GRANULARITY_DAY &&
        share_kind(&left->words.core, &right->words.core))
        alike += KIND_BONUS;
    return alike - (same ? ALIKE_SAME_DATE : ALIKE_OTHER_DATE);
}

static size_t compared_of(size_t members) {
    return members < MOST_COMPARED ? members : MOST_COMPARED;
}

/* A group, or a mention, on the way into another group, and the narrowest of its dates. */
typedef struct part {
    const size_t *members;
    size_t count;
    when when;
    size_t place;
} part;
typedef VECTOR(part) part_list;

static int compare_parts(const void *left, const void *right) {
    const part *a = left, *b = right;
    if (a->when.days.first != b->when.days.first)
        return a->when.days.first < b->when.days.first ? -1 : 1;
    if (a->when.days.last != b->when.days.last)
        return a->when.days.last < b->when.days.last ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

static part part_of(const grouping *g, const size_t *members, size_t count, size_t place) {
    part p = {members, count, g->mentions->items[members[0]].when, place};
    for (size_t i = 1; i < count; i++) {
        when w = g->mentions->items[members[i]].when;
        if (w.days.last - w.days.first < p.when.days.last - p.when.days.first)
            p.when = w;
    }
    return p;
}

/* They agree as, in the mean, the first members of each do with those of the other. */
static double agreement_of_groups(const grouping *g, const index_list *a, const part *b) {
    double sum = 0;
    size_t of_a = compared_of(a->count), of_b = compared_of(b->count);
    for (size_t i = 0; i < of_a; i++)
        for (size_t k = 0; k < of_b; k++)
            sum += agreement(g, a->items[i], b->members[k]);
    return sum / (double)(of_a * of_b);
}

/* The group that a part agrees with most; a new one where it agrees with none. */
static size_t group_for(grouping *g, const part *p) {
    const story_mention *first = &g->mentions->items[p->members[0]];
    const index_list *found = candidates_of(g->groups, p->when, &first->words);
    size_t best = SIZE_MAX;
    double best_agreement = 0;
    for (size_t i = 0; i < found->count; i++) {
        size_t group = found->items[i];
        double agreed = agreement_of_groups(g, &g->out->items[group], p);
        if (agreed > best_agreement || (agreed >= best_agreement && group < best)) {
            best = group;
            best_agreement = agreed;
        }
    }
    if (best != SIZE_MAX)
        return best;
    vector_push(g->out, g->owner);
    return candidates_open(g->groups, p->when);
}

/* Each part joins a group, or begins one. */
static void join_parts(grouping *g, part_list *parts) {
    g->groups = candidates_new(g->stems, g->owner);
    g->out = ARENA_NEW(g->owner, group_list);
    if (parts->count)
        qsort(parts->items, parts->count, sizeof *parts->items, compare_parts);
    for (size_t k = 0; k < parts->count; k++) {
        const part *p = &parts->items[k];
        size_t group = group_for(g, p);
        for (size_t i = 0; i < p->count; i++) {
            *vector_push(&g->out->items[group], g->owner) = p->members[i];
            candidates_join(g->groups, group, p->when,
                            &g->mentions->items[p->members[i]].words.core);
        }
    }
}

static void copy_groups(const group_list *from, arena *a, group_list *out) {
    *out = (group_list){.count = from->count, .capacity = from->count};
    out->items = ARENA_ARRAY(a, index_list, from->count);
    for (size_t i = 0; i < from->count; i++) {
        const index_list *group = &from->items[i];
        size_t *items = ARENA_ARRAY(a, size_t, group->count);
        memcpy(items, group->items, group->count * sizeof *items);
        out->items[i] = (index_list){items, group->count, group->count};
    }
}

/* Twice: what stood alone while the others came may agree with them once all are there. */
void mentions_group(const stemmer *s, const story_mention_list *mentions, arena *a, arena *scratch,
                    group_list *out) {
    part_list parts = {0};
    grouping g = {.stems = s, .mentions = mentions, .owner = scratch};
    size_t *alone = ARENA_ARRAY(scratch, size_t, mentions->count);
    for (size_t m = 0; m < mentions->count; m++) {
        alone[m] = m;
        *vector_push(&parts, scratch) = part_of(&g, &alone[m], 1, m);
    }
    join_parts(&g, &parts);
    group_list first = *g.out;
    parts.count = 0;
    for (size_t i = 0; i < first.count; i++)
        *vector_push(&parts, scratch) = part_of(&g, first.items[i].items, first.items[i].count, i);
    join_parts(&g, &parts);
    copy_groups(g.out, a, out);
}
