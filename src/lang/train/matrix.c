/* SPDX-License-Identifier: MIT */
#include "lang/train/matrix.h"
#include "lang/parser_kernels.h"

void matrix_multiply_add(size_t rows, size_t columns, size_t inner, const float *a, const float *b,
                         float *c) {
    parser_kernels_of_machine(0)->multiply_add(rows, columns, inner, a, b, c);
}

void matrix_transpose(size_t rows, size_t columns, const float *in, float *out) {
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++)
            out[column * rows + row] = in[row * columns + column];
}
