/* SPDX-License-Identifier: MIT */
#include "lang/parser_kernels.h"
#include "lang/parser_model.h"

#define UNROLLED      _Pragma("GCC unroll 6")
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* ---- Bodies, the same for all registers; the compiler makes them wide
 * --------------------------*/

ALWAYS_INLINE void recur_body(const float *restrict gates, const float *restrict holes,
                              float *restrict state, float *restrict output) {
    for (size_t k = 0; k < PARSER_HALF_SIZE; k++) {
        float old = state[k], candidate = gates[k], below = output[k];
        float kept = parser_sigmoid(gates[PARSER_STATE_SIZE + k] + holes[k] * old);
        float given =
            parser_sigmoid(gates[2 * PARSER_STATE_SIZE + k] + holes[PARSER_STATE_SIZE + k] * old);
        float next = candidate + kept * (old - candidate);
        state[k] = next;
        output[k] = below + given * (parser_tanh(next) - below);
    }
}

ALWAYS_INLINE void round_states_body(const float *restrict in, size_t count,
                                     int16_t *restrict out) {
    for (size_t i = 0; i < count; i++) {
        float scaled = in[i] * PARSER_STATE_UNIT;
        out[i] = (int16_t)(int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
    }
}

ALWAYS_INLINE int16_t cut(float value) {
    value = value > 0 ? value : 0;
    value = value < PARSER_CUT_LIMIT ? value : PARSER_CUT_LIMIT;
    return (int16_t)(int32_t)(value * PARSER_CUT_UNIT + 0.5f);
}

ALWAYS_INLINE void add_and_cut_body(const float *restrict a, const float *restrict b, size_t count,
                                    int16_t *restrict out) {
    if (b)
        for (size_t i = 0; i < count; i++)
            out[i] = cut(a[i] + b[i]);
    else
        for (size_t i = 0; i < count; i++)
            out[i] = cut(a[i]);
}

/* Sums of a tile to floats. */
ALWAYS_INLINE void scale_sums(const int32_t *restrict sums, size_t width,
                              const float *restrict scales, const float *restrict biases,
                              size_t columns, float *restrict out) {
    for (size_t row = 0; row < PRODUCT_ROWS; row++)
        for (size_t k = 0; k < width; k++)
            out[row * columns + k] = (float)sums[row * width + k] * scales[k] + biases[k];
}

/* ---- Kernels of one kind of machine
 * ------------------------------------------------------------*/

/*
 * A tile of the product of floats, `rows` rows by two registers of columns, whose sums stay in
 * registers; then the product, by tiles of TILE_ROWS rows and what is left by tiles of one.
 */
#define DEFINE_TILE(name, target, vector, tile_rows)                                               \
    target static void tile_##tile_rows##_##name(size_t columns, size_t inner, const float *a,     \
                                                 const float *b, float *c) {                       \
        vector sums[tile_rows][2];                                                                 \
        UNROLLED for (size_t row = 0; row < (tile_rows); row++) {                                  \
            memcpy(sums[row], c + row * columns, sizeof sums[row]);                                \
        }                                                                                          \
        for (size_t i = 0; i < inner; i++, b += columns) {                                         \
            vector left, right;                                                                    \
            memcpy(&left, b, sizeof left);                                                         \
            memcpy(&right, (const char *)b + sizeof left, sizeof right);                           \
            UNROLLED for (size_t row = 0; row < (tile_rows); row++) {                              \
                float factor = a[row * inner + i];                                                 \
                sums[row][0] += factor * left;                                                     \
                sums[row][1] += factor * right;                                                    \
            }                                                                                      \
        }                                                                                          \
        UNROLLED for (size_t row = 0; row < (tile_rows); row++) {                                  \
            memcpy(c + row * columns, sums[row], sizeof sums[row]);                                \
        }                                                                                          \
    }

#define DEFINE_MULTIPLY(name, target, vector)                                                      \
    DEFINE_TILE(name, target, vector, 6)                                                           \
    DEFINE_TILE(name, target, vector, 1)                                                           \
    target static void multiply_add_##name(size_t rows, size_t columns, size_t inner,              \
                                           const float *a, const float *b, float *c) {             \
        enum { STEP = 2 * sizeof(vector) / sizeof(float) };                                        \
        for (size_t column = 0; column < columns; column += STEP) {                                \
            size_t row = 0;                                                                        \
            for (; row + 6 <= rows; row += 6)                                                      \
                tile_6_##name(columns, inner, a + row * inner, b + column,                         \
                              c + row * columns + column);                                         \
            for (; row < rows; row++)                                                              \
                tile_1_##name(columns, inner, a + row * inner, b + column,                         \
                              c + row * columns + column);                                         \
        }                                                                                          \
    }

/* All kernels but the products. */
#define DEFINE_KERNELS(name, target)                                                               \
    target static void recur_##name(const float *gates, const float *holes, float *state,          \
                                    float *output) {                                               \
        recur_body(gates, holes, state, output);                                                   \
    }                                                                                              \
    target static void round_states_##name(const float *in, size_t count, int16_t *out) {          \
        round_states_body(in, count, out);                                                         \
    }                                                                                              \
    target static void add_and_cut_##name(const float *a, const float *b, size_t count,            \
                                          int16_t *out) {                                          \
        add_and_cut_body(a, b, count, out);                                                        \
    }                                                                                              \
    static const parser_kernels kernels_##name = {product_##name, multiply_add_##name,             \
                                                  recur_##name, round_states_##name,               \
                                                  add_and_cut_##name};

