/* SPDX-License-Identifier: MIT */
#include "timeline/salience.h"

#include "timeline/sources.h"

#include <math.h>

/* What each part of salience is of the whole. */
#define SHARE_OF_SOURCES    0.5
#define SHARE_OF_RELEVANCE  0.22
#define SHARE_OF_CENTRALITY 0.18
#define SHARE_OF_DAY        0.1

weighing weighing_of(const timeline *t, const stemmer *stems, const stem_set *about, arena *a) {
    uint32_t *weights = ARENA_ARRAY(a, uint32_t, stem_count(stems));
    weighing by = {.topic = weights,
                   .sources = sources_of(t->articles.items, t->articles.count, a),
                   .last_counted = ARENA_ARRAY(a, size_t, t->articles.count)};
    for (size_t i = 0; i < about->count; i++) {
        weights[about->items[i]] = stem_weight(stems, about->items[i]);
        by.whole_topic += weights[about->items[i]];
    }
    return by;
}

static size_t source_count(const entry *e, weighing *by) {
    size_t count = 0;
    by->entry_number++;
    for (size_t i = 0; i < e->mentions.count; i++) {
        size_t *last = &by->last_counted[by->sources[e->mentions.items[i].article]];
        count += *last != by->entry_number;
        *last = by->entry_number;
    }
    return count;
}

static double share_of_topic(const weighing *by, const stem_set *stems) {
    uint64_t shared = 0;
    for (size_t i = 0; i < stems->count; i++)
        shared += by->topic[stems->items[i]];
    return by->whole_topic ? (double)shared / (double)by->whole_topic : 0;
}

double salience_by_sources(size_t count) {
    return SHARE_OF_SOURCES * (1 - 1 / (1 + 0.5 * (double)count));
}

double salience_of(const entry *e, weighing *by, const story_mention_list *mentions,
                   const index_list *group, double centrality) {
    double relevance = 0;
    for (size_t i = 0; i < group->count; i++) {
        double one = share_of_topic(by, &mentions->items[group->items[i]].words.quote);
        relevance = one > relevance ? one : relevance;
    }
    double day = e->when.days.first == e->when.days.last;
    double weight = salience_by_sources(source_count(e, by)) + SHARE_OF_RELEVANCE * relevance +
                    SHARE_OF_CENTRALITY * centrality + SHARE_OF_DAY * day;
    return floor(weight * 1000 + 0.5) / 1000;
}
