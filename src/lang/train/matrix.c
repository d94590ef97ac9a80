/* SPDX-License-Identifier: MIT */
#include "lang/train/matrix.h"

#include <stdbool.h>
#include <string.h>

#define TILE_ROWS    6
#define TILE_COLUMNS (2 * MATRIX_LANES)

/* The widest registers that the machine has; all give the same result. */
#if defined(__x86_64__) && defined(__GNUC__) && defined(__linux__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EVERY_PROCESSOR
#endif

typedef float lanes __attribute__((vector_size(MATRIX_LANES * sizeof(float)), aligned(4)));

typedef struct product {
    size_t columns;
    size_t inner;
    const float *a;
    const float *b;
    float *c;
} product;

/* A tile of TILE_ROWS rows and two vectors of columns, whose sums stay in registers. */
FOR_EVERY_PROCESSOR
static void multiply_tile(const product *p) {
    lanes sums[TILE_ROWS][2];
    for (size_t row = 0; row < TILE_ROWS; row++) {
        memcpy(sums[row], p->c + row * p->columns, sizeof sums[row]);
    }
    for (size_t i = 0; i < p->inner; i++) {
        lanes left, right;
        memcpy(&left, p->b + i * p->columns, sizeof left);
        memcpy(&right, p->b + i * p->columns + MATRIX_LANES, sizeof right);
#pragma GCC unroll 6
        for (size_t row = 0; row < TILE_ROWS; row++) {
            float factor = p->a[row * p->inner + i];
            sums[row][0] += factor * left;
            sums[row][1] += factor * right;
        }
    }
    for (size_t row = 0; row < TILE_ROWS; row++) {
        memcpy(p->c + row * p->columns, sums[row], sizeof sums[row]);
    }
}

/* What is left at the edges: one row, one vector of columns. */
FOR_EVERY_PROCESSOR
static void multiply_strip(const product *p) {
    lanes sum;
    memcpy(&sum, p->c, sizeof sum);
    for (size_t i = 0; i < p->inner; i++) {
        lanes right;
        memcpy(&right, p->b + i * p->columns, sizeof right);
        sum += p->a[i] * right;
    }
    memcpy(p->c, &sum, sizeof sum);
}

void matrix_multiply_add(size_t rows, size_t columns, size_t inner, const float *a, const float *b,
                         float *c) {
    for (size_t column = 0; column < columns;) {
        bool is_wide = column + TILE_COLUMNS <= columns;
        size_t row = 0;
        for (; is_wide && row + TILE_ROWS <= rows; row += TILE_ROWS) {
            multiply_tile(&(product){columns, inner, a + row * inner, b + column,
                                     c + row * columns + column});
        }
        for (; row < rows; row++) {
            product strip = {columns, inner, a + row * inner, b + column,
                             c + row * columns + column};
            multiply_strip(&strip);
            if (is_wide) {
                strip.b += MATRIX_LANES;
                strip.c += MATRIX_LANES;
                multiply_strip(&strip);
            }
        }
        column += is_wide ? TILE_COLUMNS : MATRIX_LANES;
    }
}

void matrix_transpose(size_t rows, size_t columns, const float *in, float *out) {
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            out[column * rows + row] = in[row * columns + column];
        }
    }
}
