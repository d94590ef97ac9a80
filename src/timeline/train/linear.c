/* SPDX-License-Identifier: MIT */
#include "timeline/train/linear.h"

#include <math.h>
#include <string.h>

#define STEPS 25

/* A system of linear equations: the second derivatives, and beside them the first. */
typedef double equations[MOST_FEATURES][MOST_FEATURES + 1];

static double score_of(const sample *s, const double *weights, size_t count) {
    double score = 0;
    for (size_t i = 0; i < count; i++)
        score += weights[i] * s->features[i];
    return score;
}

static void add_sample(equations e, const sample *s, const double *weights, size_t count) {
    double p = 1 / (1 + exp(-score_of(s, weights, count)));
    for (size_t i = 0; i < count; i++) {
        e[i][count] += s->weight * (s->target - p) * s->features[i];
        for (size_t k = 0; k < count; k++)
            e[i][k] += s->weight * p * (1 - p) * s->features[i] * s->features[k];
    }
}

/* Gauss-Jordan elimination; the penalty keeps the diagonal away from 0. */
static void solve(equations e, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t row = 0; row < count; row++) {
            double factor = row == i ? 0 : e[row][i] / e[i][i];
            for (size_t k = i; k <= count && row != i; k++)
                e[row][k] -= factor * e[i][k];
        }
}

void logistic_fit(const sample_list *samples, size_t count, double penalty, double *weights) {
    memset(weights, 0, count * sizeof *weights);
    for (int step = 0; step < STEPS; step++) {
        equations e = {{0}};
        for (size_t i = 0; i < count; i++) {
            e[i][i] = penalty;
            e[i][count] = -penalty * weights[i];
        }
        for (size_t i = 0; i < samples->count; i++)
            add_sample(e, &samples->items[i], weights, count);
        solve(e, count);
        for (size_t i = 0; i < count; i++)
            weights[i] += e[i][count] / e[i][i];
    }
}

void least_squares_fit(const sample_list *samples, size_t count, double penalty, double *weights) {
    equations e = {{0}};
    for (size_t i = 0; i < count; i++)
        e[i][i] = penalty;
    for (size_t n = 0; n < samples->count; n++) {
        const sample *s = &samples->items[n];
        for (size_t i = 0; i < count; i++) {
            e[i][count] += s->weight * s->target * s->features[i];
            for (size_t k = 0; k < count; k++)
                e[i][k] += s->weight * s->features[i] * s->features[k];
        }
    }
    solve(e, count);
    for (size_t i = 0; i < count; i++)
        weights[i] = e[i][count] / e[i][i];
}
