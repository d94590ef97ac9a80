/* SPDX-License-Identifier: MIT */
/* Random numbers that are the same in every run: splitmix64 (Steele, Lea & Flood 2014). */
#ifndef LANG_TRAIN_RANDOM_H
#define LANG_TRAIN_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t random_next(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* From 0 up to, but without, 1. */
static inline float random_unit(uint64_t *state) {
    return (float)(random_next(state) >> 40) * 0x1p-24f;
}

static inline size_t random_below(uint64_t *state, size_t bound) {
    return (size_t)((random_next(state) >> 32) * (uint64_t)bound >> 32);
}

#endif
