/* SPDX-License-Identifier: MIT */
/*
 * What a word is about, by its lemma: the field of its most frequent sense as a noun and as a verb,
 * whether its senses are things that happen, and what kinds of things these senses are. From
 * WordNet 3.0 (Fellbaum 1998), under docs/wordnet-licence.txt. The fields are the numbers of the
 * lexicographers' files (lexnames(5WN)).
 */
#ifndef EVENT_SENSES_H
#define EVENT_SENSES_H

#include "base/slice.h"

/* Packed, as the model has it; 0 for a word that the table does not hold. */
typedef uint16_t word_senses;

#define SENSES_KIND    "senses"
#define SENSES_VERSION 2

/* Rows of the table, and how many places a word is looked for in. */
#define SENSES_ROWS   32768
#define SENSES_PROBES 16

enum {
    FIRST_NOUN_FIELD = 2, /* 03 is 1, and 0 is for words that are no noun */
    FIRST_VERB_FIELD = 28 /* 29 is 1 */
};

/* How much of its uses as a noun are acts, events, processes and the like. */
enum { HAPPENS_NEVER, HAPPENS_SELDOM, HAPPENS_OFTEN, HAPPENS_ALWAYS };

/* What it is used as most. */
enum { USED_AS_OTHER, USED_AS_NOUN, USED_AS_VERB, USED_AS_ADJECTIVE };

static inline word_senses senses_pack(unsigned noun, unsigned verb, unsigned happens,
                                      bool from_verb, unsigned used_as) {
    return (word_senses)(noun | verb << 5 | happens << 9 | (unsigned)from_verb << 11 |
                         used_as << 12);
}

static inline unsigned senses_noun(word_senses s) {
    return s & 31;
}

static inline unsigned senses_verb(word_senses s) {
    return s >> 5 & 15;
}

static inline unsigned senses_happens(word_senses s) {
    return s >> 9 & 3;
}

/*
 * What is above the most frequent sense in WordNet's trees of hypernyms: for a noun KIND_DEPTH
 * steps below the top ("attack": activity), for a verb the top ("want": desire). Hashes; 0: none.
 */
typedef struct word_kinds {
    uint16_t noun;
    uint16_t verb;
} word_kinds;

#define KIND_DEPTH 5

/* Where a word is looked for first, and its mark there; by slice_hash() of the lower-case lemma. */
static inline size_t senses_row(uint64_t lemma) {
    return (size_t)((lemma ^ lemma >> 23) & (SENSES_ROWS - 1));
}

static inline uint16_t senses_mark(uint64_t lemma) {
    uint16_t mark = (uint16_t)(lemma >> 40);
    return mark ? mark : 1;
}

/* Lets the machine fetch what the other two will read. The table is larger than a near cache. */
void senses_ask(uint64_t lemma);
word_senses senses_of(uint64_t lemma);
word_kinds kinds_of(uint64_t lemma);

#endif
