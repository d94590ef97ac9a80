/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* getentropy */

#include "base/keyed_hash.h"

#include "base/eight.h"

#include <unistd.h>

/* Where the system gives nothing, where it has put the stack has to do. */
hash_key hash_key_new(void) {
    hash_key key;
    if (getentropy(&key, sizeof key) != 0)
        key = (hash_key){{(uintptr_t)&key, ~(uint64_t)(uintptr_t)&key}};
    return key;
}

static inline uint64_t turned(uint64_t x, unsigned bits) {
    return x << bits | x >> (64 - bits);
}

static inline void round_of(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = turned(v[1], 13) ^ v[0];
    v[0] = turned(v[0], 32);
    v[2] += v[3];
    v[3] = turned(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = turned(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = turned(v[1], 17) ^ v[2];
    v[2] = turned(v[2], 32);
}

static inline void take_in(uint64_t v[4], uint64_t eight) {
    v[3] ^= eight;
    round_of(v);
    v[0] ^= eight;
}

uint64_t keyed_hash(const hash_key *key, slice bytes) {
    uint64_t v[4] = {
        key->half[0] ^ UINT64_C(0x736f6d6570736575), key->half[1] ^ UINT64_C(0x646f72616e646f6d),
        key->half[0] ^ UINT64_C(0x6c7967656e657261), key->half[1] ^ UINT64_C(0x7465646279746573)};
    size_t whole = bytes.length - bytes.length % sizeof(uint64_t);
    for (size_t i = 0; i < whole; i += sizeof(uint64_t))
        take_in(v, eight_at(bytes.data + i));
    /* The bytes that are left, the first lowest, below the length. */
    uint64_t last = (uint64_t)bytes.length << 56;
    for (size_t i = bytes.length; i > whole; i--)
        last |= (uint64_t)(unsigned char)bytes.data[i - 1] << 8 * (i - 1 - whole);
    take_in(v, last);
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        round_of(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}
