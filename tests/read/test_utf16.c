/* SPDX-License-Identifier: MIT */
#include "read/utf16.h"

#include "support/check.h"

#define REPLACED "\xef\xbf\xbd"

static void tells_the_order(void) {
    CHECK_INT(utf16_order_of(SLICE("\xff\xfe"
                                   "A\0")),
              UTF16_LITTLE);
    CHECK_INT(utf16_order_of(SLICE("\xfe\xff\0A")), UTF16_BIG);
    CHECK_INT(utf16_order_of(SLICE("A\0B\0")), UTF16_NONE);
    CHECK_INT(utf16_order_of(SLICE("\xff")), UTF16_NONE);
}

/* Big-endian; the other order is made of it. */
static const struct {
    slice bytes;
    const char *text;
} cases[] = {
    {SLICE(""), ""},
    {SLICE("\0A\0b"), "Ab"},
    {SLICE("\0\xe9\x20\x19\x4e\x2d"), "\xc3\xa9\xe2\x80\x99\xe4\xb8\xad"},
    {SLICE("\xd8\x3d\xde\x00\0A"), "\xf0\x9f\x98\x80"
                                   "A"},
    {SLICE("\xdb\xff\xdf\xff"), "\xf4\x8f\xbf\xbf"},
    {SLICE("\xd8\x3d\0A"), REPLACED "A"},
    {SLICE("\xde\x00\0A"), REPLACED "A"},
    {SLICE("\xd8\x3d\xd8\x3d\xde\x00"), REPLACED "\xf0\x9f\x98\x80"},
    {SLICE("\0A\xd8\x3d"), "A" REPLACED},
    {SLICE("\0A\xd8\x3d\xde"), "A" REPLACED REPLACED},
    {SLICE("\0A\0"), "A" REPLACED},
};

static void converts(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char swapped[16], out[64];
        slice bytes = cases[i].bytes;
        memcpy(swapped, bytes.data, bytes.length);
        for (size_t j = 0; j + 1 < bytes.length; j += 2) {
            swapped[j] = bytes.data[j + 1];
            swapped[j + 1] = bytes.data[j];
        }
        size_t used, length = utf16_to_utf8(bytes, UTF16_BIG, true, out, sizeof out, &used);
        CHECK_SLICE(((slice){out, length}), cases[i].text);
        CHECK_INT(used, bytes.length);
        bytes.data = swapped;
        length = utf16_to_utf8(bytes, UTF16_LITTLE, true, out, sizeof out, &used);
        CHECK_SLICE(((slice){out, length}), cases[i].text);
    }
}

/* In pieces of any size the outcome is the same. */
static void converts_in_pieces(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t piece = 4; piece < 8; piece++) {
            slice left = cases[i].bytes;
            char out[64];
            size_t length = 0, used = 1;
            while (left.length && used > 0) {
                size_t end = left.length < piece ? left.length : piece;
                bool is_last = end == left.length;
                length += utf16_to_utf8(slice_range(left, 0, end), UTF16_BIG, is_last, out + length,
                                        piece, &used);
                left = slice_range(left, used, left.length);
            }
            CHECK_SLICE(((slice){out, length}), cases[i].text);
        }
}

int main(void) {
    RUN(tells_the_order);
    RUN(converts);
    RUN(converts_in_pieces);
    return tests_end();
}
