/* SPDX-License-Identifier: MIT */
/*
 * Files compiled into the library as they are, so that an installed program needs no data folder:
 *
 *     EMBEDDED_DECLARE(NAME);                 // in the one file that uses it
 *     slice bytes = EMBEDDED_BYTES(NAME);     // borrowed, read-only, for ever
 *
 * The Makefile tells which file a name stands for. The bytes begin at an address that is a multiple
 * of 64, and a NUL, which is not counted, stands behind them.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/slice.h"

#define EMBEDDED_DECLARE(name)                                                                     \
    extern const char name##_bytes[] __attribute__((visibility("hidden")));                        \
    extern const char name##_bytes_end[] __attribute__((visibility("hidden")))
#define EMBEDDED_BYTES(name)                                                                       \
    ((slice){name##_bytes, (size_t)((uintptr_t)name##_bytes_end - (uintptr_t)name##_bytes)})

#endif
