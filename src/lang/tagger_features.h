/* SPDX-License-Identifier: MIT */
/*
 * What the tagger sees of a word and of its neighbours, the same in training and in use. A feature
 * is a number of 64 bits, made of the number of its template and of what the template looks at.
 */
#ifndef LANG_TAGGER_FEATURES_H
#define LANG_TAGGER_FEATURES_H

#include "lang/tagger_model.h"

/* A word folded for looking it up: lower case, straight quotes, each digit 0; its end if too long.
 */
#define TAGGER_LONGEST_WORD 48

typedef struct folded_word {
    char bytes[TAGGER_LONGEST_WORD];
    size_t length;
} folded_word;

folded_word word_fold(slice word);
/* Of a folded word, never 0. */
uint32_t word_hash(const folded_word *word);

#define TAGGER_SUFFIXES 5 /* of 1 to 5 bytes */
#define TAGGER_PREFIXES 4

/* How most words of a sentence are written. */
typedef enum sentence_case { CASE_MIXED, CASE_UPPER, CASE_TITLE, CASE_LOWER } sentence_case;

typedef struct word_view {
    uint32_t word; /* hash of the folded form */
    uint32_t suffixes[TAGGER_SUFFIXES];
    uint32_t prefixes[TAGGER_PREFIXES];
    uint32_t shape;     /* how it is written */
    uint32_t place;     /* and whether it leads a sentence, and of which case that is */
    tagger_entry known; /* from the lexicon; all 0 for a word that is not there */
} word_view;

/* Fills in the views of a sentence's words. */
void words_view(const tagger_model *m, const slice *words, size_t count, word_view *out);

/*
 * What a word may be derived from: the first stem that is in the lexicon behind an ending taken
 * off ("tweets" of "tweet"). Fills stem_class and stem_cluster of the entry, 0 where there is none.
 */
void entry_find_stem(const tagger_model *m, const folded_word *word, tagger_entry *entry);

#define TAGGER_STATIC_FEATURES 96 /* at most, of words alone */
#define TAGGER_TAG_FEATURES    48 /* at most, that look at labels chosen before */

/*
 * The features are looked up in steps, those first that decide most words: a label that leads far
 * by them stays in front whatever the others say.
 */
typedef enum tagger_step {
    STEP_FIRST = 1,
    STEP_SECOND = 2,
    STEP_THIRD = 4,
    STEP_LAST = 8,
    STEP_ALL = 15
} tagger_step;

#define TAGGER_STEPS 4

/* Writes the features of the word at `at` that do not look at labels; returns how many. */
size_t features_of_words(const word_view *words, size_t count, size_t at, tagger_step step,
                         uint64_t *out);

/* The features that look at the labels chosen before the word, in the first pass. */
size_t features_of_labels(const tagger_model *m, const word_view *words, size_t count, size_t at,
                          const uint8_t *labels, tagger_step step, uint64_t *out);

/* Those of the second pass, which look at the labels on both sides: those behind by the first. */
size_t features_of_all_labels(const tagger_model *m, const word_view *words, size_t count,
                              size_t at, const uint8_t *labels, uint64_t *out);

#endif
