/* SPDX-License-Identifier: MIT */
/* The kernels against loops that a reader can check: not nearly the same, but the same bits. */
#include "lang/parser_kernels.h"
#include "lang/parser_model.h"
#include "support/check.h"

static const parser_kernels *kernels; /* that are tested */
static uint32_t seed = 1;

static int32_t number_within(int32_t limit) {
    seed = seed * 1664525u + 1013904223u;
    return (int32_t)((seed >> 8) % (uint32_t)(2 * limit + 1)) - limit;
}

static float float_within(float limit) {
    return (float)number_within(1 << 20) * limit * 0x1p-20f;
}

/* All weights and numbers as large as they get, or any. */
static void check_product(size_t inner, size_t columns, size_t rows, bool largest, arena *a) {
    int8_t *weights = ARENA_ARRAY(a, int8_t, inner * columns);
    uint8_t *in = ARENA_ARRAY(a, uint8_t, rows * inner);
    float *scales = ARENA_ARRAY(a, float, columns), *biases = ARENA_ARRAY(a, float, columns);
    float *out = ARENA_ARRAY(a, float, rows *columns);
    for (size_t i = 0; i < inner * columns; i++)
        weights[i] = (int8_t)(largest ? (i / 64 % 2 ? -1 : 1) * PRODUCT_LARGEST_WEIGHT
                                      : number_within(PRODUCT_LARGEST_WEIGHT));
    for (size_t i = 0; i < rows * inner; i++)
        in[i] = (uint8_t)(largest ? UINT8_MAX : number_within(127) + 128);
    for (size_t i = 0; i < columns; i++) {
        scales[i] = float_within(1.0f);
        biases[i] = float_within(9.0f);
    }
    product_matrix m = {inner, columns, weights, scales, biases};
    kernels->product(&m, in, rows, out);
    size_t wrong = 0;
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            int32_t sum = 0;
            for (size_t i = 0; i < inner; i++)
                sum += in[row * inner + i] * weights[product_place(inner, i, column)];
            float scaled = (float)sum * scales[column];
            wrong += out[row * columns + column] != scaled + biases[column];
        }
    }
    CHECK_INT(wrong, 0);
}

static void products_are_exact(arena *a) {
    check_product(4, 64, 4, false, a);
    check_product(160, 576, 12, false, a);
    check_product(256, 128, 8, false, a);
    check_product(192, 128, 4, true, a);
    check_product(96, 192, 36, false, a);
}

static void places_are_all_different(void) {
    enum { INNER = 8, COLUMNS = 128 };
    bool taken[INNER * COLUMNS] = {0};
    for (size_t i = 0; i < INNER; i++)
        for (size_t column = 0; column < COLUMNS; column++)
            taken[product_place(INNER, i, column)] = true;
    size_t free_places = 0;
    for (size_t i = 0; i < INNER * COLUMNS; i++)
        free_places += !taken[i];
    CHECK_INT(free_places, 0);
}

static void check_multiply_add(size_t rows, size_t columns, size_t inner, arena *a) {
    float *left = ARENA_ARRAY(a, float, rows *inner),
          *right = ARENA_ARRAY(a, float, inner *columns);
    float *out = ARENA_ARRAY(a, float, rows *columns),
          *plain = ARENA_ARRAY(a, float, rows *columns);
    for (size_t i = 0; i < rows * inner; i++)
        left[i] = float_within(3.0f);
    for (size_t i = 0; i < inner * columns; i++)
        right[i] = float_within(1.0f);
    for (size_t i = 0; i < rows * columns; i++)
        out[i] = plain[i] = float_within(10.0f);
    kernels->multiply_add(rows, columns, inner, left, right, out);
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            volatile float sum = plain[row * columns + column]; /* rounded after every step */
            for (size_t i = 0; i < inner; i++) {
                volatile float product = left[row * inner + i] * right[i * columns + column];
                sum = sum + product;
            }
            plain[row * columns + column] = sum;
        }
    }
    CHECK(memcmp(out, plain, rows * columns * sizeof *out) == 0);
}

static void floats_are_summed_in_one_order(arena *a) {
    for (size_t rows = 1; rows < 15; rows += 3)
        for (size_t columns = FLOAT_COLUMNS; columns <= 6 * FLOAT_COLUMNS; columns += FLOAT_COLUMNS)
            check_multiply_add(rows, columns, 37, a);
}

