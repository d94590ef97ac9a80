/* SPDX-License-Identifier: MIT */
/*
 * Which groups a mention could belong to: those that may be of its date and have words of its
 * sentence in common, the rarest words first. An inverted index of the groups by the stems of their
 * members, for mentions that come in order of their first days; so what is behind that day is not
 * looked at again, and the work for one mention has an upper limit however many groups there are.
 */
#ifndef TIMELINE_CANDIDATES_H
#define TIMELINE_CANDIDATES_H

#include "time/when.h"
#include "timeline/likeness.h"

/* Groups that one mention is compared with, and members of each: the first that joined. */
#define MOST_CANDIDATES 24
#define MOST_COMPARED   12
/* Places of words in groups that are looked at to find them. */
#define MOST_POSTINGS 512

typedef VECTOR(size_t) index_list;

typedef struct candidates candidates;

/* For stems that are there by now. */
candidates *candidates_new(const stemmer *stems, arena *a);

/* A date longer than a month joins only mentions of exactly the same one. */
bool date_is_long(when w);

/* Opens a group for a mention of this date, which is to join it; groups are numbered from 0. */
size_t candidates_open(candidates *c, when w);

/* A mention joins the group. */
void candidates_join(candidates *c, size_t group, when w, const stem_set *core);

/*
 * The groups that a mention could join, the likeliest first, in a list that holds until the next
 * call: their days overlap with its days, or are exactly the same where these are over a month.
 */
const index_list *candidates_of(candidates *c, when w, const bag *words);

#endif
