/* SPDX-License-Identifier: MIT */
/* How much an entry matters. */
#ifndef TIMELINE_SALIENCE_H
#define TIMELINE_SALIENCE_H

#include "timeline/group.h"

/* What the story is about: how much each stem of it weighs, and all of them. */
typedef struct topic {
    const uint32_t *weights; /* by stem */
    uint64_t total;
} topic;

/* What the words are about, as the stems weigh now. */
topic topic_of(const stemmer *stems, const stem_set *words, arena *a);

/*
 * 0 to 1, to three decimals: by how many articles tell the entry, whether its date is a day, and
 * how much of what the story is about one of its sentences has.
 */
double salience_of(const entry *e, const topic *about, const story_mention_list *mentions,
                   const index_list *group);

#endif
