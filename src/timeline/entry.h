/* SPDX-License-Identifier: MIT */
/* From a group of mentions to the entry that tells them. */
#ifndef TIMELINE_ENTRY_H
#define TIMELINE_ENTRY_H

#include "timeline/group.h"

/* What entries are made from. */
typedef struct entry_source {
    const story *story;
    const story_mention_list *mentions;
    const stemmer *stems;
    stem_set about;         /* what the story is about */
    const slice *entry_ids; /* of each mention's entry; "" where it has none */
    arena *owner;
} entry_source;

/* Names the entry of a group (not empty): from its first mention, whatever joins it later. */
void entry_name(entry *e, const entry_source *from, const index_list *group);

/*
 * Fills a named entry from its group. Its date is the finest that the mentions give, its title the
 * best of theirs; figures that differ stand side by side. The entry borrows from the story.
 */
void entry_fill(entry *e, const entry_source *from, const index_list *group);

/* The contract's total order: earliest, latest, time of day, salience, first source, id. */
int entry_compare(const entry *a, const entry *b);

#endif
