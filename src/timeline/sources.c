/* SPDX-License-Identifier: MIT */
#include "timeline/sources.h"

#include "base/map.h"

const size_t *sources_of(const timeline_article *articles, size_t count, arena *a) {
    map *ids = map_new(a);
    size_t *sources = ARENA_ARRAY(a, size_t, count);
    for (size_t i = 0; i < count; i++)
        *map_at(ids, articles[i].id, i) = i;
    for (size_t i = 0; i < count; i++)
        sources[i] = *map_at(ids, article_source(&articles[i]), i);
    return sources;
}
