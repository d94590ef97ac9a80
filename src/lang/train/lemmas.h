/* SPDX-License-Identifier: MIT */
/* Rules that make lemmas, learnt from the treebanks. */
#ifndef LANG_TRAIN_LEMMAS_H
#define LANG_TRAIN_LEMMAS_H

#include "lang/train/corpus.h"

typedef struct lemma_tables {
    VECTOR(lemma_rule) rules;
    lemma_entry *forms; /* open tables, as in the model */
    size_t form_slots;
    lemma_entry *endings;
    size_t ending_slots;
} lemma_tables;

lemma_tables lemmas_learn(const corpus *treebanks, arena *a);

#endif
