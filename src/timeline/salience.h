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

/* For a timeline whose articles are listed, of a story about the words; stems weigh as now. */
weighing weighing_of(const timeline *t, const stemmer *stems, const stem_set *about, arena *a);

/* What a number of sources adds to salience. */
double salience_by_sources(size_t count);

/*
 * 0 to 1, to three decimals: by how many sources tell the entry, how much of what the story is
 * about one of its sentences has, how central its sentence is to its date (0 to 1), and whether
 * that is a day. Near copies are one source.
 */
double salience_of(const entry *e, weighing *by, const story_mention_list *mentions,
                   const index_list *group, double centrality);

#endif
