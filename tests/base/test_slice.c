/* SPDX-License-Identifier: MIT */
#include "support/check.h"

static void of_nothing(void) {
    CHECK_INT(slice_of(NULL).length, 0);
    CHECK(slice_equal((slice){0}, SLICE("")));
    CHECK(slice_starts_with((slice){0}, SLICE("")));
    CHECK(slice_ends_with((slice){0}, SLICE("")));
    CHECK(!slice_starts_with((slice){0}, SLICE("x")));
    CHECK_SLICE(slice_trim((slice){0}), "");
    CHECK_SLICE(slice_range(SLICE("abc"), 3, 3), "");
    CHECK_INT(slice_compare((slice){0}, SLICE("")), 0);
}

static void equality(void) {
    static const struct {
        slice a, b;
        bool same, same_nocase;
    } cases[] = {
        {SLICE("day"), SLICE("day"), true, true},
        {SLICE("day"), SLICE("Day"), false, true},
        {SLICE("day"), SLICE("days"), false, false},
        {{"a\0b", 3}, {"a\0c", 3}, false, false},
        {{"A\0B", 3}, {"a\0b", 3}, false, true},
        {SLICE("[z"), SLICE("{Z"), false, false},
        {SLICE("\xC3\x84"), SLICE("\xC3\xA4"), false, false}, /* letters beyond ASCII as bytes */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_INT(slice_equal(cases[i].a, cases[i].b), cases[i].same);
        CHECK_INT(slice_equal_nocase(cases[i].a, cases[i].b), cases[i].same_nocase);
    }
}

static int sign(int number) {
    return (number > 0) - (number < 0);
}

static void order(void) {
    static const slice sorted[] = {SLICE(""),   {"a\0b", 1}, {"a\0b", 3},
                                   SLICE("aa"), SLICE("b"),  SLICE("\xC3\xA4")};
    int count = (int)(sizeof sorted / sizeof *sorted);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++)
            CHECK_INT(sign(slice_compare(sorted[i], sorted[j])), sign(i - j));
}

static void ends(void) {
    CHECK(slice_starts_with(SLICE("dateline"), SLICE("date")));
    CHECK(!slice_starts_with(SLICE("dat"), SLICE("date")));
    CHECK(slice_ends_with(SLICE("a.txt"), SLICE(".txt")));
    CHECK(!slice_ends_with(SLICE("txt"), SLICE(".txt")));
}

static void trimming(void) {
    CHECK_SLICE(slice_trim(SLICE(" \t\r\n\v\f day by day \n")), "day by day");
    CHECK_SLICE(slice_trim(SLICE("   ")), "");
    CHECK_SLICE(slice_trim(SLICE("x")), "x");
}

static void finding(void) {
    static const struct {
        const char *text, *needle;
        size_t from, found, found_nocase;
    } cases[] = {
        {"one two one", "one", 0, 0, 0},
        {"one two one", "one", 1, 8, 8},
        {"one two one", "one", 9, SIZE_MAX, SIZE_MAX},
        {"one Two", "two", 0, SIZE_MAX, 4},
        {"aab", "ab", 0, 1, 1},
        {"one", "one more", 0, SIZE_MAX, SIZE_MAX},
        {"one", "", 0, 0, 0},
        {"one", "", 3, 3, 3},
        {"one", "", 4, SIZE_MAX, SIZE_MAX},
        {"one", "e", 100, SIZE_MAX, SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice text = slice_of(cases[i].text), needle = slice_of(cases[i].needle);
        CHECK_INT(slice_find(text, needle, cases[i].from), cases[i].found);
        CHECK_INT(slice_find_nocase(text, needle, cases[i].from), cases[i].found_nocase);
    }
}

static void base_names(void) {
    CHECK_SLICE(slice_base_name(SLICE("a/b/c.txt")), "c.txt");
    CHECK_SLICE(slice_base_name(SLICE("c.txt")), "c.txt");
    CHECK_SLICE(slice_base_name(SLICE("/c.txt")), "c.txt");
    CHECK_SLICE(slice_base_name(SLICE("a/")), "");
    CHECK_SLICE(slice_base_name(SLICE("")), "");
}

/* The test vectors that the method's authors publish (FNV-1a, 64 bits). */
static void hashes(void) {
    CHECK(slice_hash(SLICE("")) == UINT64_C(0xcbf29ce484222325));
    CHECK(slice_hash(SLICE("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    CHECK(slice_hash(SLICE("foobar")) == UINT64_C(0x85944171f73967e8));
}

static void ascii(void) {
    size_t letters = 0, digits = 0, upper = 0, spaces = 0, lowered = 0;
    for (int c = 0; c < 256; c++) {
        letters += ascii_is_letter((char)c);
        digits += ascii_is_digit((char)c);
        upper += ascii_is_upper((char)c);
        spaces += ascii_is_space((char)c);
        lowered += ascii_lower((char)c) != (char)c;
    }
    CHECK_INT(letters, 52);
    CHECK_INT(digits, 10);
    CHECK_INT(upper, 26);
    CHECK_INT(spaces, 6);
    CHECK_INT(lowered, 26);
    CHECK_INT(ascii_lower('Z'), 'z');
}

int main(void) {
    RUN(of_nothing);
    RUN(equality);
    RUN(order);
    RUN(ends);
    RUN(trimming);
    RUN(finding);
    RUN(base_names);
    RUN(hashes);
    RUN(ascii);
    return tests_end();
}
