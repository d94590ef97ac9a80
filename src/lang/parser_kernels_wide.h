/* SPDX-License-Identifier: MIT */
/*
 * The kernels for registers of one width. parser_kernels.c includes this once for each, with
 *
 *     KERNEL(name)                  the name, with that of the machine
 *     TARGET                        the attribute of functions for that machine
 *     WIDTH                         floats of a register
 *     REGISTERS                     of columns in a tile of a product
 *     DOT(sums, numbers, weights)   sums of 32 bits, to each of which four products are added
 *
 * defined before; it undefines them.
 */

typedef float KERNEL(floats) __attribute__((vector_size(4 * WIDTH)));
typedef int32_t KERNEL(ints) __attribute__((vector_size(4 * WIDTH)));
typedef uint8_t KERNEL(bytes) __attribute__((vector_size(WIDTH)));

/* ---- Products -----------------------------------------------------------------------------*/

/* Sums of a tile, as floats, to the rows of `out`, which are m->columns apart. */
TARGET ALWAYS_INLINE void KERNEL(scale_sums)(const product_matrix *m, size_t column,
                                             KERNEL(ints) sums[PRODUCT_ROWS][REGISTERS],
                                             float *out) {
    KERNEL(floats) scales[REGISTERS], biases[REGISTERS];
    memcpy(scales, m->scales + column, sizeof scales);
    memcpy(biases, m->biases + column, sizeof biases);
    for (size_t row = 0; row < PRODUCT_ROWS; row++) {
        for (size_t k = 0; k < REGISTERS; k++) {
            KERNEL(floats) scaled = __builtin_convertvector(sums[row][k], KERNEL(floats));
            scaled = scaled * scales[k] + biases[k];
            memcpy(out + row * m->columns + k * WIDTH, &scaled, sizeof scaled);
        }
    }
}

/*
 * Four numbers of a row are multiplied at once with the four weights of each column. The sums of a
 * tile, PRODUCT_ROWS rows by REGISTERS registers of columns, stay in registers, and a panel of
 * weights in the nearest cache while all rows meet it.
 */
TARGET static void KERNEL(product)(const product_matrix *m, const uint8_t *in, size_t rows,
                                   float *out) {
    for (size_t column = 0; column < m->columns; column += REGISTERS * WIDTH) {
        const int8_t *panel = m->weights + product_place(m->inner, 0, column);
        for (size_t row = 0; row < rows; row += PRODUCT_ROWS) {
            const int8_t *weights = panel;
            const uint8_t *numbers = in + row * m->inner;
            KERNEL(ints) sums[PRODUCT_ROWS][REGISTERS] = {0}, weight[REGISTERS];
            for (size_t i = 0; i < m->inner; i += PRODUCT_GROUP) {
                UNROLLED for (size_t k = 0; k < REGISTERS; k++) {
                    memcpy(&weight[k], weights + k * sizeof weight[k], sizeof weight[k]);
                }
                weights += PRODUCT_COLUMNS * PRODUCT_GROUP;
                UNROLLED for (size_t r = 0; r < PRODUCT_ROWS; r++) {
                    int32_t four;
                    memcpy(&four, numbers + r * m->inner + i, sizeof four);
                    KERNEL(ints) repeated = four - (KERNEL(ints)){0};
                    UNROLLED for (size_t k = 0; k < REGISTERS; k++) {
                        sums[r][k] = DOT(sums[r][k], repeated, weight[k]);
                    }
                }
            }
            KERNEL(scale_sums)(m, column, sums, out + row * m->columns + column);
        }
    }
}

enum { KERNEL(TILE) = WIDTH < FLOAT_COLUMNS ? 2 : 1 }; /* registers of floats */

/* A tile of the product of floats, up to six rows by KERNEL(TILE) registers, which hold its sums.
 */
TARGET ALWAYS_INLINE void KERNEL(tile)(size_t rows, size_t columns, size_t inner, const float *a,
                                       const float *b, float *c) {
    KERNEL(floats) sums[6][KERNEL(TILE)];
    UNROLLED for (size_t row = 0; row < rows; row++) {
        memcpy(sums[row], c + row * columns, sizeof sums[row]);
    }
    for (size_t i = 0; i < inner; i++, b += columns) {
        KERNEL(floats) of_b[KERNEL(TILE)];
        UNROLLED for (size_t k = 0; k < KERNEL(TILE); k++) {
            memcpy(&of_b[k], b + k * WIDTH, sizeof of_b[k]);
        }
        UNROLLED for (size_t row = 0; row < rows; row++) {
            float factor = a[row * inner + i];
            UNROLLED for (size_t k = 0; k < KERNEL(TILE); k++) {
                sums[row][k] += factor * of_b[k];
            }
        }
    }
    UNROLLED for (size_t row = 0; row < rows; row++) {
        memcpy(c + row * columns, sums[row], sizeof sums[row]);
    }
}

