/* SPDX-License-Identifier: MIT */
/*
 * The tagger's model as it lies in memory (lang/model.h). A label is a Penn tag together with a
 * universal one, as they stand together in the treebanks.
 *
 *     head | labels | classes | lexicon | feature slots | weights | long rows | lemma tables
 */
#ifndef LANG_TAGGER_MODEL_H
#define LANG_TAGGER_MODEL_H

#include "lang/model.h"
#include "lang/tags.h"

#define TAGGER_KIND    "tagger\0"
#define TAGGER_VERSION 3

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
    SECTION_LONG_ROWS,
    SECTION_LEMMA_RULES,
    SECTION_LEMMA_FORMS,
    SECTION_LEMMA_ENDINGS,
    SECTION_COUNT
} tagger_section;

typedef struct tagger_head {
    model_head head;
    uint32_t offsets[SECTION_COUNT]; /* in bytes from the beginning, multiples of 16 */
    uint32_t counts[SECTION_COUNT];  /* items of the section */
} tagger_head;

/*
 * A feature's slot: where its weights are, and some bits of the feature to tell it from others, of
 * which no two in a bucket have the same. It is in one of two buckets (cuckoo hashing, Pagh &
 * Rodler 2001), so that a look-up takes the same way whether the feature is there or not. A row of
 * weights is pairs of a label and a weight; the last pair's label has TAGGER_LAST_PAIR. Row 0 is
 * that of all other features; it says nothing.
 */
#define TAGGER_FINGERPRINT_BITS 11
#define TAGGER_BUCKET           4
#define TAGGER_LAST_PAIR        0x80
#define TAGGER_LONG_ROW         ((size_t)96)

typedef struct tagger_model {
    const tagger_label *labels;
    const tagger_class *classes;
    const tagger_entry *lexicon;
    const uint32_t *features;
    const uint8_t *weights;
    const int8_t *long_rows;
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

/* Never 0, which is that of a free slot. */
static inline uint32_t feature_fingerprint(uint64_t feature) {
    uint32_t bits = (uint32_t)(feature & ((1u << TAGGER_FINGERPRINT_BITS) - 1));
    return bits ? bits : 1;
}

/* The two buckets, of `slots` slots, that a feature may be in. */
static inline size_t feature_bucket(uint64_t feature, size_t slots, bool other) {
    return slot_of(other ? feature << 32 : feature, slots / TAGGER_BUCKET) * TAGGER_BUCKET;
}

/* The entry of a word's hash, or NULL. */
const tagger_entry *tagger_lookup(const tagger_model *m, uint32_t word);

#endif
