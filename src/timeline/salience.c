/* SPDX-License-Identifier: MIT */
#include "timeline/salience.h"

#include <math.h>

static const size_t *sources_of(const story *s) {
    map *ids = map_new(s->owner);
    size_t *sources = ARENA_ARRAY(s->owner, size_t, s->articles.count);
    for (size_t i = 0; i < s->articles.count; i++)
        *map_at(ids, s->articles.items[i].about.id, i) = i;
    for (size_t i = 0; i < s->articles.count; i++)
        sources[i] = *map_at(ids, article_source(&s->articles.items[i].about), i);
    return sources;
}

weighing weighing_of(const story *s, const stemmer *stems, const stem_set *about) {
    uint32_t *weights = ARENA_ARRAY(s->owner, uint32_t, stem_count(stems));
    weighing by = {.topic = weights,
                   .sources = sources_of(s),
                   .last_counted = ARENA_ARRAY(s->owner, size_t, s->articles.count)};
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

double salience_of(const entry *e, weighing *by, const story_mention_list *mentions,
                   const index_list *group) {
    double sources = 1 - 1 / (1 + 0.5 * (double)source_count(e, by));
    double relevance = 0;
    for (size_t i = 0; i < group->count; i++) {
        double one = share_of_topic(by, &mentions->items[group->items[i]].words.quote);
        relevance = one > relevance ? one : relevance;
    }
    double day = e->when.days.first == e->when.days.last ? 1 : 0.3;
    double weight = 0.5 * sources + 0.35 * relevance + 0.15 * day;
    return floor(weight * 1000 + 0.5) / 1000;
}
