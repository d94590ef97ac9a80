/* SPDX-License-Identifier: MIT */
/* From a group of mentions to the entry that tells them. */
#ifndef TIMELINE_ENTRY_H
#define TIMELINE_ENTRY_H

#include "base/map.h"
#include "timeline/group.h"
#include "timeline/salience.h"
#include "timeline/sentence_choice.h"

/* What entries are made from. */
typedef struct entry_source {
    const story *story;
    const story_mention_list *mentions;
    const stemmer *stems;
    weighing *weighing;
    const slice *entry_ids; /* of each mention's entry; "" where it has none */
    map *anchors;           /* address of a mention that others are counted from, to its index */
    map *actors;            /* name, to the number of the entry that has it last */
    map *places;            /* as well */
    arena *owner;
} entry_source;

/* The key of a mention in `anchors`: its address, as it lies there. */
static inline slice anchor_key(const mention *const *address) {
    return (slice){(const char *)address, sizeof *address};
}

/* Puts a group into the order of its mentions' articles, in which entries list them. */
void members_sort(const story_mention_list *mentions, index_list *group, arena *a);

/* Names the entry of a sorted group (not empty): from its first mention, whatever joins it later.
 */
void entry_name(entry *e, const entry_source *from, const index_list *group);

/* Another name, where an entry has that one already. */
void entry_rename(entry *e, arena *a);

/*
 * Fills a named entry from its sorted group, as the number `serial` of those filled, from 1. Its
 * date and its summary are those that were chosen, its title the best of the
 * mentions'; figures that differ stand side by side. The entry borrows from the story.
 */
void entry_fill(entry *e, const entry_source *from, const index_list *group,
                const sentence_choice *chosen, size_t serial);

/* Puts the entries into the contract's total order: earliest, latest, time of day, salience, first
 * source, id. */
void entries_sort(timeline *t);

#endif