/* By tiles of six rows, and what is left by tiles of one. */
TARGET static void KERNEL(multiply_add)(size_t rows, size_t columns, size_t inner, const float *a,
                                        const float *b, float *c) {
    for (size_t column = 0; column < columns; column += KERNEL(TILE) * WIDTH) {
        size_t row = 0;
        for (; row + 6 <= rows; row += 6)
            KERNEL(tile)
        (6, columns, inner, a + row * inner, b + column, c + row * columns + column);
        for (; row < rows; row++)
            KERNEL(tile)
        (1, columns, inner, a + row * inner, b + column, c + row * columns + column);
    }
}

/* ---- Curves -------------------------------------------------------------------------------*/

TARGET ALWAYS_INLINE KERNEL(floats)
    KERNEL(choose)(KERNEL(ints) which, KERNEL(floats) yes, KERNEL(floats) no) {
    return (KERNEL(floats))((which & (KERNEL(ints))yes) | (~which & (KERNEL(ints))no));
}

TARGET ALWAYS_INLINE KERNEL(floats) KERNEL(within)(KERNEL(floats) x, float least, float most) {
    const KERNEL(floats) none = {0}, low = none + least, high = none + most;
    x = KERNEL(choose)(x < low, low, x);
    return KERNEL(choose)(x > high, high, x);
}

/* parser_tanh() and parser_sigmoid(), in the same order. */
TARGET ALWAYS_INLINE KERNEL(floats) KERNEL(tanh)(KERNEL(floats) x) {
    x = KERNEL(within)(x, -4.97f, 4.97f);
    KERNEL(floats) square = x * x;
    KERNEL(floats) above = x * (135135.0f + square * (17325.0f + square * (378.0f + square)));
    KERNEL(floats) below = 135135.0f + square * (62370.0f + square * (3150.0f + square * 28.0f));
    return above / below;
}

TARGET ALWAYS_INLINE KERNEL(floats) KERNEL(sigmoid)(KERNEL(floats) x) {
    return 0.5f + 0.5f * KERNEL(tanh)(0.5f * x);
}

TARGET static void KERNEL(recur)(const float *gates, const float *holes, float *state,
                                 float *output) {
    for (size_t k = 0; k < PARSER_HALF_SIZE; k += WIDTH) {
        KERNEL(floats) gate[3], hole[2], old, below;
        for (size_t i = 0; i < 3; i++)
            memcpy(&gate[i], gates + i * PARSER_STATE_SIZE + k, sizeof gate[i]);
        for (size_t i = 0; i < 2; i++)
            memcpy(&hole[i], holes + i * PARSER_STATE_SIZE + k, sizeof hole[i]);
        memcpy(&old, state + k, sizeof old);
        memcpy(&below, output + k, sizeof below);
        KERNEL(floats) kept = KERNEL(sigmoid)(gate[1] + hole[0] * old);
        KERNEL(floats) given = KERNEL(sigmoid)(gate[2] + hole[1] * old);
        KERNEL(floats) next = gate[0] + kept * (old - gate[0]);
        KERNEL(floats) shown = below + given * (KERNEL(tanh)(next) - below);
        memcpy(state + k, &next, sizeof next);
        memcpy(output + k, &shown, sizeof shown);
    }
}

/* ---- To integers --------------------------------------------------------------------------*/

/* Numbers that are not negative, rounded to the nearest. */
TARGET ALWAYS_INLINE void KERNEL(to_bytes)(KERNEL(floats) x, uint8_t *out) {
    KERNEL(ints) rounded = __builtin_convertvector(x + 0.5f, KERNEL(ints));
    KERNEL(bytes) bytes = __builtin_convertvector(rounded, KERNEL(bytes));
    memcpy(out, &bytes, sizeof bytes);
}

TARGET static void KERNEL(round_states)(const float *in, size_t count, uint8_t *out) {
    for (size_t i = 0; i < count; i += WIDTH) {
        KERNEL(floats) x;
        memcpy(&x, in + i, sizeof x);
        KERNEL(to_bytes)(x * PARSER_STATE_UNIT + PARSER_OFFSET, out + i);
    }
}

TARGET static void KERNEL(add_and_cut)(const float *a, const float *b, size_t count, uint8_t *out) {
    for (size_t i = 0; i < count; i += WIDTH) {
        KERNEL(floats) x, other = {0};
        memcpy(&x, a + i, sizeof x);
        if (b)
            memcpy(&other, b + i, sizeof other);
        x = KERNEL(within)(x + other, 0, PARSER_CUT_LIMIT);
        KERNEL(to_bytes)(x * PARSER_CUT_UNIT, out + i);
    }
}

static const parser_kernels KERNEL(kernels) = {KERNEL(product), KERNEL(multiply_add), KERNEL(recur),
                                               KERNEL(round_states), KERNEL(add_and_cut)};

#undef KERNEL
#undef TARGET
#undef WIDTH
#undef REGISTERS
#undef DOT
