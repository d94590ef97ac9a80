/* SPDX-License-Identifier: MIT */
/*
 * Corrections of a timeline by hand, which are applied again on each run. A line each, by the id of
 * an entry (docs/formats.md):
 *
 *     drop ID
 *     merge ID ID...     the others become part of the first
 *     split ID WORDS     the mentions whose sentence has the words become an entry of their own
 *     date ID EDTF
 *     title ID WORDS
 *
 * Splits and merges need the mentions, so they come first, on groups; the rest on entries.
 */
#ifndef TIMELINE_CORRECTIONS_H
#define TIMELINE_CORRECTIONS_H

#include "timeline/entry.h"

#define CORRECTION_LIST(_)                                                                         \
    _(SPLIT, "split")                                                                              \
    _(MERGE, "merge")                                                                              \
    _(DROP, "drop")                                                                                \
    _(DATE, "date")                                                                                \
    _(TITLE, "title")

typedef enum correction_kind {
#define CORRECTION_CODE(name, word) CORRECT_##name,
    CORRECTION_LIST(CORRECTION_CODE)
#undef CORRECTION_CODE
} correction_kind;

typedef struct correction {
    correction_kind kind;
    size_t line;   /* in the file, from 1 */
    size_t offset; /* of the line in the file, in bytes */
    slice id;
    slice_list others; /* of a merge */
    slice text;        /* words or date */
    when when;
} correction;

typedef struct corrections {
    slice file;
    VECTOR(correction) list;
} corrections;

/* Reads the file's bytes, which must outlive the corrections. A line that is none is diagnosed with
 * its number and passed over. */
corrections corrections_read(slice bytes, slice file, arena *a, diagnostics *said);

/*
 * Splits and merges groups of mentions, whose entries are named: told[i] are the sorted mentions of
 * t->entries.items[i]. One whose entry is not there, or has no such words, is diagnosed.
 */
void corrections_regroup(const corrections *c, timeline *t, group_list *told,
                         const entry_source *from, diagnostics *said);

/* Says of splits and merges that they cannot be made, where there are no articles. */
void corrections_refuse_regrouping(const corrections *c, diagnostics *said);

/* Drops, dates and titles entries; these are out of order then. */
void corrections_apply(const corrections *c, timeline *t, diagnostics *said);

#endif
