/* SPDX-License-Identifier: MIT */
#include "lang/parser_kernels.h"
#include "lang/parser_model.h"

#define UNROLLED      _Pragma("GCC unroll 6")
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* Nothing foretells which is better: no branch. */
size_t float_best(const float *scores, size_t count) {
    float most = scores[0];
    size_t best = 0;
    for (size_t i = 1; i < count; i++) {
        best = scores[i] > most ? i : best;
        most = scores[i] > most ? scores[i] : most;
    }
    return best;
}

/* ---- Any machine: registers of 16 bytes, made up where there are none --------------------- */

typedef float plain_floats __attribute__((vector_size(16)));
typedef int32_t plain_ints __attribute__((vector_size(16)));
typedef uint32_t plain_bits __attribute__((vector_size(16)));
typedef int16_t plain_halves __attribute__((vector_size(16)));
typedef uint16_t half_bits __attribute__((vector_size(16)));

/* Two of the four products fit 16 bits together, as PRODUCT_LARGEST_WEIGHT sees to. */
ALWAYS_INLINE plain_ints dot_plain(plain_ints sums, plain_ints numbers, plain_ints weights) {
    half_bits low = (half_bits)numbers & 255, high = (half_bits)numbers >> 8;
    plain_halves even = (plain_halves)((half_bits)weights << 8) >> 8;
    plain_halves odd = (plain_halves)weights >> 8;
    plain_halves pairs = even * (plain_halves)low + odd * (plain_halves)high;
    plain_ints first = (plain_ints)((plain_bits)pairs << 16) >> 16;
    return sums + first + ((plain_ints)pairs >> 16);
}

ALWAYS_INLINE plain_floats greater_plain(plain_floats a, plain_floats b) {
    plain_ints which = a > b;
    return (plain_floats)((which & (plain_ints)a) | (~which & (plain_ints)b));
}

ALWAYS_INLINE plain_floats less_plain(plain_floats a, plain_floats b) {
    plain_ints which = a < b;
    return (plain_floats)((which & (plain_ints)a) | (~which & (plain_ints)b));
}

ALWAYS_INLINE uint32_t equal_plain(plain_floats a, plain_floats b) {
    plain_ints which = a == b;
    return (uint32_t)(-which[0] | -which[1] << 1 | -which[2] << 2 | -which[3] << 3);
}

#define KERNEL(name) name##_plain
#define TARGET
#define WIDTH         4
#define REGISTERS     2
#define DOT           dot_plain
#define GREATER(a, b) greater_plain(a, b)
#define LESS(a, b)    less_plain(a, b)
#define EQUAL(a, b)   equal_plain(a, b)
#include "lang/parser_kernels_wide.h"

#if defined(__x86_64__)
#include <immintrin.h>

/* ---- AVX2 --------------------------------------------------------------------------------- */

#define AVX2 __attribute__((target("avx2")))

typedef int32_t avx2_ints __attribute__((vector_size(32)));

AVX2 ALWAYS_INLINE avx2_ints dot_avx2(avx2_ints sums, avx2_ints numbers, avx2_ints weights) {
    __m256i pairs = _mm256_maddubs_epi16((__m256i)numbers, (__m256i)weights);
    return sums + (avx2_ints)_mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}

#define KERNEL(name)  name##_avx2
#define TARGET        AVX2
#define WIDTH         8
#define REGISTERS     2
#define DOT           dot_avx2
#define GREATER(a, b) (KERNEL(floats)) _mm256_max_ps((__m256)(a), (__m256)(b))
#define LESS(a, b)    (KERNEL(floats)) _mm256_min_ps((__m256)(a), (__m256)(b))
#define EQUAL(a, b)                                                                                \
    (uint32_t) _mm256_movemask_ps(_mm256_cmp_ps((__m256)(a), (__m256)(b), _CMP_EQ_OQ))
#include "lang/parser_kernels_wide.h"

/* ---- AVX-512 with VNNI -------------------------------------------------------------------- */

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

typedef int32_t avx512_ints __attribute__((vector_size(64)));

/* As _mm512_dpbusd_epi32(), around which gcc 12 copies each sum twice. */
AVX512 ALWAYS_INLINE avx512_ints dot_avx512(avx512_ints sums, avx512_ints numbers,
                                            avx512_ints weights) {
    __asm__("vpdpbusd %2, %1, %0" : "+v"(sums) : "v"(numbers), "v"(weights));
    return sums;
}

#define KERNEL(name)  name##_avx512
#define TARGET        AVX512
#define WIDTH         16
#define REGISTERS     4
#define DOT           dot_avx512
#define GREATER(a, b) (KERNEL(floats)) _mm512_max_ps((__m512)(a), (__m512)(b))
#define LESS(a, b)    (KERNEL(floats)) _mm512_min_ps((__m512)(a), (__m512)(b))
#define EQUAL(a, b)   (uint32_t) _mm512_cmp_ps_mask((__m512)(a), (__m512)(b), _CMP_EQ_OQ)
#include "lang/parser_kernels_wide.h"

static bool has_avx512(void) {
    return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
}

static bool has_avx2(void) {
    return __builtin_cpu_supports("avx2");
}
#endif

static bool is_any_machine(void) {
    return true;
}

const parser_kernels *parser_kernels_of_machine(size_t index) {
    static const struct {
        bool (*has_registers)(void);
        const parser_kernels *kernels;
    } all[] = {
#if defined(__x86_64__)
        {has_avx512, &kernels_avx512},
        {has_avx2, &kernels_avx2},
#endif
        {is_any_machine, &kernels_plain}
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].has_registers() && index-- == 0)
            return all[i].kernels;
    return NULL;
}
