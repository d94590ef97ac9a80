/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#define FIRST_BYTES 64 /* room for so much at first, or for one item: most lists stay short */

void *vector_widen(arena *a, void *items, size_t count, size_t *capacity, size_t more,
                   size_t size) {
    if (more <= *capacity - count)
        return items;
    if (more > SIZE_MAX / size - count)
        arena_fail(a, DATELINE_NO_MEMORY);
    *capacity = count + more;
    return arena_resize(a, items, count * size, *capacity * size);
}

void *vector_grow(arena *a, void *items, size_t count, size_t *capacity, size_t size) {
    if (count == *capacity) {
        if (count > (SIZE_MAX - FIRST_BYTES) / 2)
            arena_fail(a, DATELINE_NO_MEMORY);
        size_t first = size < FIRST_BYTES ? FIRST_BYTES / size : 1;
        items = vector_widen(a, items, count, capacity, count ? count : first, size);
    }
    memset((char *)items + count * size, 0, size);
    return items;
}
