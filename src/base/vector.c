/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#define FIRST_BYTES 64 /* room for so much at first, or for one item: most lists stay short */

void *vector_grow(arena *a, void *items, size_t count, size_t *capacity, size_t size) {
    if (count == *capacity) {
        if (count > (SIZE_MAX - FIRST_BYTES) / 2 / size)
            arena_fail(a, DATELINE_NO_MEMORY);
        size_t first = size < FIRST_BYTES ? FIRST_BYTES / size : 1;
        *capacity = count ? count * 2 : first;
        items = arena_resize(a, items, count * size, *capacity * size);
    }
    memset((char *)items + count * size, 0, size);
    return items;
}
