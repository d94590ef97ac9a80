/* SPDX-License-Identifier: MIT */
/*
 * The stems of texts: which words they have, but for the commonest words and words of time. Kinds
 * of happening ("killing", "attack") are stems too. A text is read once, however many ask.
 */
#ifndef TIMELINE_STEM_LEXICON_H
#define TIMELINE_STEM_LEXICON_H

#include "base/vector.h"
#include "lang/words.h"

/* Kinds of happening come first among the stems: kind k is stem k. */
#define KIND_COUNT (WORD_CLASS_COUNT - WORD_INDEX_KIND_ATTACK)

typedef struct stem_lexicon stem_lexicon;

typedef VECTOR(uint32_t) stem_list;

typedef struct stemmed_text {
    size_t place;    /* of the text among those that are known: small numbers */
    size_t round;    /* another one: the places begin anew, all texts before are forgotten */
    stem_list stems; /* as the text has them, by their place in the lexicon; till the next text */
} stemmed_text;

stem_lexicon *stem_lexicon_new(arena *a);

/* The text must live as long as the lexicon. */
stemmed_text stem_lexicon_read(stem_lexicon *l, slice text);

#endif
