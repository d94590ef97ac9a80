/* SPDX-License-Identifier: MIT */
/*
 * SipHash-1-3 (Aumasson, Bernstein, "SipHash: a fast short-input PRF", 2012, with the rounds that
 * Rust, Python and Ruby use): who does not know the key cannot choose texts with equal hashes.
 */
#ifndef BASE_KEYED_HASH_H
#define BASE_KEYED_HASH_H

#include "base/slice.h"

typedef struct hash_key {
    uint64_t half[2];
} hash_key;

/* A key that the system drew by lot. */
hash_key hash_key_new(void);

/* The same bytes have the same hash under the same key, on machines of the same byte order. */
uint64_t keyed_hash(const hash_key *key, slice bytes);

#endif
