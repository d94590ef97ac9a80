/* SPDX-License-Identifier: MIT */
/* What an earlier timeline hands on to a new one: the names of its entries, and how often they
 * changed. */
#ifndef TIMELINE_KEEP_H
#define TIMELINE_KEEP_H

#include "timeline/entry.h"

/*
 * Gives the named entries of a new timeline the ids and UIDs of those of the old one that rest on
 * the same sentences: first where the names are the same anyway, then by how many sentences are;
 * each name is given once. told[i] are the mentions of t->entries.items[i].
 */
void names_keep(timeline *t, const group_list *told, const entry_source *from, const timeline *old);

/* Counts a change of each filled entry that says something else than the old one of its id. */
void changes_count(timeline *t, const timeline *old);

#endif
