/* SPDX-License-Identifier: MIT */
/*
 * Linear models with few features, with a penalty on the squares of the weights: logistic
 * regression, by Newton's method (iteratively reweighted least squares), and least squares.
 */
#ifndef TIMELINE_TRAIN_LINEAR_H
#define TIMELINE_TRAIN_LINEAR_H

#include "base/vector.h"

#define MOST_FEATURES 32

typedef struct sample {
    double features[MOST_FEATURES];
    double weight; /* how much it counts */
    double target; /* logistic: 0 or 1 */
} sample;
typedef VECTOR(sample) sample_list;

/* Both fit `count` weights. */
void logistic_fit(const sample_list *samples, size_t count, double penalty, double *weights);

void least_squares_fit(const sample_list *samples, size_t count, double penalty, double *weights);

#endif
