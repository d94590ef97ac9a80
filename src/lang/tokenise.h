/* SPDX-License-Identifier: MIT */
/* The parts of sentence_analyse(): cutting into words, then telling what each word is. */
#ifndef LANG_TOKENISE_H
#define LANG_TOKENISE_H

#include "lang/sentence.h"

typedef VECTOR(token) token_list;

/*
 * Words as the Penn Treebank has them: punctuation apart, "it's" as "it" and "'s", "didn't" as
 * "did" and "n't"; numbers with their commas, abbreviations with their stops, hyphens inside.
 */
void tokenise(slice text, size_t start, size_t end, arena *a, token_list *out);

/* Fills the part of speech of each token from its classes, its form and its neighbours. */
void tag_tokens(slice text, token *tokens, size_t count);

#endif
