/* SPDX-License-Identifier: MIT */
/*
 * A slice is a view of bytes: a pointer and a length. It owns nothing, need not end with NUL, and
 * NUL inside it is data. Letter case is ASCII's: what is compared without case are keywords.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct slice {
    const char *data;
    size_t length;
} slice;

/* A slice of a string literal, and of any string that ends with NUL (NULL gives the empty one). */
#define SLICE(literal) ((slice){"" literal, sizeof(literal) - 1})
/* For printf's "%.*s". */
#define SLICE_ARGS(s) (int)(s).length, (s).data

static inline slice slice_of(const char *string) {
    return (slice){string ? string : "", string ? strlen(string) : 0};
}

static inline slice slice_range(slice s, size_t start, size_t end) {
    return (slice){start ? s.data + start : s.data, end - start};
}

static inline bool slice_equal(slice a, slice b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool slice_starts_with(slice s, slice prefix) {
    return s.length >= prefix.length && slice_equal(slice_range(s, 0, prefix.length), prefix);
}

static inline bool slice_ends_with(slice s, slice suffix) {
    return s.length >= suffix.length &&
           slice_equal(slice_range(s, s.length - suffix.length, s.length), suffix);
}

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static inline bool ascii_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c) {
    return (unsigned char)((c | ('a' - 'A')) - 'a') < 26; /* in one comparison */
}

static inline bool ascii_is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool slice_equal_nocase(slice a, slice b);
/* Order of the bytes, a prefix first: <0, 0, >0. */
int slice_compare(slice a, slice b);
/* Without white space (ASCII's) at both ends. */
slice slice_trim(slice s);
/* Offset of the first `needle` at or after `from`, or SIZE_MAX. The second compares nocase. */
size_t slice_find(slice s, slice needle, size_t from);
size_t slice_find_nocase(slice s, slice needle, size_t from);
/* What follows the last '/' of a path. */
slice slice_base_name(slice path);
/* The index of the slice in an array, or SIZE_MAX. */
size_t slice_index(const slice *array, size_t count, slice wanted);
/* FNV-1a, 64 bits. The same on every machine, so that what is trained can rest on it. */
uint64_t slice_hash(slice s);

#endif
