/* SPDX-License-Identifier: MIT */
/* The parts of sentence_analyse(): cutting into words, then telling what each word is. */
#ifndef LANG_TOKENISE_H
#define LANG_TOKENISE_H

#include "lang/sentence.h"

typedef VECTOR(token) token_list;

/*
 * Words as the English treebanks of Universal Dependencies have them: punctuation, currencies and
 * signs apart; "it's" as "it" and "'s", "didn't" as "did" and "n't"; compounds cut at their
 * hyphens, each of which is a word; numbers with their commas, abbreviations with their stops, and
 * without their units. Addresses of the web and of mail, "#flood" and "@council" stay whole. Marks
 * are tagged.
 */
void tokenise(slice text, size_t start, size_t end, arena *a, token_list *out);

/* A word that was cut by somebody else: its token, but for what it is in its sentence. */
token token_of_word(slice text, size_t start, size_t end);

/* Tells what the words are that the sentence's tokens hold; the last part of the analysis. */
void sentence_tag(slice text, sentence *s, arena *a);

/* The last step of that: the part of speech of each word, from the tags of all. */
void sentence_read_tags(slice text, sentence *s);

#endif
