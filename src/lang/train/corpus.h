/* SPDX-License-Identifier: MIT */
/* What the tagger learns from: words of treebanks with their labels, and words of raw text. */
#ifndef LANG_TRAIN_CORPUS_H
#define LANG_TRAIN_CORPUS_H

#include "base/vector.h"
#include "lang/tagger_model.h"

typedef struct corpus_word {
    slice form;
    slice lemma;
    tagger_label label;
} corpus_word;

typedef struct corpus_sentence {
    corpus_word *words;
    size_t count;
} corpus_sentence;

typedef VECTOR(corpus_sentence) corpus;

/* Adds the sentences of a CoNLL-U file, gzipped or not. False where it cannot be read. */
bool corpus_read(const char *path, arena *a, corpus *out);

/* Adds the sentences of the articles of a file of JSON Lines: forms alone. */
bool corpus_read_articles(const char *path, arena *a, corpus *out);

#endif