/*
 * Two numbers of a row are multiplied at once with the two weights of each column: `pair` holds
 * them side by side. The sums of a tile, PRODUCT_ROWS rows by `width` registers of columns, stay in
 * registers, and a panel of weights in the nearest cache while all rows meet it.
 */
#define DEFINE_PRODUCT(name, target, vector, width, load, repeat, multiply_add)                    \
    target static void product_##name(const product_matrix *m, const int16_t *in, size_t rows,     \
                                      float *out) {                                                \
        enum { LANES = sizeof(vector) / sizeof(int32_t), STEP = (width)*LANES };                   \
        for (size_t column = 0; column < m->columns; column += STEP) {                             \
            const int16_t *panel = m->weights + product_place(m->inner, 0, column);                \
            for (size_t row = 0; row < rows; row += PRODUCT_ROWS) {                                \
                const int16_t *weights = panel, *numbers = in + row * m->inner;                    \
                vector sums[PRODUCT_ROWS][width], weight[width];                                   \
                memset(sums, 0, sizeof sums);                                                      \
                for (size_t i = 0; i < m->inner; i += 2, weights += PRODUCT_COLUMNS * 2) {         \
                    UNROLLED for (size_t k = 0; k < (width); k++) {                                \
                        weight[k] = load(weights + k * 2 * LANES);                                 \
                    }                                                                              \
                    UNROLLED for (size_t r = 0; r < PRODUCT_ROWS; r++) {                           \
                        int32_t pair;                                                              \
                        memcpy(&pair, numbers + r * m->inner + i, sizeof pair);                    \
                        vector both = repeat(pair);                                                \
                        UNROLLED for (size_t k = 0; k < (width); k++) {                            \
                            sums[r][k] = multiply_add(sums[r][k], both, weight[k]);                \
                        }                                                                          \
                    }                                                                              \
                }                                                                                  \
                int32_t plain[PRODUCT_ROWS * STEP];                                                \
                memcpy(plain, sums, sizeof plain);                                                 \
                scale_sums(plain, STEP, m->scales + column, m->biases + column, m->columns,        \
                           out + row * m->columns + column);                                       \
            }                                                                                      \
        }                                                                                          \
    }

#if defined(__x86_64__)
#include <immintrin.h>

#define LOAD_128(p)               _mm_loadu_si128((const __m128i *)(const void *)(p))
#define MULTIPLY_ADD_128(s, a, b) _mm_add_epi32((s), _mm_madd_epi16((a), (b)))
DEFINE_PRODUCT(sse2, , __m128i, 2, LOAD_128, _mm_set1_epi32, MULTIPLY_ADD_128)
typedef float float_128 __attribute__((vector_size(16)));
DEFINE_MULTIPLY(sse2, , float_128)
DEFINE_KERNELS(sse2, )

#define AVX2                      __attribute__((target("avx2")))
#define LOAD_256(p)               _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define MULTIPLY_ADD_256(s, a, b) _mm256_add_epi32((s), _mm256_madd_epi16((a), (b)))
DEFINE_PRODUCT(avx2, AVX2, __m256i, 2, LOAD_256, _mm256_set1_epi32, MULTIPLY_ADD_256)
typedef float float_256 __attribute__((vector_size(32)));
DEFINE_MULTIPLY(avx2, AVX2, float_256)
DEFINE_KERNELS(avx2, AVX2)

#define AVX512      __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define LOAD_512(p) _mm512_loadu_si512((const void *)(p))
/* As _mm512_dpwssd_epi32(), around which gcc 12 copies each sum twice. */
AVX512 ALWAYS_INLINE __m512i multiply_add_512(__m512i sum, __m512i a, __m512i b) {
    __asm__("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b));
    return sum;
}
DEFINE_PRODUCT(avx512, AVX512, __m512i, 4, LOAD_512, _mm512_set1_epi32, multiply_add_512)
DEFINE_MULTIPLY(avx512, AVX512, float_256)
DEFINE_KERNELS(avx512, AVX512)

const parser_kernels *parser_kernels_of_machine(void) {
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return &kernels_avx512;
    return __builtin_cpu_supports("avx2") ? &kernels_avx2 : &kernels_sse2;
}
#else
static void product_plain(const product_matrix *m, const int16_t *in, size_t rows, float *out) {
    for (size_t column = 0; column < m->columns; column += PRODUCT_COLUMNS) {
        const int16_t *panel = m->weights + product_place(m->inner, 0, column);
        for (size_t row = 0; row < rows; row++) {
            const int16_t *weights = panel, *numbers = in + row * m->inner;
            int32_t sums[PRODUCT_COLUMNS] = {0};
            for (size_t i = 0; i < m->inner; i += 2, weights += 2 * PRODUCT_COLUMNS)
                for (size_t k = 0; k < PRODUCT_COLUMNS; k++)
                    sums[k] += numbers[i] * weights[2 * k] + numbers[i + 1] * weights[2 * k + 1];
            float *to = out + row * m->columns + column;
            for (size_t k = 0; k < PRODUCT_COLUMNS; k++)
                to[k] = (float)sums[k] * m->scales[column + k] + m->biases[column + k];
        }
    }
}
typedef float float_plain __attribute__((vector_size(16)));
DEFINE_MULTIPLY(plain, , float_plain)
DEFINE_KERNELS(plain, )

const parser_kernels *parser_kernels_of_machine(void) {
    return &kernels_plain;
}
#endif
