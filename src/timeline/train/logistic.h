/* SPDX-License-Identifier: MIT */
/*
 * Logistic regression with few features, by Newton's method (iteratively reweighted least squares)
 * with a penalty on the squares of the weights.
 */
#ifndef TIMELINE_TRAIN_LOGISTIC_H
#define TIMELINE_TRAIN_LOGISTIC_H

#include "base/vector.h"

#define MOST_FEATURES 32

typedef struct sample {
    double features[MOST_FEATURES];
    double weight; /* how much it counts */
    bool positive;
} sample;
typedef VECTOR(sample) sample_list;

/* Fits `count` weights. */
void logistic_fit(const sample_list *samples, size_t count, double penalty, double *weights);

double logistic_score(const sample *s, const double *weights, size_t count);

#endif
