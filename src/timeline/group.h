/* SPDX-License-Identifier: MIT */
/* Same event or not: mentions of one happening form a group. */
#ifndef TIMELINE_GROUP_H
#define TIMELINE_GROUP_H

#include "timeline/candidates.h"
#include "timeline/story.h"

/* A dated mention, and what is asked of it again and again: it may lie far off (story.h). */
typedef struct story_mention {
    size_t article; /* index in the story */
    const mention *mention;
    const mention *origin; /* as its article has it: what is counted from it names that */
    const mention *anchored_to;
    bag words;
    when when;
    size_t order;
    double excess; /* how much too long its sentence is (excess_length()) */
    bool caption;
} story_mention;

typedef VECTOR(story_mention) story_mention_list;
typedef VECTOR(index_list) group_list;

/*
 * Groups mentions that are dated and in order of time. Each mention joins the likest group whose
 * dates agree with its own, or begins one; then groups that agree are joined. They hold indexes of
 * the list.
 */
void mentions_group(const stemmer *s, const story_mention_list *mentions, arena *a, arena *scratch,
                    group_list *out);

#endif
