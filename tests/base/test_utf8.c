/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "support/check.h"
#include "support/repeated.h"

#define VALID SIZE_MAX

static void checking(void) {
    static const struct {
        const char *bytes;
        size_t length, bad;
    } cases[] = {
        {"", 0, VALID},
        {"plain", 5, VALID},
        {"a\0b", 3, VALID},
        {"\xC2\x80", 2, VALID},         /* the first of two bytes */
        {"\xDF\xBF", 2, VALID},         /* the last of two bytes */
        {"\xE0\xA0\x80", 3, VALID},     /* the first of three bytes */
        {"\xED\x9F\xBF", 3, VALID},     /* the last before the surrogates */
        {"\xEE\x80\x80", 3, VALID},     /* the first behind them */
        {"\xEF\xBF\xBF", 3, VALID},     /* U+FFFF */
        {"\xF0\x90\x80\x80", 4, VALID}, /* the first of four bytes */
        {"\xF4\x8F\xBF\xBF", 4, VALID}, /* U+10FFFF */
        {"ab\x80", 3, 2},               /* continuation without a beginning */
        {"ab\xC3", 3, 2},               /* cut off */
        {"ab\xE2\x82", 4, 2},
        {"ab\xF0\x9F\x98", 5, 2},
        {"\xC3(", 2, 0},
        {"\xC0\x80", 2, 0}, /* longer than need be */
        {"\xC1\xBF", 2, 0},
        {"\xE0\x9F\xBF", 3, 0},
        {"\xF0\x8F\xBF\xBF", 4, 0},
        {"\xED\xA0\x80", 3, 0},     /* a surrogate */
        {"\xF4\x90\x80\x80", 4, 0}, /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", 4, 0},
        {"\xFF", 1, 0},
        {"eight by\xFFte", 11, 8}, /* behind a whole word of eight */
        {"seven b\xFFyte", 11, 7}, /* inside one */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_AT(utf8_check((slice){cases[i].bytes, cases[i].length}) == cases[i].bad, "case %zu",
                 i);
}

static void encode(uint32_t c, char out[4], size_t *length) {
    static const unsigned char lead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    *length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = *length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[*length] | c);
}

static void decodes_every_code_point(void) {
    size_t wrong = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c == 0xD800)
            c = 0xE000;
        char bytes[4];
        size_t length, next;
        encode(c, bytes, &length);
        slice s = {bytes, length};
        wrong += utf8_decode(s, 0, &next) != c || next != length || utf8_check(s) != VALID;
    }
    CHECK_INT(wrong, 0);
}

static void decodes_any_bytes_to_the_end(void) {
    slice s = SLICE("a\x80\xE2\x82z\xF0\x9F\x98");
    static const uint32_t wanted[] = {'a', 0xFFFD, 0xFFFD, 0xFFFD, 'z', 0xFFFD, 0xFFFD, 0xFFFD};
    size_t at = 0;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        CHECK_INT(utf8_decode(s, at, &at), wanted[i]);
    CHECK_INT(at, s.length);
}

static void encodes_what_it_decodes(void) {
    char bytes[4] = {0};
    for (uint32_t c = 0; c <= 0x110000; c++) {
        bool is_valid = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        slice s = {bytes, utf8_encode(c, bytes)};
        size_t next;
        if (utf8_decode(s, 0, &next) != (is_valid ? c : 0xFFFD) || next != s.length) {
            CHECK_INT(c, UINT32_MAX);
            return;
        }
    }
}

static void trimming(void) {
    CHECK_SLICE(utf8_trim(SLICE("\n\xC2\xA0 \xC2\xA0")), "");
    CHECK_SLICE(utf8_trim(SLICE(" \xC2\xA0"
                                "a\xC2\xA0"
                                "b\xC2\xA0\n")),
                "a\xC2\xA0"
                "b");
    CHECK_SLICE(utf8_trim(SLICE("\xC3\xA0")), "\xC3\xA0");
}

static void counting(void) {
    slice s = SLICE("na\xC3\xAFve \xF0\x9F\x98\x80"); /* naïve, a smile */
    CHECK_INT(utf8_count(s, 0, s.length), 7);
    CHECK_INT(utf8_count(s, 2, 4), 1);
    CHECK_INT(utf8_count(s, 3, 3), 0);
}

/* What is looked at in windows: one character or one bad byte, wherever it stands. */
static void looking_at_long_texts(arena *a) {
    for (size_t at = 0; at < 200; at++) {
        slice ascii = repeated(a, "", "a", at, ""), more = repeated(a, "", "b", 200 - at, "");
        slice text = arena_format(a, "%.*s\xE2\x80\x8B%.*s", SLICE_ARGS(ascii), SLICE_ARGS(more));
        CHECK(utf8_check(text) == VALID);
        CHECK_INT(utf8_count(text, 0, text.length), 201);
        CHECK_INT(utf8_count(text, at / 2, text.length), 201 - at / 2);
        CHECK_INT(utf8_visible(a, text).length, 200);
        CHECK_INT(utf8_check(slice_range(text, 0, at + 2)), at);
    }
}

