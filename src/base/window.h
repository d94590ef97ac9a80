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

/* Of lanes that are all ones or all zeros, a bit of each. */
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

/* Letters of ASCII. */
static inline uint64_t window_letters(const char *bytes) {
    uint64_t bits = 0;
    for (size_t i = 0; i < WINDOW; i += LANE_COUNT)
        bits |= lanes_gather((lanes)((lanes_at(bytes + i) | 0x20) - 'a' < 26)) << i;
    return bits;
}

static inline uint64_t window_digits(const char *bytes) {
    uint64_t bits = 0;
    for (size_t i = 0; i < WINDOW; i += LANE_COUNT)
        bits |= lanes_gather((lanes)(lanes_at(bytes + i) - '0' < 10)) << i;
    return bits;
}

/* Where a sentence may end, or what stood on a line of its own begin: capitals, .,:!?() and 0xE2.
 */
static inline uint64_t window_marks(const char *bytes) {
    uint64_t bits = 0;
    for (size_t i = 0; i < WINDOW; i += LANE_COUNT) {
        lanes l = lanes_at(bytes + i), capitals = (lanes)(l - 'A' < 26);
        lanes stops = (lanes)((l == '.') | (l == ',') | (l == ':'));
        lanes asking = (lanes)((l == '!') | (l == '?'));
        lanes others = (lanes)(((l & 0xFE) == '(') | (l == 0xE2)); /* "(" and ")" */
        bits |= lanes_gather(capitals | stops | asking | others) << i;
    }
    return bits;
}

#endif
