/* SPDX-License-Identifier: MIT */
/*
 * How alike two mentions are in what they tell: which share of the one's words, weighted by how
 * rare they are in the story, the other has, and the other way round.
 */
#ifndef TIMELINE_LIKENESS_H
#define TIMELINE_LIKENESS_H

#include "event/mention.h"
#include "timeline/stem_lexicon.h"

/* The stems of a text, each once, in ascending order of their numbers. */
typedef VECTOR(uint32_t) stem_set;

/* The order of stems, for bsearch(). */
int stem_compare(const void *left, const void *right);

/* Puts a set into its order, each stem once. */
void stem_set_unite(stem_set *set);

/* How many stems two such sets have in common. */
size_t stem_set_shared(const stem_set *a, const stem_set *b);

typedef struct stemmer stemmer;

/* Numbers the lexicon's stems as they are asked for, and counts in how many texts each occurs. */
stemmer *stemmer_new(stem_lexicon *l, arena *a);

/* The stems of the text (stem_lexicon.h). Counts the text where `counts` is true. Of the set, which
 * may be given again, nothing may be changed. */
stem_set stems_of(stemmer *s, slice text, bool counts);

/* How many stems there are: their numbers are smaller. */
size_t stem_count(const stemmer *s);

/* In how many of the texts that were counted the stem occurs. */
uint32_t stem_texts(const stemmer *s, uint32_t stem);

/* How much a stem says: its inverse document frequency, log2(1 + (texts + 1) / (of them with the
 * stem + 1)), in units of LOGARITHM_UNIT (base/logarithm.h); never 0. */
uint32_t stem_weight(const stemmer *s, uint32_t stem);

/* What a mention says: its core, and its whole sentence. */
typedef struct bag {
    stem_set core;
    stem_set quote;
} bag;

/* 0 (nothing in common) to 1 (each says all that the other does). */
double likeness(const stemmer *s, const bag *a, const bag *b);

/* The weighted share of `part` that `whole` has, 0 to 1. */
double share_of(const stemmer *s, const stem_set *part, const stem_set *whole);

/* Whether the two texts name happenings of one kind. */
bool share_kind(const stem_set *a, const stem_set *b);

#endif
