/* SPDX-License-Identifier: MIT */
/*
 * Sixty-four bytes of text looked at together, for loops that every byte of all texts comes by: a
 * bit for each byte, that of the first lowest, says whether the byte is of a kind. What is done for
 * the bits that are set, and for no byte between, has no lengths to guess.
 */
#ifndef BASE_WINDOW_H
#define BASE_WINDOW_H

#include "base/eight.h"

#define WINDOW ((size_t)64)

/* The processor compares so many bytes at once; the compiler makes do where it cannot. */
typedef uint8_t lanes __attribute__((vector_size(16)));
#define LANE_COUNT sizeof(lanes)

static inline lanes lanes_at(const char *bytes) {
    lanes l;
    memcpy(&l, bytes, sizeof l);
    return l;
}

/* The highest bit of each lane: whether the lane is true, or no byte of ASCII. */
static inline uint64_t lanes_gather_halves(lanes l) {
    uint64_t halves[2];
    memcpy(halves, &l, sizeof halves);
    return eight_gather(halves[0] & EIGHT_OF(0x80)) | eight_gather(halves[1] & EIGHT_OF(0x80)) << 8;
}

/* The same, by what the processor has for it. */
static inline uint64_t lanes_gather(lanes l) {
#ifdef __SSE2__
    typedef char bytes __attribute__((vector_size(16)));
    return (unsigned)__builtin_ia32_pmovmskb128((bytes)l);
#else
    return lanes_gather_halves(l);
#endif
}

/* The bytes of the text from `at` on, in `rest` with zeros behind them where there are not enough.
 */
static inline const char *window_at(slice text, size_t at, char rest[WINDOW]) {
    size_t left = text.length - at;
    if (left >= WINDOW)
        return text.data + at;
    memset(rest, 0, WINDOW);
    memcpy(rest, text.data + at, left);
    return rest;
}

/* The bits of `count` bytes at most. */
static inline uint64_t window_first(uint64_t bits, size_t count) {
    return count < WINDOW ? bits & ((UINT64_C(1) << count) - 1) : bits;
}

/* Whether a byte is not ASCII. */
static inline bool window_is_wide(const char *bytes) {
    lanes all = {0};
#pragma GCC unroll 4
    for (size_t i = 0; i < WINDOW; i += LANE_COUNT)
        all |= lanes_at(bytes + i);
    return lanes_gather(all) != 0;
}

/* window_NAME() tells for which bytes `test`, which looks at the lanes `l`, is true. */
#define WINDOW_KIND(name, test)                                                                    \
    static inline uint64_t window_##name(const char *bytes) {                                      \
        uint64_t bits = 0;                                                                         \
        _Pragma("GCC unroll 4") for (size_t i = 0; i < WINDOW; i += LANE_COUNT) {                  \
            lanes l = lanes_at(bytes + i);                                                         \
            bits |= lanes_gather((lanes)(test)) << i;                                              \
        }                                                                                          \
        return bits;                                                                               \
    }

WINDOW_KIND(spaces, l == ' ')
WINDOW_KIND(controls, l < ' ') /* tabs, ends of lines and the like */
WINDOW_KIND(letters, (l | 0x20) - 'a' < 26)
WINDOW_KIND(digits, l - '0' < 10)
/* Where a sentence may end, or what stood on a line of its own begin; 0xE2 is an ellipsis' first.
 */
WINDOW_KIND(marks, (l - 'A' < 26) | (l == '.') | (l == ',') | (l == ':') | (l == '!') | (l == '?') |
                       ((l & 0xFE) == '(') | (l == 0xE2))

#endif
