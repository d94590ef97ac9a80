/* SPDX-License-Identifier: MIT */
/*
 * A growable run of bytes in an arena, for making output:
 *
 *     buffer b = buffer_in(a);
 *     buffer_add(&b, SLICE("x = "));
 *     buffer_print(&b, "%d", 7);
 *     slice text = buffer_slice(&b);      // holds until the next addition
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"

typedef struct buffer {
    arena *owner;
    char *data; /* ends with NUL, not counted */
    size_t length;
    size_t capacity;
} buffer;

static inline buffer buffer_in(arena *a) {
    return (buffer){.owner = a};
}

/* Makes room for so many bytes more, so that adding them copies nothing twice; where they go. */
char *buffer_reserve(buffer *b, size_t more);
/* So many bytes of the room that was made were filled in. */
void buffer_added(buffer *b, size_t length);
void buffer_add(buffer *b, slice s);
void buffer_add_char(buffer *b, char c);
void buffer_add_repeated(buffer *b, char c, size_t times);
/* In decimal digits. */
void buffer_add_number(buffer *b, size_t number);
void buffer_print(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
slice buffer_slice(const buffer *b);

#endif
