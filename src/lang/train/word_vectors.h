/* SPDX-License-Identifier: MIT */
/*
 * What words are like, learnt from raw text by what stands around them: skip-grams with negative
 * sampling (Mikolov et al. 2013), told apart by the place of the neighbour, which makes for
 * likeness in syntax rather than in subject (Ling et al. 2015).
 */
#ifndef LANG_TRAIN_WORD_VECTORS_H
#define LANG_TRAIN_WORD_VECTORS_H

#include "base/arena.h"
#include "lang/parser_model.h"

/* Rows of words in the order of the text; row 0, of unknown words, ends a sentence too. */
typedef struct raw_text {
    const uint32_t *rows;
    size_t count;
    size_t row_count;
} raw_text;

/* row_count × PARSER_WORD_SIZE; the same text gives the same bits. Rows not in the text are 0. */
float *word_vectors_learn(const raw_text *text, size_t epochs, uint64_t seed, arena *a);

#endif
