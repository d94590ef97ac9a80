/* SPDX-License-Identifier: MIT */
/*
 * The best tree over the words of a sentence, given how well each word would be the head of each
 * other: the maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967) with one word at the
 * root. Takes the square of the words in time where heads chosen one by one make a tree, as they
 * nearly always do, and at most their cube.
 */
#ifndef LANG_SPANNING_TREE_H
#define LANG_SPANNING_TREE_H

#include "base/arena.h"

/*
 * scores[i * stride + j]: how well j is the head of word i, both in 0 … count; column 0 is the
 * root, column 1 + k is word k. The column of the word itself must be
 * SPANNING_TREE_NEVER, and all others within a thousand of zero.
 * Gives heads[i]: 0 for the root, else 1 + index.
 */
#define SPANNING_TREE_NEVER (-1e9f)
void spanning_tree(const float *scores, size_t count, size_t stride, uint16_t *heads, arena *a);

#endif
