/* SPDX-License-Identifier: MIT */
/*
 * What is dated only by its order to another event ("after the attack, controls were tightened")
 * and what tells the same with a date of its own are one event.
 */
#ifndef TIMELINE_ORDERED_H
#define TIMELINE_ORDERED_H

#include "timeline/group.h"

/*
 * Joins each group that only its order dates to the likest one that may be of its days; it is empty
 * then. The groups belong to the arena `a`. Groups of rare words alone are looked at, so that the
 * work grows with the mentions.
 */
void ordered_join(const stemmer *stems, const story_mention_list *mentions, arena *a,
                  arena *scratch, group_list *groups);

#endif
