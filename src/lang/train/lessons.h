/* SPDX-License-Identifier: MIT */
/*
 * What the parser learns from: the sentences of treebanks as rows of the network's tables, and the
 * words of raw text. Words are known by their hashes until the vocabulary has given them rows.
 */
#ifndef LANG_TRAIN_LESSONS_H
#define LANG_TRAIN_LESSONS_H

#include "base/vector.h"
#include "lang/train/corpus.h"
#include "lang/train/parser_network.h"

typedef VECTOR(lesson) lesson_list;

/* Hashes of words in the order of the text; 0 ends a sentence. */
typedef VECTOR(uint32_t) word_stream;

/* The words that have a row, by their hashes, in order; the row is one more than the place here. */
typedef struct vocabulary {
    uint32_t *hashes;
    uint32_t *counts; /* in the treebanks; 0 where it is known from raw text alone */
    size_t count;
} vocabulary;

/*
 * Adds the sentences of a CoNLL-U file, gzipped or not. A word's head and relation are those of the
 * file, its tags too. False where the file cannot be read.
 */
bool lessons_read(const char *path, arena *a, lesson_list *out);

/* Add the words of raw text, and those of lessons that have no rows yet. */
void raw_text_add_words(const corpus *raw, arena *a, word_stream *out);
void lessons_add_words(const lesson_list *lessons, arena *a, word_stream *out);

/*
 * Every word of the lessons, and those that stand at least `least` times in the raw text, which
 * holds the lessons' words too.
 */
vocabulary vocabulary_of(const lesson_list *lessons, const word_stream *raw, size_t least,
                         arena *a);

/* 0 for a word that has none. */
uint32_t vocabulary_row(const vocabulary *v, uint32_t hash);

/* Turns hashes into rows, and tells how often each word is to be hidden from the network. */
void lessons_take_rows(const lesson_list *lessons, const vocabulary *v);

#endif
