/* SPDX-License-Identifier: MIT */
/* The tagger's lexicon: what words may be, by the treebanks, and where they stand, by raw text. */
#ifndef LANG_TRAIN_LEXICON_H
#define LANG_TRAIN_LEXICON_H

#include "lang/train/corpus.h"

/* What is counted of a word, by its folded form. */
typedef struct word_counts {
    slice folded;
    uint32_t hash;
    uint32_t total;   /* in the treebanks */
    uint32_t raw;     /* in raw text and the treebanks */
    uint32_t inside;  /* in raw text inside sentences that are written as most are */
    uint32_t capital; /* of these, with a capital */
    uint32_t labels[TAGGER_MOST_LABELS];
} word_counts;

typedef struct lexicon {
    VECTOR(tagger_label) labels;
    VECTOR(tagger_class) classes;
    tagger_entry *entries; /* as in the model */
    size_t slots;
} lexicon;

/* The labels of the corpus, their classes, and entries for the words of both. */
lexicon lexicon_make(const corpus *treebanks, const corpus *raw, arena *a);

/* The number of a label, or the count of labels. */
size_t lexicon_label(const lexicon *l, tagger_label label);

/* A model of the lexicon alone, which is enough to see the words of the corpus. Borrows. */
tagger_model lexicon_model(const lexicon *l);

#endif
