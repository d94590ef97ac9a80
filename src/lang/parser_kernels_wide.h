/* SPDX-License-Identifier: MIT */
/*
 * The kernels for registers of one width. parser_kernels.c includes this once for each, with
 *
 *     KERNEL(name)                  the name, with that of the machine
 *     TARGET                        the attribute of functions for that machine
 *     WIDTH                         floats of a register
 *     REGISTERS                     of columns in a tile of a product
 *     DOT(sums, numbers, weights)   sums of 32 bits, to each of which four products are added
 *     GREATER(a, b), LESS(a, b)     of each pair of floats a if it is, else b
 *     EQUAL(a, b)                   a bit for each pair of floats, from the lowest
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

TARGET ALWAYS_INLINE KERNEL(floats) KERNEL(within)(KERNEL(floats) x, float least, float most) {
    const KERNEL(floats) none = {0}, low = none + least, high = none + most;
    x = GREATER(low, x);
    return LESS(high, x);
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

/* ---- To integers --------------------------------------------------------------------------*/

/* Numbers that are not negative, rounded to the nearest. */
TARGET ALWAYS_INLINE void KERNEL(to_bytes)(KERNEL(floats) x, uint8_t *out) {
    KERNEL(ints) rounded = __builtin_convertvector(x + 0.5f, KERNEL(ints));
    KERNEL(bytes) bytes = __builtin_convertvector(rounded, KERNEL(bytes));
    memcpy(out, &bytes, sizeof bytes);
}

/* Numbers between -1 and 1. */
TARGET ALWAYS_INLINE void KERNEL(round_state)(KERNEL(floats) x, uint8_t *out) {
    KERNEL(to_bytes)(x * PARSER_STATE_UNIT + PARSER_OFFSET, out);
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

/* ---- Recurrence ---------------------------------------------------------------------------*/

/* A step of the numbers of one register, from the old state to the next. */
TARGET ALWAYS_INLINE KERNEL(floats)
    KERNEL(step)(const float *gates, const float *holes, KERNEL(floats) old, float *output,
                 uint8_t *rounded) {
    KERNEL(floats) gate[3], hole[2], below;
    for (size_t i = 0; i < 3; i++)
        memcpy(&gate[i], gates + i * PARSER_STATE_SIZE, sizeof gate[i]);
    for (size_t i = 0; i < 2; i++)
        memcpy(&hole[i], holes + i * PARSER_STATE_SIZE, sizeof hole[i]);
    memcpy(&below, output, sizeof below);
    KERNEL(floats) kept = KERNEL(sigmoid)(gate[1] + hole[0] * old);
    KERNEL(floats) given = KERNEL(sigmoid)(gate[2] + hole[1] * old);
    KERNEL(floats) next = gate[0] + kept * (old - gate[0]);
    KERNEL(floats) shown = below + given * (KERNEL(tanh)(next) - below);
    memcpy(output, &shown, sizeof shown);
    KERNEL(round_state)(shown, rounded);
    return next;
}

/*
 * Each number of a state depends on itself only: some go through all words at once, in registers,
 * as many as keep the machine busy while each waits for its own step.
 */
TARGET static void KERNEL(recur)(const float *gates, const float *holes, size_t count,
                                 float *output, uint8_t *rounded) {
    enum { TOGETHER = 2, HALF = PARSER_HALF_SIZE, STATE = PARSER_STATE_SIZE };
    for (size_t k = 0; k < HALF; k += TOGETHER * WIDTH) {
        KERNEL(floats) ahead[TOGETHER] = {0}, back[TOGETHER] = {0};
        for (size_t word = 0; word < count; word++) {
            size_t last = count - 1 - word;
            UNROLLED for (size_t i = 0; i < TOGETHER; i++) {
                size_t at = k + i * WIDTH, other = at + HALF;
                ahead[i] = KERNEL(step)(gates + word * PARSER_GATES + at, holes + at, ahead[i],
                                        output + word * STATE + at, rounded + word * STATE + at);
                back[i] =
                    KERNEL(step)(gates + last * PARSER_GATES + other, holes + other, back[i],
                                 output + last * STATE + other, rounded + last * STATE + other);
            }
        }
    }
}

/* ---- The best -----------------------------------------------------------------------------*/

TARGET ALWAYS_INLINE float KERNEL(greatest)(KERNEL(floats) x) {
    float lanes[WIDTH];
    memcpy(lanes, &x, sizeof lanes);
    UNROLLED for (size_t half = WIDTH / 2; half; half /= 2) for (size_t i = 0; i < half; i++)
        lanes[i] = lanes[i] > lanes[i + half] ? lanes[i] : lanes[i + half];
    return lanes[0];
}

/* By whole registers, of which the last reaches back over what was seen. */
TARGET static size_t KERNEL(best)(const float *scores, size_t count) {
    if (count < WIDTH)
        return float_best(scores, count);
    KERNEL(floats) most, x;
    memcpy(&most, scores + count - WIDTH, sizeof most);
    for (size_t i = 0; i + WIDTH < count; i += WIDTH) {
        memcpy(&x, scores + i, sizeof x);
        most = GREATER(x, most);
    }
    float greatest = KERNEL(greatest)(most);
    for (size_t i = 0; i + WIDTH < count; i += WIDTH) {
        memcpy(&x, scores + i, sizeof x);
        uint32_t found = EQUAL(x, (KERNEL(floats)){0} + greatest);
        if (found)
            return i + (size_t)__builtin_ctz(found);
    }
    memcpy(&x, scores + count - WIDTH, sizeof x);
    uint32_t found = EQUAL(x, (KERNEL(floats)){0} + greatest);
    return count - WIDTH + (found ? (size_t)__builtin_ctz(found) : 0);
}

static const parser_kernels KERNEL(kernels) = {KERNEL(product), KERNEL(multiply_add), KERNEL(recur),
                                               KERNEL(add_and_cut), KERNEL(best)};

#undef KERNEL
#undef TARGET
#undef WIDTH
#undef REGISTERS
#undef DOT
#undef GREATER
#undef LESS
#undef EQUAL
