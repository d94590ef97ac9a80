/* SPDX-License-Identifier: MIT */
/* How much an entry matters. */
#ifndef TIMELINE_SALIENCE_H
#define TIMELINE_SALIENCE_H

#include "timeline/group.h"

/* What entries are weighed by. */
typedef struct weighing {
    const uint32_t *topic; /* by stem: what it weighs of what the story is about */
    uint64_t whole_topic;
    const size_t *sources; /* by article: the first of its family of near copies */
    size_t *last_counted;  /* by article: the number of the entry for which it was counted last */
    size_t entry_number;
} weighing;

/* For a story in order, its stems weighing as they do now, that is about the words. */
weighing weighing_of(const story *s, const stemmer *stems, const stem_set *about);

/*
 * 0 to 1, to three decimals: by how many sources tell the entry, whether its date is a day, and how
 * much of what the story is about one of its sentences has. Near copies are one source.
 */
double salience_of(const entry *e, weighing *by, const story_mention_list *mentions,
                   const index_list *group);

#endif
