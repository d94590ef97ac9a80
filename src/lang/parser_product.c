/* SPDX-License-Identifier: MIT */
#include "lang/parser_product.h"

#include <stdbool.h>
#include <string.h>

/*
 * Two numbers of a row are multiplied at once with the two weights of each column: `pair` holds
 * them side by side. The sums of a tile, PRODUCT_ROWS rows by `width` registers of columns, stay in
 * registers.
 */
#define DEFINE_TILES(name, target, vector, width, load, repeat, multiply_add)                      \
    target static void name(const product_matrix *m, const int16_t *in, int32_t *sums) {           \
        enum { LANES = sizeof(vector) / sizeof(int32_t) };                                         \
        for (size_t column = 0; column < m->columns; column += (width)*LANES) {                    \
            const int16_t *weights = m->weights + column * 2;                                      \
            vector sum[PRODUCT_ROWS][width], weight[width];                                        \
            memset(sum, 0, sizeof sum);                                                            \
            for (size_t i = 0; i < m->inner; i += 2, weights += m->columns * 2) {                  \
                UNROLLED for (size_t k = 0; k < (width); k++) {                                    \
                    weight[k] = load(weights + k * 2 * LANES);                                     \
                }                                                                                  \
                UNROLLED for (size_t row = 0; row < PRODUCT_ROWS; row++) {                         \
                    int32_t pair;                                                                  \
                    memcpy(&pair, in + row * m->inner + i, sizeof pair);                           \
                    vector both = repeat(pair);                                                    \
                    UNROLLED for (size_t k = 0; k < (width); k++) {                                \
                        sum[row][k] = multiply_add(sum[row][k], both, weight[k]);                  \
                    }                                                                              \
                }                                                                                  \
            }                                                                                      \
            for (size_t row = 0; row < PRODUCT_ROWS; row++)                                        \
                memcpy(sums + row * m->columns + column, sum[row], sizeof sum[row]);               \
        }                                                                                          \
    }

typedef void tiles(const product_matrix *m, const int16_t *in, int32_t *sums);

#if defined(__x86_64__)
#include <immintrin.h>

#define UNROLLED _Pragma("GCC unroll 4")

#define LOAD_128(p)               _mm_loadu_si128((const __m128i *)(const void *)(p))
#define MULTIPLY_ADD_128(s, a, b) _mm_add_epi32((s), _mm_madd_epi16((a), (b)))
DEFINE_TILES(multiply_128, , __m128i, 2, LOAD_128, _mm_set1_epi32, MULTIPLY_ADD_128)

#define LOAD_256(p)               _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define MULTIPLY_ADD_256(s, a, b) _mm256_add_epi32((s), _mm256_madd_epi16((a), (b)))
DEFINE_TILES(multiply_256, __attribute__((target("avx2"))), __m256i, 2, LOAD_256, _mm256_set1_epi32,
             MULTIPLY_ADD_256)

#define LOAD_512(p) _mm512_loadu_si512((const void *)(p))
DEFINE_TILES(multiply_512, __attribute__((target("avx512f,avx512vnni"))), __m512i, 4, LOAD_512,
             _mm512_set1_epi32, _mm512_dpwssd_epi32)

static tiles *tiles_of_machine(void) {
    if (__builtin_cpu_supports("avx512vnni"))
        return multiply_512;
    return __builtin_cpu_supports("avx2") ? multiply_256 : multiply_128;
}
#else
static void multiply_plainly(const product_matrix *m, const int16_t *in, int32_t *sums) {
    memset(sums, 0, PRODUCT_ROWS * m->columns * sizeof *sums);
    for (size_t row = 0; row < PRODUCT_ROWS; row++)
        for (size_t i = 0; i < m->inner; i++)
            for (size_t column = 0; column < m->columns; column++)
                sums[row * m->columns + column] +=
                    in[row * m->inner + i] * m->weights[(i / 2 * m->columns + column) * 2 + i % 2];
}

static tiles *tiles_of_machine(void) {
    return multiply_plainly;
}
#endif

void product(const product_matrix *m, const int16_t *in, size_t rows, float *out) {
    tiles *multiply = tiles_of_machine();
    int32_t sums[PRODUCT_ROWS * PRODUCT_WIDEST];
    for (size_t row = 0; row < rows; row += PRODUCT_ROWS) {
        multiply(m, in + row * m->inner, sums);
        for (size_t k = 0; k < PRODUCT_ROWS; k++) {
            float *to = out + (row + k) * m->columns;
            const int32_t *from = sums + k * m->columns;
            for (size_t column = 0; column < m->columns; column++)
                to[column] = (float)from[column] * m->scales[column] + m->biases[column];
        }
    }
}