/* One number of a state through one word, by its formula. */
static float step(const float *gates, const float *holes, float old, float *output) {
    enum { STATE = PARSER_STATE_SIZE };
    volatile float forget_hole = holes[0] * old, give_hole = holes[STATE] * old;
    float kept = parser_sigmoid(gates[STATE] + forget_hole);
    float given = parser_sigmoid(gates[2 * STATE] + give_hole);
    volatile float moved = kept * (old - gates[0]);
    float next = gates[0] + moved;
    volatile float shown = given * (parser_tanh(next) - *output);
    *output += shown;
    return next;
}

static void recurs_as_its_formula_says(void) {
    enum { WORDS = 5, HALF = PARSER_HALF_SIZE, STATE = PARSER_STATE_SIZE };
    float gates[WORDS * PARSER_GATES], holes[2 * STATE], output[WORDS * STATE], out[WORDS * STATE];
    uint8_t rounded[WORDS * STATE];
    for (size_t i = 0; i < WORDS * PARSER_GATES; i++)
        gates[i] = float_within(6.0f);
    for (size_t i = 0; i < 2 * STATE; i++)
        holes[i] = float_within(1.0f);
    for (size_t i = 0; i < WORDS * STATE; i++)
        out[i] = output[i] = float_within(1.0f);
    kernels->recur(gates, holes, WORDS, output, rounded);
    size_t wrong = 0;
    for (size_t k = 0; k < STATE; k++) {
        float state = 0;
        for (size_t i = 0; i < WORDS; i++) {
            size_t word = k < HALF ? i : WORDS - 1 - i, at = word * STATE + k;
            state = step(gates + word * PARSER_GATES + k, holes + k, state, &out[at]);
            wrong += output[at] != out[at];
            wrong +=
                rounded[at] != (uint8_t)(out[at] * PARSER_STATE_UNIT + (float)PARSER_OFFSET + 0.5f);
        }
    }
    CHECK_INT(wrong, 0);
}

/* The first of those that are alike, wherever they stand. */
static void finds_the_best(void) {
    float scores[70];
    for (size_t count = 1; count <= 70; count++) {
        for (size_t best = 0; best < count; best++) {
            for (size_t i = 0; i < count; i++)
                scores[i] = float_within(3.0f);
            scores[best] = 4;
            CHECK_INT(kernels->best(scores, count), best);
            scores[count - 1] = 4;
            CHECK_INT(kernels->best(scores, count), best);
        }
        for (size_t i = 0; i < count; i++)
            scores[i] = -1;
        CHECK_INT(kernels->best(scores, count), 0);
    }
}

static void integers_are_rounded_and_cut(void) {
    uint8_t out[FLOAT_COLUMNS];
    const float left[FLOAT_COLUMNS] = {0, 1, -1, 3, 7, 1000, -1000, 0.25f},
                right[FLOAT_COLUMNS] = {0, 1, 0.5f, -4, 0.99f, 0, 0, 0};
    kernels->add_and_cut(left, right, FLOAT_COLUMNS, out);
    const uint8_t sums[] = {0, 64, 0, 0, 255, 255, 0, 8, 0};
    for (size_t i = 0; i < sizeof sums; i++)
        CHECK_INT(out[i], sums[i]);
    kernels->add_and_cut(left, NULL, FLOAT_COLUMNS, out);
    CHECK_INT(out[1], 32);
    CHECK_INT(out[2], 0);
}

/* The curves against values known from tables. */
static void curves_are_near_the_real_ones(void) {
    const struct {
        double x, tanh, sigmoid;
    } known[] = {{0, 0, 0.5},
                 {0.5, 0.46211716, 0.62245933},
                 {1, 0.76159416, 0.73105858},
                 {2, 0.96402758, 0.88079708},
                 {4, 0.99932930, 0.98201379},
                 {9, 1, 0.99987661}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            double t = (double)parser_tanh((float)(sign * known[i].x)) - sign * known[i].tanh;
            double s = (double)parser_sigmoid((float)(sign * known[i].x)) -
                       (sign > 0 ? known[i].sigmoid : 1 - known[i].sigmoid);
            CHECK_AT(t < 1e-4 && t > -1e-4, "tanh(%g) is off by %g", sign * known[i].x, t);
            CHECK_AT(s < 1e-4 && s > -1e-4, "sigmoid(%g) is off by %g", sign * known[i].x, s);
        }
    }
}

int main(void) {
    for (size_t i = 0; (kernels = parser_kernels_of_machine(i)); i++) {
        RUN_IN_ARENA(products_are_exact);
        RUN_IN_ARENA(floats_are_summed_in_one_order);
        RUN(recurs_as_its_formula_says);
        RUN(finds_the_best);
        RUN(integers_are_rounded_and_cut);
    }
    RUN(places_are_all_different);
    RUN(curves_are_near_the_real_ones);
    return tests_end();
}
