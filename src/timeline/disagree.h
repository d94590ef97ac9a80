/* SPDX-License-Identifier: MIT */
/*
 * One event that sources date to different days. Where nearly all of them name one day, it is that;
 * "Tuesday's attack", told a week later, is read a week off by its weekday and follows the others;
 * where as many say the one day as the other, both stand.
 */
#ifndef TIMELINE_DISAGREE_H
#define TIMELINE_DISAGREE_H

#include "timeline/group.h"

/*
 * Joins groups (of days, in the order of their first mentions) that tell one event on different
 * days; a group that joined another is empty then. The members keep their dates.
 * The groups belong to the arena `a`.
 */
void disagreements_join(const stemmer *stems, const story_mention_list *mentions, arena *a,
                        arena *scratch, group_list *groups);

/*
 * The date of a sorted group: the finest that its mentions give, of equals the first; where they
 * give several days, the one with twice as many articles as the others. Where there is none,
 * the group disagrees, and its date is the span from the first of the days to the last.
 */
when group_date(const story_mention_list *mentions, const index_list *group, arena *a,
                bool *disagrees);

#endif
