/* SPDX-License-Identifier: MIT */
#include "support/repeated.h"

#include "base/buffer.h"

slice repeated(arena *a, const char *before, const char *piece, size_t times, const char *after) {
    buffer b = buffer_in(a);
    buffer_add(&b, slice_of(before));
    for (size_t i = 0; i < times; i++)
        buffer_add(&b, slice_of(piece));
    buffer_add(&b, slice_of(after));
    return buffer_slice(&b);
}
