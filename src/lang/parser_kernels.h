/* SPDX-License-Identifier: MIT */
/*
 * The loops over numbers that the parser spends its time in, for the widest registers that the
 * machine has. Integers are exact, and floats are summed in one order, without fused operations:
 * the same numbers give the same bits on every machine.
 *
 *     const parser_kernels *k = parser_kernels_of_machine(0);
 *     k->product(&matrix, in, rows, out);
 */
#ifndef LANG_PARSER_KERNELS_H
#define LANG_PARSER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/* Rows of integers come by this many; what is behind the last real one is computed and is nobody's.
 */
#define PRODUCT_ROWS ((size_t)4)
/* Columns of integers come by this many: a panel. */
#define PRODUCT_COLUMNS ((size_t)64)
/* Numbers of a row of integers come by this many: a machine multiplies and adds them at once. */
#define PRODUCT_GROUP ((size_t)4)
/*
 * Weights are within ±63: then two products with numbers up to 255 fit 16 bits, in which AVX2 adds
 * them.
 */
#define PRODUCT_LARGEST_WEIGHT 63
/* Columns of floats come by this many. */
#define FLOAT_COLUMNS ((size_t)16)

/*
 * A matrix of inner × columns integers, panel by panel, and in a panel group of rows by group: the
 * weight at (i, column) is weights[product_place(inner, i, column)].
 */
typedef struct product_matrix {
    size_t inner; /* a multiple of PRODUCT_GROUP */
    size_t columns;
    const int8_t *weights;
    const float *scales; /* of each column: what a sum's unit is worth */
    const float *biases; /* of each column */
} product_matrix;

static inline size_t product_place(size_t inner, size_t i, size_t column) {
    size_t panel = column / PRODUCT_COLUMNS * PRODUCT_COLUMNS;
    return panel * inner + (i / PRODUCT_GROUP * PRODUCT_COLUMNS + column - panel) * PRODUCT_GROUP +
           i % PRODUCT_GROUP;
}

typedef struct parser_kernels {
    /*
     * out[row * columns + column] = sum of in[row * inner + i] * weight(i, column), times the
     * scale, plus the bias. `rows` is a multiple of PRODUCT_ROWS.
     */
    void (*product)(const product_matrix *m, const uint8_t *in, size_t rows, float *out);

    /* c (rows × columns) += a (rows × inner) · b (inner × columns). */
    void (*multiply_add)(size_t rows, size_t columns, size_t inner, const float *a, const float *b,
                         float *c);

    /*
     * A recurrent layer, both ways over `count` words. The candidates, forget gates and output
     * gates of a word are PARSER_STATE_SIZE apart, as are the holes through which the gates see the
     * old state. `output` comes as that of the layer below, zeros for none, and is between -1 and
     * 1; `rounded` is the same in PARSER_STATE_UNIT, from PARSER_OFFSET on.
     */
    void (*recur)(const float *gates, const float *holes, size_t count, float *output,
                  uint8_t *rounded);

    /* Sums of two rows (b may be NULL), cut off below zero and above what a byte holds, in
     * PARSER_CUT_UNIT; `count` is a multiple of FLOAT_COLUMNS. */
    void (*add_and_cut)(const float *a, const float *b, size_t count, uint8_t *out);

    /* float_best() */
    size_t (*best)(const float *scores, size_t count);
} parser_kernels;

/* The first of the greatest of some floats, at least one, of which none is NaN. */
size_t float_best(const float *scores, size_t count);

/* Those that the machine can run, the fastest first; NULL behind the last. All give the same. */
const parser_kernels *parser_kernels_of_machine(size_t index);

#endif
