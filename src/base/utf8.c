/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "base/buffer.h"
#include "base/window.h"

#include <utf8proc.h>

#define REPLACEMENT 0xFFFDu
#define FOLDING                                                                                    \
    (UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |                  \
     UTF8PROC_STRIPMARK | UTF8PROC_LUMP | UTF8PROC_IGNORE)

/* Length of the well-formed sequence at `at`, or 0 (table 3-7 of the Unicode standard). */
static size_t sequence_length(slice s, size_t at) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t left = s.length - at;
    if (p[0] < 0x80)
        return 1;
    size_t length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || left < length)
        return 0;
    unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if (p[i] < 0x80 || p[i] > 0xBF)
            return 0;
    return length;
}

/* Over ASCII, up to eight bytes before its end: whole articles are looked at. */
static size_t skip_ascii(slice s, size_t at) {
    while (s.length - at >= WINDOW && !window_is_wide(s.data + at))
        at += WINDOW;
    while (s.length - at >= sizeof(uint64_t) && !(eight_at(s.data + at) & EIGHT_OF(0x80)))
        at += sizeof(uint64_t);
    return at;
}

size_t utf8_check(slice s) {
    for (size_t i = 0; (i = skip_ascii(s, i)) < s.length;) {
        size_t length = sequence_length(s, i);
        if (!length)
            return i;
        i += length;
    }
    return SIZE_MAX;
}

slice utf8_repair(arena *a, slice s) {
    size_t bad = utf8_check(s);
    if (bad == SIZE_MAX)
        return s;
    buffer out = buffer_in(a);
    for (; bad != SIZE_MAX; bad = utf8_check(s)) {
        buffer_add(&out, slice_range(s, 0, bad));
        buffer_add(&out, SLICE("\uFFFD"));
        s = slice_range(s, bad + 1, s.length);
    }
    buffer_add(&out, s);
    return buffer_slice(&out);
}

uint32_t utf8_decode_sequence(slice s, size_t at, size_t *next) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t length = sequence_length(s, at);
    *next = at + (length ? length : 1);
    switch (length) {
    case 2:
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    case 3:
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    case 4:
        return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    default:
        return REPLACEMENT;
    }
}

size_t utf8_encode(uint32_t c, char out[4]) {
    if (c > 0x10FFFF || !utf8proc_codepoint_valid((utf8proc_int32_t)c))
        c = REPLACEMENT;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t utf8_invisible_at(slice s, size_t at) {
    if ((unsigned char)s.data[at] < 0xC2)
        return 0;
    size_t next;
    uint32_t c = utf8_decode(s, at, &next);
    bool is_mark = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                   (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
    bool has_no_width = c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    return is_mark || has_no_width ? next - at : 0;
}

slice utf8_visible(arena *a, slice s) {
    buffer out = buffer_in(a);
    size_t from = 0, at = 0;
    while ((at = skip_ascii(s, at)) < s.length) {
        size_t length = utf8_invisible_at(s, at);
        if (length) {
            buffer_add(&out, slice_range(s, from, at));
            from = at + length;
        }
        at += length ? length : 1;
    }
    if (!from)
        return s;
    buffer_add(&out, slice_range(s, from, s.length));
    return buffer_slice(&out);
}

slice utf8_trim(slice s) {
    const slice space = SLICE("\xc2\xa0");
    for (size_t before = SIZE_MAX; s.length != before;) {
        before = s.length;
        s = slice_trim(s);
        if (slice_starts_with(s, space))
            s = slice_range(s, space.length, s.length);
        if (slice_ends_with(s, space))
            s.length -= space.length;
    }
    return s;
}

/* How many of eight bytes are of the form 10xxxxxx. */
static size_t continuations(uint64_t eight) {
    return (size_t)((eight >> 7 & ~eight >> 6 & EIGHT_OF(1)) * EIGHT_OF(1) >> 56);
}

/* Many at a time, since whole articles are counted. */
size_t utf8_count(slice s, size_t start, size_t end) {
    size_t count = end - start, i = start;
    while (end - i >= sizeof(uint64_t)) {
        if (end - i >= WINDOW && !window_is_wide(s.data + i)) {
            i += WINDOW;
            continue;
        }
        count -= continuations(eight_at(s.data + i));
        i += sizeof(uint64_t);
    }
    for (; i < end; i++)
        count -= utf8_is_continuation(s.data[i]);
    return count;
}

static size_t width_of(uint32_t c) {
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(slice s) {
    size_t width = 0;
    for (size_t i = 0; i < s.length;)
        width += width_of(utf8_decode(s, i, &i));
    return width;
}

size_t utf8_fit(slice s, size_t columns) {
    size_t i = 0, next = 0;
    for (size_t width = 0; i < s.length; i = next) {
        width += width_of(utf8_decode(s, i, &next));
        if (width > columns)
            break;
    }
    return i;
}

static slice fold_any(arena *a, slice s) {
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.data;
    utf8proc_ssize_t length = (utf8proc_ssize_t)s.length;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, length, NULL, 0, FOLDING);
    if (count < 0)
        return arena_copy(a, s);
    utf8proc_int32_t *points = ARENA_ARRAY(a, utf8proc_int32_t, (size_t)count + 1);
    utf8proc_decompose(bytes, length, points, count, FOLDING);
    length = utf8proc_reencode(points, count, FOLDING); /* in place, with a NUL behind */
    return (slice){(const char *)points, (size_t)length};
}

slice utf8_fold(arena *a, slice s) {
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.data[i] >= 0x80)
            return fold_any(a, s);
    char *folded = arena_alloc(a, s.length + 1);
    for (size_t i = 0; i < s.length; i++)
        folded[i] = ascii_lower(s.data[i]);
    folded[s.length] = '\0';
    return (slice){folded, s.length};
}
