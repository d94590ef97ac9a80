/* SPDX-License-Identifier: MIT */
#include "write/source_list.h"

#include <stdlib.h>

source_list source_list_of(arena *a, const timeline *t) {
    source_list sources = {ARENA_ARRAY(a, size_t, t->articles.count), 0};
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        for (size_t k = 0; k < e->mentions.count; k++)
            sources.number[e->mentions.items[k].article] = 1;
    }
    for (size_t i = 0; i < t->articles.count; i++)
        if (sources.number[i])
            sources.number[i] = ++sources.count;
    return sources;
}

static int by_index(const void *a, const void *b) {
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

index_list entry_articles(arena *a, const entry *e) {
    index_list list = {0};
    for (size_t i = 0; i < e->mentions.count; i++)
        *vector_push(&list, a) = e->mentions.items[i].article;
    if (!list.count)
        return list;
    qsort(list.items, list.count, sizeof *list.items, by_index);
    size_t kept = 1;
    for (size_t i = 1; i < list.count; i++)
        if (list.items[i] != list.items[kept - 1])
            list.items[kept++] = list.items[i];
    list.count = kept;
    return list;
}

slice article_name(const timeline_article *listed) {
    return listed->title.length ? listed->title : listed->id;
}

bool article_has_link(const timeline_article *listed) {
    return slice_starts_with(listed->url, SLICE("http://")) ||
           slice_starts_with(listed->url, SLICE("https://"));
}
