/* SPDX-License-Identifier: MIT */
#include "read/utf16.h"

#include "base/utf8.h"

#define LONGEST_UTF8 4 /* bytes of a character */

utf16_order utf16_order_of(slice bytes) {
    if (slice_starts_with(bytes, SLICE("\xff\xfe")))
        return UTF16_LITTLE;
    return slice_starts_with(bytes, SLICE("\xfe\xff")) ? UTF16_BIG : UTF16_NONE;
}

static uint32_t unit_at(slice bytes, utf16_order order, size_t at) {
    uint32_t first = (unsigned char)bytes.data[at], second = (unsigned char)bytes.data[at + 1];
    return order == UTF16_BIG ? first << 8 | second : second << 8 | first;
}

static bool is_high(uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}

static bool is_low(uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

size_t utf16_to_utf8(slice bytes, utf16_order order, bool is_last, char *out, size_t room,
                     size_t *used) {
    size_t at = 0, length = 0;
    while (at < bytes.length && room - length >= LONGEST_UTF8) {
        size_t left = bytes.length - at;
        uint32_t c = left >= 2 ? unit_at(bytes, order, at) : 0xfffd;
        bool is_cut = left < 2 || (is_high(c) && left < 4);
        if (is_cut && !is_last)
            break;
        uint32_t low = is_high(c) && !is_cut ? unit_at(bytes, order, at + 2) : 0;
        at += left < 2 ? left : is_low(low) ? 4 : 2;
        if (is_low(low))
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        length += utf8_encode(c, out + length);
    }
    *used = at;
    return length;
}
