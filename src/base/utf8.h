/* SPDX-License-Identifier: MIT */
/* UTF-8: strict checking, decoding, columns on a terminal, and folding for comparison. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

/* A byte of a character that is not its first. */
static inline bool utf8_is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Offset of the first byte that is not valid UTF-8 (RFC 3629), or SIZE_MAX where all are. */
size_t utf8_check(slice s);

/* The slice with each byte that is not valid UTF-8 replaced by U+FFFD: itself where all are. */
slice utf8_repair(arena *a, slice s);

/* For what is not ASCII; use utf8_decode(). */
uint32_t utf8_decode_sequence(slice s, size_t at, size_t *next);

/*
 * The code point at `at` (at < s.length) and the offset behind it. A byte that is not valid UTF-8
 * is U+FFFD, one byte long, so a loop over any bytes ends.
 */
static inline uint32_t utf8_decode(slice s, size_t at, size_t *next) {
    if ((unsigned char)s.data[at] >= 0x80)
        return utf8_decode_sequence(s, at, next);
    *next = at + 1;
    return (unsigned char)s.data[at];
}

/* Writes a code point, or U+FFFD for what is none; returns its length in bytes. */
size_t utf8_encode(uint32_t c, char out[4]);

/* White space of any width, what breaks no line and what breaks one. */
static inline bool utf8_is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Without white space at both ends: ASCII's, and spaces that do not break. */
slice utf8_trim(slice s);

/*
 * The length of the character at `at` that nobody sees: of no width, a mark of direction, a soft
 * hyphen; 0 for others. Those that join or part letters in some scripts are seen by their effect.
 */
size_t utf8_invisible_at(slice s, size_t at);

/* The slice without characters that nobody sees: itself where there are none. */
slice utf8_visible(arena *a, slice s);

/* How many code points lie between two byte offsets of valid UTF-8. */
size_t utf8_count(slice s, size_t start, size_t end);

/* How many columns a terminal gives to the text (wide characters two, combining none). */
size_t utf8_width(slice s);
/* The longest prefix of whole characters of at most `columns` columns; its length in bytes. */
size_t utf8_fit(slice s, size_t columns);

/* Lower case without accents and with straight quotes, for comparing words: Türkiye, turkiye. */
slice utf8_fold(arena *a, slice s);

#endif
