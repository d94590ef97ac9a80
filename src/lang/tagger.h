/* SPDX-License-Identifier: MIT */
/*
 * Tags and lemmas of words in their sentence, by a model that is trained on treebanks: an averaged
 * perceptron (Collins 2002) that goes over a sentence twice, first with the labels it has chosen
 * before a word, then with those behind it too. docs/language.md tells how well.
 */
#ifndef LANG_TAGGER_H
#define LANG_TAGGER_H

#include "base/arena.h"
#include "lang/tagger_model.h"

/* The model that is compiled in, borrowed; the arena's work fails where it is of another version.
 */
slice tagger_bytes_of_library(void);
tagger_model tagger_of_library(arena *a);

/*
 * The label of each word of a sentence; more than TAGGER_LONGEST words are taken in pieces. The
 * arena is as it was afterwards.
 */
void words_tag(const tagger_model *m, const slice *words, size_t count, arena *scratch,
               tagger_label *out);

#define TAGGER_LONGEST ((size_t)256)

/*
 * The Penn tags that a word may have, whatever stands around it: a bit for each, PENN_BIT(VB); 0
 * where the treebanks do not tell.
 */
uint64_t word_penn_tags(const tagger_model *m, slice word);

#define PENN_BIT(tag) (UINT64_C(1) << PENN_##tag)

/*
 * The dictionary's form of a word: "go" of "went", "be" of "'s". Names keep their case. The word
 * itself where that is it, else in the arena.
 */
slice word_lemma(const tagger_model *m, slice word, penn_tag tag, arena *a);

#endif
