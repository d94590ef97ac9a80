/* SPDX-License-Identifier: MIT */
/*
 * A growable array in an arena:
 *
 *     VECTOR(int) numbers = {0};
 *     *vector_push(&numbers, a) = 7;      // the new item is cleared first
 *     for (size_t i = 0; i < numbers.count; i++) use(numbers.items[i]);
 *
 * Pointers to items hold until the next push.
 */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include "base/arena.h"

#define VECTOR(type)                                                                               \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

#define vector_push(v, a)                                                                          \
    ((v)->items = vector_grow((a), (v)->items, (v)->count, &(v)->capacity, sizeof *(v)->items),    \
     &(v)->items[(v)->count++])

/* Makes room for so many items more, so that pushing them copies nothing. */
#define vector_reserve(v, a, more)                                                                 \
    ((v)->items =                                                                                  \
         vector_widen((a), (v)->items, (v)->count, &(v)->capacity, (more), sizeof *(v)->items))
void *vector_widen(arena *a, void *items, size_t count, size_t *capacity, size_t more, size_t size);

/* Room for one more item behind `count`, cleared; returns where the items are now. */
void *vector_grow(arena *a, void *items, size_t count, size_t *capacity, size_t size);

#endif
