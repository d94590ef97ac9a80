/* SPDX-License-Identifier: MIT */
/*
 * The weights of a linear model with few features, as logistic regression gives one: compiled in
 * (lang/model.h), a head and behind it a whole number for each feature, the first for a feature
 * that is always 1. src/timeline/train makes the models. Only sums, products, quotients and square
 * roots are taken, which IEEE 754 rounds in one way: scores are the same on every machine.
 */
#ifndef TIMELINE_WEIGHTS_H
#define TIMELINE_WEIGHTS_H

#include "lang/model.h"

#define WEIGHT_UNIT 65536 /* in the file: a weight of 1 */

/* The weights, `count` of them; NULL where the bytes are no such model. */
const int32_t *weights_of(slice bytes, const char kind[8], uint32_t version, size_t count);

/* The log odds. */
double weights_score(const int32_t *weights, const double *features, size_t count);

/*
 * Makes features count from their mean over the rows, in standard deviations; but for the first,
 * which is always 1. There are `count` rows of `width` numbers, which begin `stride` bytes apart:
 * as an array, or each within an item.
 */
void features_standardise(double *first, size_t count, size_t width, size_t stride);

#endif
