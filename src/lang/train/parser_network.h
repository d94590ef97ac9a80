/* SPDX-License-Identifier: MIT */
/*
 * The parser's network in floats: what it says of sentences, and the slopes of its error.
 */
#ifndef LANG_TRAIN_PARSER_NETWORK_H
#define LANG_TRAIN_PARSER_NETWORK_H

#include "base/arena.h"
#include "lang/parser_features.h"
#include "lang/parser_model.h"

/* Where each part of the network begins in an array of all its numbers. */
typedef struct network_layout {
    size_t word_rows;
    size_t tag_rows;
    size_t words;   /* word_rows × WORD_SIZE; row 0 is for unknown words */
    size_t affixes; /* PARSER_AFFIX_ROWS × AFFIX_SIZE */
    size_t tags;    /* tag_rows × TAG_SIZE; row 0 is for no tag */
    struct {
        size_t weights;  /* width of the input × 3 STATE_SIZE: candidates, forget, output gates */
        size_t peephole; /* 2 STATE_SIZE: what the old state adds to the gates */
        size_t bias;     /* 2 STATE_SIZE */
    } layers[PARSER_LAYERS];
    size_t arc_dependent, arc_dependent_bias; /* STATE_SIZE × ARC_SIZE, ARC_SIZE */
    size_t arc_head, arc_head_bias;
    size_t label_dependent, label_dependent_bias; /* STATE_SIZE × LABEL_SIZE, LABEL_SIZE */
    size_t label_head;
    size_t root_arc, root_label;        /* the root as a head: ARC_SIZE, LABEL_SIZE */
    size_t tag_scores, tag_scores_bias; /* STATE_SIZE × TAG_SCORES, TAG_SCORES */
    size_t biaffine, biaffine_bias;
    size_t distance;                  /* DISTANCES */
    size_t relations, relations_bias; /* LABEL_SIZE × RELATION_SIZE, RELATION_SIZE */
    size_t count;                     /* of all numbers */
} network_layout;

network_layout network_layout_of(size_t word_rows, size_t tag_rows);

/* A word of a sentence to learn from. */
typedef struct lesson_word {
    uint32_t word; /* row of the table of words */
    uint16_t tag;  /* rows of the table of tags, by the tagger */
    uint16_t broad_tag;
    uint16_t affixes[PARSER_AFFIX_COUNT];
    uint8_t right_tag; /* a penn_tag and a universal_tag, or the count of them for none */
    uint8_t right_broad_tag;
    uint16_t head; /* 0 for the root, else 1 + index */
    uint16_t relation;
    float hide; /* chance that the word is taken for an unknown one while the network learns */
} lesson_word;

typedef struct lesson {
    lesson_word *words;
    size_t count;
} lesson;

/* How much is hidden from the network while it learns. All 0 in use. */
typedef struct network_noise {
    bool words;   /* hide words as each says */
    float tag;    /* that its tags are hidden */
    float input;  /* chance that a number is dropped: of the words, */
    float layer;  /* between layers, */
    float scorer; /* and of the views of heads and dependents */
    uint64_t seed;
} network_noise;

typedef struct network {
    network_layout layout;
    float *values;
    const float *fixed_words; /* added to the table of words, not learnt: word_rows × WORD_SIZE */
} network;

typedef struct network_error {
    double arcs; /* cross entropy, summed over words */
    double relations;
    double tags; /* of both kinds */
} network_error;

/* Fresh values. */
void network_begin(network *n, uint64_t seed);

/*
 * Reads the lessons and adds the slopes of their error, times `scale`, to `slopes` (layout.count).
 */
network_error network_learn(const network *n, const lesson *const *lessons, size_t lesson_count,
                            const network_noise *noise, float scale, float *slopes, arena *a);

/* Finds heads and relations, into heads[i] and relations[i] of the lesson's words. */
void network_parse(const network *n, const lesson *l, uint16_t *heads, uint16_t *relations,
                   arena *a);

#endif
