/* SPDX-License-Identifier: MIT */
/*
 * Which sentence tells an event best: one with the words that the articles which speak of its date
 * use most, and that is not long.
 */
#ifndef TIMELINE_SENTENCE_CHOICE_H
#define TIMELINE_SENTENCE_CHOICE_H

#include "timeline/group.h"

/* Of a group: the place of the best sentence in it, and how much of its date it tells, 0 to 1, 1
 * for the best sentence of all groups of the date. */
typedef struct sentence_choice {
    size_t member;
    double centrality;
    when date; /* of the group */
    bool disagrees;
} sentence_choice;

/* The choice for each group (sorted); the array belongs to the arena. Groups of one date lie
 * anywhere. */
sentence_choice *sentences_choose(const stemmer *stems, const story_mention_list *mentions,
                                  const group_list *groups, arena *a, arena *scratch);

/* How much too long a text is, in parts of 20 words behind the 25th. */
double excess_length(slice text);

#endif
