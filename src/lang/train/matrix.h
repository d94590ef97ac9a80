/* SPDX-License-Identifier: MIT */
/*
 * Products of matrices of floats, row by row in memory, for training. Every sum is added up in one
 * order and without fused operations, whatever the processor: the same numbers give the same bits.
 */
#ifndef LANG_TRAIN_MATRIX_H
#define LANG_TRAIN_MATRIX_H

#include <stddef.h>

/* The unit of columns: widths of results are multiples of it. */
#define MATRIX_LANES 16

/* c (rows × columns) += a (rows × inner) · b (inner × columns). */
void matrix_multiply_add(size_t rows, size_t columns, size_t inner, const float *a, const float *b,
                         float *c);

/* out (columns × rows) = in (rows × columns), turned over. */
void matrix_transpose(size_t rows, size_t columns, const float *in, float *out);

#endif
