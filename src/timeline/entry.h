/* SPDX-License-Identifier: MIT */
/* From a group of mentions to the entry that tells them. */
#ifndef TIMELINE_ENTRY_H
#define TIMELINE_ENTRY_H

#include "timeline/group.h"

/*
 * Fills an entry from a group (not empty). Its date is the finest that the mentions give, its
 * title the best of theirs; figures that differ stand side by side. `about` are the stems of what
 * the story is about. The entry borrows from the story.
 */
void entry_fill(entry *e, const story *s, const story_mention_list *mentions,
                const index_list *group, const stemmer *stems, const stem_set *about, arena *a);

/* The contract's total order: earliest, latest, time of day, salience, first source, id. */
int entry_compare(const entry *a, const entry *b);

#endif
