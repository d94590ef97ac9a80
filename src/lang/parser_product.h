/* SPDX-License-Identifier: MIT */
/*
 * Rows of 16-bit numbers times a matrix of them, summed in 32 bits: the same on every machine, with
 * whatever registers it has.
 */
#ifndef LANG_PARSER_PRODUCT_H
#define LANG_PARSER_PRODUCT_H

#include <stddef.h>
#include <stdint.h>

/* Rows come by this many; what is behind the last real one is computed and is nobody's. */
#define PRODUCT_ROWS ((size_t)4)
/* Columns come by this many, and there are at most PRODUCT_WIDEST. */
#define PRODUCT_COLUMNS ((size_t)64)
#define PRODUCT_WIDEST  ((size_t)1024)

/* inner × columns numbers, as product() takes them: for each pair of rows, their columns in turn:
 * weights[(i / 2 * columns + column) * 2 + i % 2]. */
typedef struct product_matrix {
    size_t inner;   /* even */
    size_t columns; /* a multiple of PRODUCT_COLUMNS */
    const int16_t *weights;
    const float *scales; /* of each column: what a sum's unit is worth */
    const float *biases; /* of each column */
} product_matrix;

/*
 * out[row * columns + column] = sum of in[row * inner + i] * weight(i, column), times the scale,
 * plus the bias. `rows` is a multiple of PRODUCT_ROWS. The sums must not overflow: whoever makes
 * the weights sees to that.
 */
void product(const product_matrix *m, const int16_t *in, size_t rows, float *out);

#endif
