/* SPDX-License-Identifier: MIT */
/*
 * The tagger's model as it lies in memory (lang/model.h). A label is a Penn tag together with a
 * universal one, as they stand together in the treebanks.
 *
 *     head | labels | classes | lexicon | feature slots | weights | lemma tables
 */
#ifndef LANG_TAGGER_MODEL_H
#define LANG_TAGGER_MODEL_H

#include "lang/model.h"
#include "lang/tags.h"

#define TAGGER_KIND    "tagger\0"
#define TAGGER_VERSION 2

#define TAGGER_MOST_LABELS     127
#define TAGGER_MOST_CANDIDATES 60

typedef struct tagger_label {
    uint8_t penn;
    uint8_t universal;
} tagger_label;

/* The labels that a word of a class may have. Class 0 is that of words that are not known. */
typedef struct tagger_class {
    uint8_t count;
    uint8_t labels[TAGGER_MOST_CANDIDATES];
} tagger_class;

/* What is known of a word. 0 in any member is nothing; the lexicon is a table without deletions. */
typedef struct tagger_entry {
    uint32_t word;  /* hash of the folded form */
    uint16_t class; /* what it may be, for a word that the treebanks have often enough */
    uint16_t fine;  /* its clusters, of three sizes */
    uint8_t middle;
    uint8_t coarse;
    uint8_t capital; /* how often it is capitalised inside sentences, and how sure that is */
    uint8_t unused;
    uint16_t stem_class; /* of its ending and of its stem's class, and of its stem's cluster */
    uint16_t stem_cluster;
} tagger_entry;

/* A lemma rule: take off so many bytes from the end of the lower-case form, add an ending. */
#define LEMMA_LONGEST_ENDING 14
typedef struct lemma_rule {
    uint8_t cut; /* LEMMA_CUT_ALL: the whole word */
    uint8_t length;
    char ending[LEMMA_LONGEST_ENDING];
} lemma_rule;
#define LEMMA_CUT_ALL 255

/* Which rule for a form and a Penn tag, or for an ending and a Penn tag; rule 0 changes nothing. */
typedef struct lemma_entry {
    uint32_t key; /* 0: none */
    uint16_t rule;
    uint16_t unused;
} lemma_entry;

typedef enum tagger_section {
    SECTION_LABELS,
    SECTION_CLASSES,
    SECTION_LEXICON,
    SECTION_FEATURES,
    SECTION_WEIGHTS,
    SECTION_LEMMA_RULES,
    SECTION_LEMMA_FORMS,
    SECTION_LEMMA_ENDINGS,
    SECTION_COUNT
} tagger_section;

typedef struct tagger_head {
    model_head head;
    uint32_t offsets[SECTION_COUNT]; /* in bytes from the beginning, multiples of 8 */
    uint32_t counts[SECTION_COUNT];  /* items of the section */
} tagger_head;

/*
 * A feature's slot: where its weights are, and some bits of the feature to tell it from others. A
 * row of weights is pairs of a label and a weight; the last pair's label has TAGGER_LAST_PAIR.
 */
#define TAGGER_FINGERPRINT_BITS 11
#define TAGGER_LAST_PAIR        0x80

typedef struct tagger_model {
    const tagger_label *labels;
    const tagger_class *classes;
    const tagger_entry *lexicon;
    const uint32_t *features;
    const uint8_t *weights;
    const lemma_rule *lemma_rules;
    const lemma_entry *lemma_forms;
    const lemma_entry *lemma_endings;
    uint32_t counts[SECTION_COUNT];
} tagger_model;

/* Borrows the bytes. False where they are no model of this kind and version. */
bool tagger_model_open(slice bytes, tagger_model *out);

/* Where a search for a hash begins in an open table of `count` slots. */
static inline size_t slot_of(uint64_t hash, size_t count) {
    return (size_t)(((hash >> 32) * (uint64_t)count) >> 32);
}

/* Spreads the bits of a number (of splitmix64). */
static inline uint64_t bits_mix(uint64_t x) {
    x = (x ^ (x >> 32)) * UINT64_C(0xd6e8feb86659fd93);
    x = (x ^ (x >> 32)) * UINT64_C(0xd6e8feb86659fd93);
    return x ^ (x >> 32);
}

static inline uint32_t feature_fingerprint(uint64_t feature) {
    return (uint32_t)(feature & ((1u << TAGGER_FINGERPRINT_BITS) - 1));
}

/* The entry of a word's hash, or NULL. */
const tagger_entry *tagger_lookup(const tagger_model *m, uint32_t word);

/* Where the search for a feature begins. */
static inline const uint32_t *tagger_slot(const tagger_model *m, uint64_t feature) {
    return m->features + slot_of(feature, m->counts[SECTION_FEATURES]);
}

/* The weights of a feature, or NULL. */
static inline const uint8_t *tagger_weights(const tagger_model *m, uint64_t feature) {
    size_t count = m->counts[SECTION_FEATURES];
    for (size_t at = slot_of(feature, count);; at = at + 1 == count ? 0 : at + 1) {
        uint32_t slot = m->features[at];
        if (!slot)
            return NULL;
        if ((slot & ((1u << TAGGER_FINGERPRINT_BITS) - 1)) == feature_fingerprint(feature))
            return m->weights + 2 * (slot >> TAGGER_FINGERPRINT_BITS);
    }
}

#endif
