/* SPDX-License-Identifier: MIT */
/* What the lemma tables of the tagger's model are asked by, the same in training and in use. */
#ifndef LANG_LEMMA_H
#define LANG_LEMMA_H

#include "lang/tagger_features.h"

#define LEMMA_LONGEST_SUFFIX ((size_t)6)

/* The keys of a whole folded form, and of its last bytes, with a tag; never 0. */
uint32_t lemma_key(const char *bytes, size_t length, penn_tag tag, bool whole);

/* Tags whose words keep their capitals. */
bool lemma_keeps_case(penn_tag tag);

/* The rule of the key, or NULL. */
const lemma_entry *lemma_find(const lemma_entry *table, size_t slots, uint32_t key);

#endif
