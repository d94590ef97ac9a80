/* SPDX-License-Identifier: MIT */
/*
 * The weights of a linear model with few features, as logistic regression gives one: compiled in
 * (lang/model.h), a head and behind it a whole number for each feature, the first for a feature
 * that is always 1. Features are whole numbers too, in units of FEATURE_UNIT, so a score is the
 * same number on every machine. src/timeline/train makes the models.
 */
#ifndef TIMELINE_WEIGHTS_H
#define TIMELINE_WEIGHTS_H

#include "lang/model.h"

#define FEATURE_UNIT 4096
#define WEIGHT_UNIT  65536

/* The weights, `count` of them; NULL where the bytes are no such model. */
const int32_t *weights_of(slice bytes, const char kind[8], uint32_t version, size_t count);

/* Log odds, in units of 1 / (FEATURE_UNIT * WEIGHT_UNIT). */
int64_t weights_score(const int32_t *weights, const int32_t *features, size_t count);

#endif
