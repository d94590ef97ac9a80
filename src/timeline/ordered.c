/* SPDX-License-Identifier: MIT */
#include "timeline/ordered.h"

/* Likeness from which two tell one event: the days are no reason for it, as many events are of
 * them. */
#define ALIKE 0.54
/* Groups with a stem beyond which it is too common to look for an event by it. */
#define MOST_WITH_STEM 256

typedef struct ordering {
    const stemmer *stems;
    const story_mention_list *mentions;
    group_list *groups;
    index_list *by_stem; /* groups with the stem in their first member's core */
} ordering;

static const story_mention *first_of(const ordering *o, size_t group) {
    return &o->mentions->items[o->groups->items[group].items[0]];
}

/* Whether what is of the one date may be of the other: all of it is within those days. */
static bool may_be_of(when one, when ordered) {
    return one.days.first <= ordered.days.last && one.days.last >= ordered.days.first &&
           (one.some_day || !date_is_long(one));
}

static size_t likest(const ordering *o, size_t ordered) {
    const story_mention *m = first_of(o, ordered);
    size_t best = SIZE_MAX;
    double best_likeness = ALIKE;
    for (size_t i = 0; i < m->words.core.count; i++) {
        const index_list *list = &o->by_stem[m->words.core.items[i]];
        for (size_t k = 0; k < list->count && list->count <= MOST_WITH_STEM; k++) {
            size_t group = list->items[k];
            if (group == ordered || !o->groups->items[group].count ||
                !may_be_of(first_of(o, group)->when, m->when))
                continue;
            double alike = likeness(o->stems, &m->words, &first_of(o, group)->words);
            if (alike > best_likeness || (alike >= best_likeness && group < best)) {
                best = group;
                best_likeness = alike;
            }
        }
    }
    return best;
}

void ordered_join(const stemmer *stems, const story_mention_list *mentions, arena *a,
                  arena *scratch, group_list *groups) {
    ordering o = {stems, mentions, groups, ARENA_ARRAY(scratch, index_list, stem_count(stems))};
    for (size_t g = 0; g < groups->count; g++) {
        if (!groups->items[g].count)
            continue;
        stem_set core = first_of(&o, g)->words.core;
        for (size_t i = 0; i < core.count; i++)
            *vector_push(&o.by_stem[core.items[i]], scratch) = g;
    }
    for (size_t g = 0; g < groups->count; g++) {
        index_list *members = &groups->items[g];
        size_t into = members->count && first_of(&o, g)->when.some_day ? likest(&o, g) : SIZE_MAX;
        for (size_t i = 0; into != SIZE_MAX && i < members->count; i++)
            *vector_push(&groups->items[into], a) = members->items[i];
        if (into != SIZE_MAX)
            members->count = 0;
    }
}
