/* SPDX-License-Identifier: MIT */
/*
 * Multinomial logistic regression over hashed features, by stochastic gradient descent with a rate
 * for each weight (AdaGrad, Duchi et al. 2011) and a penalty on their squares. Examples are taken
 * in an order that is shuffled the same way in every run.
 */
#ifndef EVENT_TRAIN_REGRESSION_H
#define EVENT_TRAIN_REGRESSION_H

#include "base/vector.h"
#include "event/linear_model.h"

#define REGRESSION_GROUPS 5

typedef struct example {
    size_t first; /* its features, in the set's list */
    size_t count;
    unsigned outcome;
    float weight;   /* how much it counts */
    unsigned group; /* of cross-validation, below REGRESSION_GROUPS */
} example;

typedef struct example_set {
    arena *owner;
    VECTOR(example) examples;
    VECTOR(uint32_t) features; /* numbers of the features of one example after the other */
    VECTOR(uint64_t) hashes;   /* of each number */
    uint32_t *table;           /* number + 1 by hash, open */
    size_t table_size;
} example_set;

typedef struct regression_settings {
    unsigned epochs;
    float rate;
    float penalty;
    unsigned left_out; /* a group that is not learnt from; REGRESSION_GROUPS: none */
} regression_settings;

/* The weights of each feature of the set by its number, LINEAR_OUTCOMES in a row. */
typedef struct regression {
    float (*weights)[LINEAR_OUTCOMES];
} regression;

void examples_add(example_set *set, const uint64_t *features, size_t count, unsigned outcome,
                  float weight, unsigned group);

regression regression_train(const example_set *set, const regression_settings *settings);

void regression_probabilities(const regression *r, const example_set *set, const example *x,
                              float probabilities[LINEAR_OUTCOMES]);

void regression_free(regression *r);

/*
 * Trains, and gives the bytes of a linear_model of 2^row_bits rows with the features of the largest
 * weights, not sealed yet.
 */
char *regression_model(const example_set *set, const regression_settings *settings,
                       unsigned row_bits, arena *a, size_t *size);

#endif
