/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

bool slice_equal_nocase(slice a, slice b) {
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

int slice_compare(slice a, slice b) {
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order != 0)
        return order;
    return a.length < b.length ? -1 : a.length > b.length;
}

slice slice_trim(slice s) {
    while (s.length && ascii_is_space(s.data[0]))
        s.data++, s.length--;
    while (s.length && ascii_is_space(s.data[s.length - 1]))
        s.length--;
    return s;
}

/* The next such byte from `from` on, or the end. */
static size_t next_byte(slice s, char byte, size_t from) {
    const char *next = from < s.length ? memchr(s.data + from, byte, s.length - from) : NULL;
    return next ? (size_t)(next - s.data) : s.length;
}

size_t slice_find(slice s, slice needle, size_t from) {
    for (size_t i = from; i + needle.length <= s.length; i++) {
        if (slice_equal(slice_range(s, i, i + needle.length), needle))
            return i;
        i = next_byte(s, needle.data[0], i + 1) - 1;
    }
    return SIZE_MAX;
}

size_t slice_find_nocase(slice s, slice needle, size_t from) {
    if (needle.length == 0)
        return from <= s.length ? from : SIZE_MAX;
    char first_small = ascii_lower(needle.data[0]), first_capital = ascii_upper(needle.data[0]);
    size_t small = next_byte(s, first_small, from), capital = next_byte(s, first_capital, from);
    for (;;) {
        size_t at = small < capital ? small : capital;
        if (at + needle.length > s.length)
            return SIZE_MAX;
        if (slice_equal_nocase(slice_range(s, at, at + needle.length), needle))
            return at;
        if (small == at)
            small = next_byte(s, first_small, at + 1);
        if (capital == at)
            capital = next_byte(s, first_capital, at + 1);
    }
}

slice slice_base_name(slice path) {
    for (size_t i = path.length; i > 0; i--)
        if (path.data[i - 1] == '/')
            return slice_range(path, i, path.length);
    return path;
}

size_t slice_index(const slice *array, size_t count, slice wanted) {
    for (size_t i = 0; i < count; i++)
        if (slice_equal(array[i], wanted))
            return i;
    return SIZE_MAX;
}

uint64_t slice_hash(slice s) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < s.length; i++) {
        hash ^= (unsigned char)s.data[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return hash;
}
