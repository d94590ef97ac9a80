/* SPDX-License-Identifier: MIT */
/*
 * An averaged perceptron over sparse features (Freund & Schapire 1999, Collins 2002). A row is a
 * feature's weights, one a label that it ever spoke for or against. All in integers.
 */
#ifndef LANG_TRAIN_PERCEPTRON_H
#define LANG_TRAIN_PERCEPTRON_H

#include "base/vector.h"

#define NO_ROW UINT32_MAX

typedef struct row_weight {
    int64_t total; /* of the weight over all steps up to `since` */
    int64_t sum;   /* of the averages of the runs that are over, in PERCEPTRON_UNITS */
    int32_t weight;
    uint32_t since;
    uint8_t label;
} row_weight;

typedef struct weight_row {
    uint64_t feature;
    row_weight *weights;
    uint32_t seen; /* times that it was counted */
    uint16_t count;
    uint16_t capacity;
} weight_row;

typedef struct perceptron {
    arena *owner;
    VECTOR(weight_row) rows;
    uint32_t *slots; /* one more than the row's number; 0 is free */
    size_t slot_count;
    uint32_t step;
    uint32_t runs; /* that are over */
} perceptron;

/* The row of a feature; without `add`, NO_ROW where there is none. */
uint32_t perceptron_row(perceptron *p, uint64_t feature, bool add);

void perceptron_score(const perceptron *p, const uint32_t *rows, size_t count, int32_t *scores);

/* Speaks for one label, and against another. */
void perceptron_update(perceptron *p, const uint32_t *rows, size_t count, uint8_t right,
                       uint8_t wrong);

/* What a weight of 1 is in sums. */
#define PERCEPTRON_UNITS 1024

/* The weight over all steps of this run on average, in units of 1 / PERCEPTRON_UNITS. */
int64_t perceptron_average(const perceptron *p, const row_weight *w);

/* Ends a run: adds the averages to the sums, and begins again with weights of 0. */
void perceptron_end_run(perceptron *p);

#endif
