/* SPDX-License-Identifier: MIT */
#include "read/entity.h"

#include "base/utf8.h"

/* Those of XML, and of HTML what typesetters need. */
static const struct {
    slice name;
    uint32_t character;
} named[] = {
    {SLICE("amp"), '&'},       {SLICE("lt"), '<'},        {SLICE("gt"), '>'},
    {SLICE("quot"), '"'},      {SLICE("apos"), '\''},     {SLICE("nbsp"), 0xa0},
    {SLICE("pound"), 0xa3},    {SLICE("yen"), 0xa5},      {SLICE("sect"), 0xa7},
    {SLICE("copy"), 0xa9},     {SLICE("laquo"), 0xab},    {SLICE("shy"), 0xad},
    {SLICE("reg"), 0xae},      {SLICE("deg"), 0xb0},      {SLICE("middot"), 0xb7},
    {SLICE("raquo"), 0xbb},    {SLICE("frac14"), 0xbc},   {SLICE("frac12"), 0xbd},
    {SLICE("frac34"), 0xbe},   {SLICE("times"), 0xd7},    {SLICE("ensp"), 0x2002},
    {SLICE("emsp"), 0x2003},   {SLICE("thinsp"), 0x2009}, {SLICE("ndash"), 0x2013},
    {SLICE("mdash"), 0x2014},  {SLICE("lsquo"), 0x2018},  {SLICE("rsquo"), 0x2019},
    {SLICE("sbquo"), 0x201a},  {SLICE("ldquo"), 0x201c},  {SLICE("rdquo"), 0x201d},
    {SLICE("bdquo"), 0x201e},  {SLICE("bull"), 0x2022},   {SLICE("hellip"), 0x2026},
    {SLICE("lsaquo"), 0x2039}, {SLICE("rsaquo"), 0x203a}, {SLICE("euro"), 0x20ac},
    {SLICE("trade"), 0x2122},
};

static void add_character(buffer *out, uint32_t c) {
    char bytes[4];
    buffer_add(out, (slice){bytes, utf8_encode(c ? c : UINT32_MAX, bytes)});
}

static int digit_value(char c) {
    c = ascii_lower(c);
    return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* The number behind '#'; UINT32_MAX, which is no character, where it is none or too large. */
static uint32_t number_of(slice digits) {
    bool is_hexadecimal = digits.length && ascii_lower(digits.data[0]) == 'x';
    uint32_t base = is_hexadecimal ? 16 : 10, number = 0;
    for (size_t i = is_hexadecimal; i < digits.length; i++) {
        uint32_t value = (uint32_t)digit_value(digits.data[i]);
        if (value >= base || number > 0x10ffff)
            return UINT32_MAX;
        number = number * base + value;
    }
    return number;
}

void entity_add(buffer *out, slice reference) {
    slice name = slice_range(reference, 1, reference.length - 1);
    if (slice_starts_with(name, SLICE("#"))) {
        add_character(out, number_of(slice_range(name, 1, name.length)));
        return;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (slice_equal(name, named[i].name)) {
            add_character(out, named[i].character);
            return;
        }
    buffer_add(out, reference);
}
