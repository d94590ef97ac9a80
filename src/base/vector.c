/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#define FIRST_CAPACITY 8

void *vector_grow(arena *a, void *items, size_t count, size_t *capacity, size_t size) {
    if (count == *capacity) {
        if (count > SIZE_MAX / 2 / size - FIRST_CAPACITY)
            arena_fail(a, DATELINE_NO_MEMORY);
        *capacity = count ? count * 2 : FIRST_CAPACITY;
        void *larger = arena_alloc(a, *capacity * size);
        if (count)
            memcpy(larger, items, count * size);
        items = larger;
    }
    memset((char *)items + count * size, 0, size);
    return items;
}
