/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

#define FIRST_CAPACITY 256

char *buffer_reserve(buffer *b, size_t more) {
    if (more > SIZE_MAX / 2 - b->length - 1)
        arena_fail(b->owner, DATELINE_NO_MEMORY);
    size_t needed = b->length + more + 1;
    if (needed > b->capacity) {
        size_t capacity = b->capacity ? b->capacity * 2 : FIRST_CAPACITY;
        if (capacity < needed)
            capacity = needed;
        b->data = arena_resize(b->owner, b->data, b->capacity, capacity);
        b->capacity = capacity;
    }
    return b->data + b->length;
}

void buffer_added(buffer *b, size_t length) {
    b->length += length;
    b->data[b->length] = '\0';
}

void buffer_add(buffer *b, slice s) {
    if (!s.length)
        return;
    memcpy(buffer_reserve(b, s.length), s.data, s.length);
    buffer_added(b, s.length);
}

void buffer_add_char(buffer *b, char c) {
    buffer_add(b, (slice){&c, 1});
}

void buffer_add_repeated(buffer *b, char c, size_t times) {
    memset(buffer_reserve(b, times), c, times);
    buffer_added(b, times);
}

void buffer_add_number(buffer *b, size_t number) {
    char digits[20]; /* of 64 bits */
    size_t first = sizeof digits;
    do
        digits[--first] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    buffer_add(b, (slice){digits + first, sizeof digits - first});
}

void buffer_print(buffer *b, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_fail(b->owner, DATELINE_NO_MEMORY);
    char *end = buffer_reserve(b, (size_t)length);
    va_start(arguments, format);
    vsnprintf(end, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer_added(b, (size_t)length);
}

slice buffer_slice(const buffer *b) {
    return (slice){b->data ? b->data : "", b->length};
}
