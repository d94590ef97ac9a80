/* SPDX-License-Identifier: MIT */
#include "write/web_address.h"

/* Length of "http://" or "https://" where the address begins with it and goes on, else 0. */
static size_t web_scheme_length(slice address) {
    static const slice schemes[] = {SLICE("http://"), SLICE("https://")};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = schemes[i].length;
        if (address.length > length && !strchr("/?#", address.data[length]) &&
            slice_equal_nocase(slice_range(address, 0, length), schemes[i]))
            return length;
    }
    return 0;
}

static bool is_hexadecimal(char c) {
    return ascii_is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

static bool is_escape(slice s, size_t at) {
    return s.data[at] == '%' && at + 2 < s.length && is_hexadecimal(s.data[at + 1]) &&
           is_hexadecimal(s.data[at + 2]);
}

/*
 * Brackets belong to a host, and the first '#' begins the only fragment; elsewhere they are escaped
 * like all the rest.
 */
slice web_address(arena *a, slice address) {
    address = slice_trim(address);
    size_t scheme = web_scheme_length(address);
    bool in_host = true, in_fragment = false;
    buffer out = buffer_in(a);
    for (size_t i = 0; scheme && i < address.length; i++) {
        char c = address.data[i];
        in_host = in_host && (i < scheme || !strchr("/?#", c));
        bool kept = ascii_is_letter(c) || ascii_is_digit(c) || is_escape(address, i) ||
                    (c && strchr("-._~:/?@!$&'()*+,;=", c)) ||
                    (in_host && (c == '[' || c == ']')) || (!in_fragment && c == '#');
        in_fragment = in_fragment || c == '#';
        if (kept)
            buffer_add_char(&out, i < scheme ? ascii_lower(c) : c);
        else
            buffer_print(&out, "%%%02X", (unsigned)(unsigned char)c);
    }
    return buffer_slice(&out);
}
