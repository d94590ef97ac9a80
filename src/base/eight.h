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

#endif
