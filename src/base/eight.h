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

/* The high bits as a number of eight bits, that of the first byte of the text lowest. */
static inline uint64_t eight_gather(uint64_t high_bits) {
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
    high_bits = __builtin_bswap64(high_bits);
#endif
    return (high_bits >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

#endif
