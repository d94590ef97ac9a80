/* SPDX-License-Identifier: MIT */
/* Where a language cuts what is written as one word. The words stand in en/word_parts.re. */
#ifndef LANG_WORD_PARTS_H
#define LANG_WORD_PARTS_H

#include "base/slice.h"

/* Where the second part of a word that is two begins: did|n't, it|'s, can|not; 0 where it is one.
 */
size_t word_cut(slice word);

/* True for what shortens a word and is one by itself: "'s", "'ll", "n't". */
bool word_is_clitic(slice word);

/* True for what holds on to the word that its hyphen joins it to: "co", "anti", "mid". */
bool word_is_prefix(slice word);

#endif