static void widths(void) {
    CHECK_INT(utf8_width(SLICE("")), 0);
    CHECK_INT(utf8_width(SLICE("day")), 3);
    CHECK_INT(utf8_width(SLICE("e\xCC\x81")), 1);                /* e with a combining accent */
    CHECK_INT(utf8_width(SLICE("\xE6\x97\xA5\xE6\x9C\xAC")), 4); /* two wide characters */
    CHECK_INT(utf8_width(SLICE("\xE2\x80\x8B")), 0);             /* zero width space */
}

static void fitting(void) {
    slice wide = SLICE("\xE6\x97\xA5\xE6\x9C\xAC");
    CHECK_INT(utf8_fit(wide, 4), 6);
    CHECK_INT(utf8_fit(wide, 3), 3);
    CHECK_INT(utf8_fit(wide, 1), 0);
    CHECK_INT(utf8_fit(SLICE("day"), 0), 0);
    CHECK_INT(utf8_fit(SLICE("day"), 2), 2);
    CHECK_INT(utf8_fit(SLICE("day"), 100), 3);
    CHECK_INT(utf8_fit(SLICE("e\xCC\x81x"), 1), 3); /* the accent stays with its letter */
}

static void folding(arena *a) {
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"", ""},
        {"Day 1", "day 1"},
        {"T\xC3\xBCrkiye", "turkiye"},
        {"\xC3\x89mile", "emile"},
        {"E\xCC\x81mile", "emile"}, /* decomposed to begin with */
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"king\xE2\x80\x99s", "king's"}, /* the printer's apostrophe */
        {"\xEF\xAC\x81re", "fire"},      /* a ligature */
        {"a\xC2\xA0"
         "b",
         "a b"}, /* a space that does not break */
        {"1\xE2\x80\x93"
         "2",
         "1-2"},                  /* a dash */
        {"co\xC2\xADop", "coop"}, /* a soft hyphen */
        {"\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0",
         "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"}, /* Cyrillic */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice folded = utf8_fold(a, slice_of(cases[i].text));
        CHECK_SLICE(folded, cases[i].folded);
        CHECK_INT(folded.data[folded.length], '\0');
    }
    CHECK_SLICE(utf8_fold(a, SLICE("\xC3(")), "\xC3("); /* not UTF-8: as it is */
}

static void repairing(arena *a) {
    slice whole = SLICE("caf\xC3\xA9");
    CHECK(utf8_repair(a, whole).data == whole.data);
    CHECK_SLICE(utf8_repair(a, SLICE("a\xFF"
                                     "b\xC3")),
                "a\uFFFDb\uFFFD");
    CHECK_SLICE(utf8_repair(a, SLICE("\xED\xA0\x80")), "\uFFFD\uFFFD\uFFFD");
    CHECK_SLICE(utf8_repair(a, SLICE("")), "");
}

static void what_nobody_sees(arena *a) {
    static const struct {
        const char *text, *visible;
    } cases[] = {
        {"", ""},
        {"plain \xc3\xa9", "plain \xc3\xa9"},
        {"\xe2\x80\x8e"
         "24\xe2\x80\x8f/\xe2\x80\x8e"
         "5",
         "24/5"}, /* marks of direction, as browsers put them into dates */
        {"\xe2\x80\xae"
         "eel nnA\xe2\x80\xac\xef\xbb\xbf",
         "eel nnA"},
        {"zero\xe2\x80\x8b width\xc2\xad hyphen\xe2\x81\xa0", "zero width hyphen"},
        {"\xd9\x85\xe2\x80\x8c\xd9\x85", "\xd9\x85\xe2\x80\x8c\xd9\x85"}, /* parts letters */
        {"\xff\xc2", "\xff\xc2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(utf8_visible(a, slice_of(cases[i].text)), cases[i].visible);
}

int main(void) {
    RUN(checking);
    RUN(decodes_every_code_point);
    RUN(decodes_any_bytes_to_the_end);
    RUN(encodes_what_it_decodes);
    RUN(trimming);
    RUN(counting);
    RUN_IN_ARENA(looking_at_long_texts);
    RUN(widths);
    RUN(fitting);
    RUN_IN_ARENA(repairing);
    RUN_IN_ARENA(folding);
    RUN_IN_ARENA(what_nobody_sees);
    return tests_end();
}
