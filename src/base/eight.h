/* SPDX-License-Identifier: MIT */
/*
 * Eight bytes of text looked at as one number, for loops that every byte of all texts comes by:
 * they tell whether a closer look is worth it. "Maybe" is said of some bytes that a closer look
 * rejects, never the other way round.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include "base/slice.h"

/* The number that has the byte in each of its eight places. */
#define EIGHT_OF(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* Eight bytes from anywhere. */
static inline uint64_t eight_at(const char *bytes) {
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/* Whether a byte is below `limit` (at most 128): Bit Twiddling Hacks, "hasless". */
static inline bool eight_maybe_below(uint64_t eight, unsigned char limit) {
    return ((eight - EIGHT_OF(limit)) & ~eight & EIGHT_OF(0x80)) != 0;
}

static inline bool eight_maybe_has(uint64_t eight, char byte) {
    return eight_maybe_below(eight ^ EIGHT_OF(byte), 1);
}

/* The high bit of each byte that is no letter of ASCII. */
static inline uint64_t eight_other_than_letters(uint64_t eight) {
    uint64_t lower = (eight | EIGHT_OF(0x20)) & EIGHT_OF(0x7F);
    uint64_t from_a = lower + EIGHT_OF(0x80 - 'a'), beyond_z = lower + EIGHT_OF(0x7F - 'z');
    return (~from_a | beyond_z | eight) & EIGHT_OF(0x80);
}

/* The high bit of each byte that is neither a small letter of ASCII nor a space. */
static inline uint64_t eight_other_than_small(uint64_t eight) {
    uint64_t low = eight & EIGHT_OF(0x7F), space = eight ^ EIGHT_OF(' ');
    uint64_t from_a = low + EIGHT_OF(0x80 - 'a'), beyond_z = low + EIGHT_OF(0x7F - 'z');
    uint64_t no_space = ((space & EIGHT_OF(0x7F)) + EIGHT_OF(0x7F)) | space;
    return (~from_a | beyond_z | eight) & no_space & EIGHT_OF(0x80);
}

/* The high bit of each byte that is no digit. */
static inline uint64_t eight_other_than_digits(uint64_t eight) {
    uint64_t value = eight ^ EIGHT_OF('0');
    return (((value & EIGHT_OF(0x7F)) + EIGHT_OF(0x80 - 10)) | value) & EIGHT_OF(0x80);
}

/* The high bits as a number of eight bits, that of the first byte of the text lowest. */
static inline uint64_t eight_gather(uint64_t high_bits) {
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
    high_bits = __builtin_bswap64(high_bits);
#endif
    return (high_bits >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* How many bytes stand, in the text, before the first whose high bit is set; 8 where none is. */
static inline size_t eight_before(uint64_t high_bits) {
    if (!high_bits)
        return 8;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (size_t)__builtin_ctzll(high_bits) / 8;
#else
    return (size_t)__builtin_clzll(high_bits) / 8;
#endif
}

#endif
