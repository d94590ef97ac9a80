/* SPDX-License-Identifier: MIT */
/*
 * Classes of words that stand in like places, learnt from raw text: the exchange algorithm for the
 * bigram class model (Kneser & Ney 1993; Martin, Liermann & Ney 1998). In integers throughout, so
 * that every machine finds the same.
 */
#ifndef LANG_TRAIN_CLUSTERS_H
#define LANG_TRAIN_CLUSTERS_H

#include "base/arena.h"

/*
 * The words of a text by their numbers. 0 ends a sentence, 1 is any word too rare to be put in a
 * class, those from 2 on come from the most frequent to the rarest.
 */
typedef struct numbered_text {
    const uint32_t *words;
    size_t count;
    size_t vocabulary; /* numbers in use */
} numbered_text;

/* The class of each number from 2 on, counted from 0. */
uint16_t *clusters_learn(const numbered_text *text, size_t classes, size_t rounds, arena *a);

#endif
