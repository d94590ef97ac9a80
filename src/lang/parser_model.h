/* SPDX-License-Identifier: MIT */
/*
 * The shape of the parser's network, which training and use share, and its two curves. A word is
 * the sum or row of what is known about it; LAYERS simple recurrent layers (Lei et al. 2018) read
 * the sentence both ways; each word then has a view of itself as a head and as a dependent, for
 * finding the head (biaffine, Dozat & Manning 2017) and for naming the relation. What the tags of a
 * word are is asked again of those who have read the whole sentence.
 */
#ifndef LANG_PARSER_MODEL_H
#define LANG_PARSER_MODEL_H

#include "lang/model.h"
#include "lang/parser_features.h"
#include "lang/relation.h"
#include "lang/tags.h"

#define PARSER_MODEL_KIND    "parser\0"
#define PARSER_MODEL_VERSION 3

enum {
    PARSER_WORD_SIZE = 96,
    PARSER_AFFIX_SIZE = 32,
    PARSER_TAG_SIZE = 32,
    PARSER_INPUT_SIZE = PARSER_WORD_SIZE + PARSER_AFFIX_SIZE + PARSER_TAG_SIZE,
    PARSER_HALF_SIZE = 96, /* of a layer's state, one way */
    PARSER_STATE_SIZE = 2 * PARSER_HALF_SIZE,
    PARSER_LAYERS = 2,
    PARSER_ARC_SIZE = 128,
    PARSER_LABEL_SIZE = 64,
    PARSER_RELATION_SIZE = 64, /* RELATION_COUNT, rounded up to whole vectors */
    /* How well each tag fits a word: the Penn tags, the universal ones, each up to whole vectors.
     */
    PARSER_UNIVERSAL_SCORES = 64,
    PARSER_TAG_SCORES = 128,
    PARSER_FARTHEST = 15, /* distances beyond count as this */
    PARSER_DISTANCES = 2 * PARSER_FARTHEST + 2
};

/* Rows of the table of tags: none, those of the Penn Treebank, the universal ones. */
enum {
    PARSER_PENN_ROW = 1,
    PARSER_UNIVERSAL_ROW = PARSER_PENN_ROW + PENN_TAG_COUNT,
    PARSER_TAG_ROWS = PARSER_UNIVERSAL_ROW + UNIVERSAL_TAG_COUNT
};

_Static_assert((int)PENN_TAG_COUNT <= (int)PARSER_UNIVERSAL_SCORES &&
                   (int)PARSER_UNIVERSAL_SCORES + (int)UNIVERSAL_TAG_COUNT <=
                       (int)PARSER_TAG_SCORES,
               "every tag has a score");

/* A matrix for parser_kernels.h: its weights, then what a unit of each column's sum is worth, and
 * what is added. */
#define PARSER_MATRIX(inner, columns)                                                              \
    struct {                                                                                       \
        int8_t weights[(inner) * (columns)];                                                       \
        float scales[columns];                                                                     \
        float biases[columns];                                                                     \
    }

enum {
    PARSER_GATES = 3 * PARSER_STATE_SIZE, /* candidates, forget gates, output gates */
    /* Views of a word: as a dependent and a head for arcs, as both for relations; its tags. */
    PARSER_VIEWS = 2 * PARSER_ARC_SIZE + 2 * PARSER_LABEL_SIZE + PARSER_TAG_SCORES
};

/*
 * Numbers become bytes by these. Those around zero (what is known of a word, states between -1 and
 * 1) are counted from PARSER_OFFSET on, which the biases take back; those behind a cut at zero are
 * cut above, too.
 */
#define PARSER_OFFSET     128
#define PARSER_STATE_UNIT 127.0f
#define PARSER_CUT_UNIT   32.0f
#define PARSER_CUT_LIMIT  (255.0f / PARSER_CUT_UNIT)

/* How many of a word's upper bits of its hash find its bucket. */
enum { PARSER_BUCKET_BITS = 14, PARSER_BUCKETS = 1 << PARSER_BUCKET_BITS };

/* Members of this many bytes are read at once, and begin at multiples of it. */
#define PARSER_ALIGNMENT 64

/*
 * The model as it lies in its file. Behind it: uint32_t hashes[word_count], in order; int8_t
 * words[word_count + 1][PARSER_WORD_SIZE], the first for the unknown ones.
 */
typedef struct parser_model {
    model_head head;
    uint32_t word_count;
    uint32_t buckets[PARSER_BUCKETS + 1]; /* where in the hashes a bucket begins */
    uint32_t reserved[8];
    int8_t affixes[PARSER_AFFIX_ROWS][PARSER_AFFIX_SIZE];
    int8_t tags[(PARSER_TAG_ROWS + 1) / 2 * 2][PARSER_TAG_SIZE];
    PARSER_MATRIX(PARSER_INPUT_SIZE, PARSER_GATES) first;
    PARSER_MATRIX(PARSER_STATE_SIZE, PARSER_GATES) others[PARSER_LAYERS - 1];
    float peepholes[PARSER_LAYERS][2 * PARSER_STATE_SIZE];
    PARSER_MATRIX(PARSER_STATE_SIZE, PARSER_VIEWS) views;
    PARSER_MATRIX(PARSER_ARC_SIZE, PARSER_ARC_SIZE) biaffine;
    PARSER_MATRIX(PARSER_LABEL_SIZE, PARSER_RELATION_SIZE) relations;
    float root_arc[PARSER_ARC_SIZE];
    float root_label[PARSER_LABEL_SIZE];
    float distances[PARSER_DISTANCES];
} parser_model;

_Static_assert(offsetof(parser_model, affixes) % PARSER_ALIGNMENT == 0, "rows in a line");
_Static_assert(offsetof(parser_model, first) % PARSER_ALIGNMENT == 0, "weights in lines");
_Static_assert(sizeof(parser_model) % PARSER_ALIGNMENT == 0, "and what is behind");

/* Row of the table of distances for a head, both counted from the same word. */
static inline size_t parser_distance_row(size_t dependent, size_t head) {
    size_t gap = dependent > head ? dependent - head : head - dependent;
    gap = gap < PARSER_FARTHEST ? gap : PARSER_FARTHEST;
    return dependent > head ? gap : PARSER_FARTHEST + gap;
}

/*
 * The hyperbolic tangent to six digits, by Lambert's fraction. Only sums, products and one
 * division, in one order: the same bits on every machine.
 */
static inline float parser_tanh(float x) {
    x = x < -4.97f ? -4.97f : x;
    x = x > 4.97f ? 4.97f : x;
    float square = x * x;
    float above = x * (135135.0f + square * (17325.0f + square * (378.0f + square)));
    float below = 135135.0f + square * (62370.0f + square * (3150.0f + square * 28.0f));
    return above / below;
}

static inline float parser_sigmoid(float x) {
    return 0.5f + 0.5f * parser_tanh(0.5f * x);
}

#endif
