/* SPDX-License-Identifier: MIT */
/*
 * Which sentences of a date a digest tells: by how much their words are those that journalists
 * told the date in. A linear model, trained on timelines by hand (src/timeline/train).
 */
#ifndef TIMELINE_SENTENCE_RANK_H
#define TIMELINE_SENTENCE_RANK_H

#include "timeline/digest_words.h"
#include "timeline/weights.h"

/* The features of a sentence of an entry. Logarithms are to the base 2. */
#define SENTENCE_FEATURE_LIST(_)                                                                   \
    _(ALWAYS)                                                                                      \
    _(STORY)    /* the mean of its words' logarithms of how many sentences have them */            \
    _(TOPIC)    /* the share of what the story is about that it has */                             \
    _(LENGTH)   /* the logarithm of its number of words */                                         \
    _(SHORT)    /* how much it lacks to 12 words */                                                \
    _(LATER)    /* published more than two days after the date */                                  \
    _(SALIENCE) /* of the entry */                                                                 \
    _(PLANNED)  /* the entry is */                                                                 \
    _(LEANING)  /* it begins with a pronoun */

enum sentence_feature {
#define SENTENCE_FEATURE_CODE(name) SENTENCE_##name,
    SENTENCE_FEATURE_LIST(SENTENCE_FEATURE_CODE)
#undef SENTENCE_FEATURE_CODE
        SENTENCE_FEATURE_COUNT
};

#define SENTENCES_KIND    "sentence"
#define SENTENCES_VERSION 1

/* A sentence of a date: by entry and mention. */
typedef struct date_sentence {
    size_t entry;
    size_t mention;
    double features[SENTENCE_FEATURE_COUNT];
    double value; /* how good it is beside the others of the date */
} date_sentence;
typedef VECTOR(date_sentence) date_sentence_list;

typedef struct sentence_ranker sentence_ranker;
sentence_ranker *sentence_ranker_new(const digest_words *words, arena *a);

/* The sentences of the date of `count` entries from `first` on, but for captions where an entry has
 * others; features are standardised among them. The list holds until the next call. */
const date_sentence_list *sentences_rank(sentence_ranker *r, size_t first, size_t count);

/* "It sank": what begins with a pronoun leans on what was told before. */
bool leans_on_others(slice text);

#endif
