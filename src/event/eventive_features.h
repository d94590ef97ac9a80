/* SPDX-License-Identifier: MIT */
/* What the model of events looks at around a word, the same in training and in use. */
#ifndef EVENT_EVENTIVE_FEATURES_H
#define EVENT_EVENTIVE_FEATURES_H

#include "event/seen_words.h"

#define EVENTIVE_KIND    "eventive"
#define EVENTIVE_VERSION 2

#define EVENTIVE_MOST_FEATURES 128

/* Whether the word can be an event at all: not marks, words of grammar, or dates. */
bool eventive_is_candidate(const seen_sentence *v, size_t at);

/*
 * Write the hashes of features of the word, and return how many: what it is by itself, and what
 * stands around it.
 */
size_t eventive_word_features(const seen_sentence *v, size_t at,
                              uint64_t features[EVENTIVE_MOST_FEATURES]);
size_t eventive_context_features(const seen_sentence *v, size_t at,
                                 uint64_t features[EVENTIVE_MOST_FEATURES]);

#endif
