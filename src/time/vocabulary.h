/* SPDX-License-Identifier: MIT */
/*
 * Which words may be part of a time expression, told without running the grammar's scanner: most
 * text has none, and is gone over at a fraction of the scanner's cost.
 */
#ifndef TIME_VOCABULARY_H
#define TIME_VOCABULARY_H

#include "base/slice.h"

/*
 * What a word may be, by two hashes of it, of which the lesser counts (a Bloom filter of numbers):
 * 0 no part, 1 a part, 2 a part of a kind of PART_TRIGGERS. A word of the grammar is never told for
 * less than it is; of others, one in a hundred is told for more. Made from the grammar's words by
 * time/vocabulary.awk.
 */
#define VOCABULARY_SIZE 4096
extern const unsigned char grammar_vocabulary[2][VOCABULARY_SIZE];

/*
 * The offset, at or behind `from`, where the grammar has to read on: the beginning of the parts
 * that stand before the next word or number that may be a trigger, which is at *trigger. Both are
 * `to` where there is none.
 */
size_t vocabulary_skip(slice text, size_t from, size_t to, size_t *trigger);

#endif
