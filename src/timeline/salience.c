/* SPDX-License-Identifier: MIT */
#include "timeline/salience.h"

#include <math.h>

topic topic_of(const stemmer *stems, const stem_set *words, arena *a) {
    uint32_t *weights = ARENA_ARRAY(a, uint32_t, stem_count(stems));
    topic t = {weights, 0};
    for (size_t i = 0; i < words->count; i++) {
        weights[words->items[i]] = stem_weight(stems, words->items[i]);
        t.total += weights[words->items[i]];
    }
    return t;
}

static double share_of_topic(const topic *t, const stem_set *stems) {
    uint64_t shared = 0;
    for (size_t i = 0; i < stems->count; i++)
        shared += t->weights[stems->items[i]];
    return t->total ? (double)shared / (double)t->total : 0;
}

double salience_of(const entry *e, const topic *about, const story_mention_list *mentions,
                   const index_list *group) {
    double sources = 1 - 1 / (1 + 0.5 * (double)entry_source_count(e));
    double relevance = 0;
    for (size_t i = 0; i < group->count; i++) {
        double one = share_of_topic(about, &mentions->items[group->items[i]].words.quote);
        relevance = one > relevance ? one : relevance;
    }
    double day = e->when.days.first == e->when.days.last ? 1 : 0.3;
    double weight = 0.5 * sources + 0.35 * relevance + 0.15 * day;
    return floor(weight * 1000 + 0.5) / 1000;
}
