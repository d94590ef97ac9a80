/* SPDX-License-Identifier: MIT */
/*
 * A linear model over hashed features, as multinomial logistic regression gives one: each feature
 * that is there adds its weights to the scores of the outcomes, and the softmax of the scores are
 * probabilities.
 *
 *     linear_scores scores = {{0}};
 *     linear_add(&model, features, count, &scores);      // of feature_of(KIND, word, 0)
 *     linear_probabilities(&model, &scores, probabilities);
 *
 * The model lies in the bytes as the trainer wrote them (lang/model.h): a header, the fingerprints
 * of the features in an open hash table, and their weights beside them. A feature that the trainer
 * did not keep adds nothing.
 */
#ifndef EVENT_LINEAR_MODEL_H
#define EVENT_LINEAR_MODEL_H

#include "lang/model.h"

#define LINEAR_OUTCOMES 8

/* A row is looked for in this many places from where its hash says. */
#define LINEAR_PROBES 8

typedef struct linear_head {
    model_head head;
    uint32_t row_bits;                      /* 2^row_bits rows */
    float scale;                            /* of a weight of 1 */
    char fill[64 - sizeof(model_head) - 8]; /* what follows begins at a multiple of 64 */
} linear_head;

typedef struct linear_model {
    const uint16_t *fingerprints; /* 0: the row is free */
    const int8_t (*weights)[LINEAR_OUTCOMES];
    uint64_t mask;
    float scale;
} linear_model;

/* Sums of weights: those of some hundred features at most, so that they cannot overflow. */
typedef int16_t linear_sums __attribute__((vector_size(2 * LINEAR_OUTCOMES)));
typedef int8_t linear_row __attribute__((vector_size(LINEAR_OUTCOMES)));
#define LINEAR_MOST_FEATURES 256

typedef struct linear_scores {
    linear_sums outcomes;
} linear_scores;

/* The model in the bytes; where they are none of this kind and version, one without features. */
linear_model linear_model_of(slice bytes, const char kind[8], uint32_t version);

/* The hash of a feature: its kind and up to two values, which are hashes or small numbers. */
static inline uint64_t feature_of(unsigned kind, uint64_t a, uint64_t b) {
    uint64_t x = (a + kind) * UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 32) ^ b) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 29)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 32);
}

/* Features on the way to a model: `out` has room for them. */
typedef struct feature_writer {
    uint64_t *out;
    size_t count;
} feature_writer;

static inline void feature_add(feature_writer *f, unsigned kind, uint64_t a, uint64_t b) {
    f->out[f->count++] = feature_of(kind, a, b);
}

static inline uint16_t linear_fingerprint(uint64_t feature) {
    uint16_t print = (uint16_t)(feature >> 48);
    return print ? print : 1;
}

/* Adds what the model says of the features, at most LINEAR_MOST_FEATURES. */
void linear_add(const linear_model *m, const uint64_t *features, size_t count,
                linear_scores *scores);

/*
 * e to the power of x <= 0, to six digits: a power of two by its exponent, the rest by a series.
 * Sums and products in one order, so that it is the same number on every machine.
 */
float linear_exponential(float x);

void linear_probabilities(const linear_model *m, const linear_scores *scores,
                          float probabilities[LINEAR_OUTCOMES]);

#endif
