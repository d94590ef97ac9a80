/* SPDX-License-Identifier: MIT */
/* The articles that entries rest on, numbered from 1 in the order of the timeline's articles. */
#ifndef WRITE_SOURCE_LIST_H
#define WRITE_SOURCE_LIST_H

#include "timeline/timeline.h"

typedef VECTOR(size_t) index_list;

typedef struct source_list {
    size_t *number; /* of each article; 0 where no entry rests on it */
    size_t count;
} source_list;

source_list source_list_of(arena *a, const timeline *t);

/* The different articles of an entry, as indexes in rising order. */
index_list entry_articles(arena *a, const entry *e);

/* What an article is called: its title, else its id. */
slice article_name(const timeline_article *listed);
/* True where the address may be made a link: http and https alone. */
bool article_has_link(const timeline_article *listed);

#endif
