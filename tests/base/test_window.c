/* SPDX-License-Identifier: MIT */
#include "base/window.h"
#include "support/check.h"

static bool is_mark(char c) {
    return ascii_is_upper(c) || (c && strchr(".,:!?()\xe2", c));
}

static bool bit_of(uint64_t bits, size_t at) {
    return (bits >> at & 1) != 0;
}

/* Every byte at every place, among bytes of each kind. */
static void tells_bytes_apart(void) {
    static const char around[] = {'a', 'Z', '5', ' ', '.', '\xe2'};
    for (size_t kind = 0; kind < sizeof around; kind++)
        for (int byte = 0; byte < 256; byte++)
            for (size_t at = 0; at < WINDOW; at++) {
                char bytes[WINDOW];
                memset(bytes, around[kind], sizeof bytes);
                bytes[at] = (char)byte;
                uint64_t letters = window_letters(bytes), digits = window_digits(bytes);
                uint64_t marks = window_marks(bytes), spaces = window_spaces(bytes);
                uint64_t controls = window_controls(bytes);
                bool wide = around[kind] == '\xe2' || (unsigned char)bytes[at] >= 0x80;
                CHECK(window_is_wide(bytes) == wide);
                size_t beside = (at + 1) % WINDOW;
                for (size_t i = at; i != WINDOW; i = i == at ? beside : WINDOW) {
                    CHECK(bit_of(letters, i) == ascii_is_letter(bytes[i]));
                    CHECK(bit_of(digits, i) == ascii_is_digit(bytes[i]));
                    CHECK(bit_of(marks, i) == is_mark(bytes[i]));
                    CHECK(bit_of(spaces, i) == (bytes[i] == ' '));
                    CHECK(bit_of(controls, i) == ((unsigned char)bytes[i] < ' '));
                }
            }
}

static void gathers_alike(void) {
    for (unsigned bits = 0; bits < 1u << 16; bits++) {
        unsigned char bytes[sizeof(lanes)];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = bits >> i & 1 ? 0xFF : 0;
        lanes l = lanes_at((const char *)bytes);
        if (lanes_gather(l) != bits || lanes_gather_halves(l) != bits) {
            CHECK_INT(lanes_gather(l), bits);
            CHECK_INT(lanes_gather_halves(l), bits);
        }
    }
}

static void ends_with_the_text(void) {
    char bytes[2 * WINDOW], rest[WINDOW];
    memset(bytes, 'a', sizeof bytes);
    slice text = {bytes, WINDOW + 3};
    CHECK(window_at(text, 3, rest) == bytes + 3);
    CHECK(window_at(text, 4, rest) == rest);
    CHECK(window_letters(rest) == UINT64_MAX >> 1);
    window_at(text, text.length - 1, rest);
    CHECK(window_letters(rest) == 1);
    window_at(text, text.length, rest);
    CHECK(window_letters(rest) == 0);
    CHECK(window_first(UINT64_MAX, 64) == UINT64_MAX);
    CHECK(window_first(UINT64_MAX, 63) == UINT64_MAX >> 1);
    CHECK(window_first(UINT64_MAX, 0) == 0);
}

int main(void) {
    RUN(tells_bytes_apart);
    RUN(gathers_alike);
    RUN(ends_with_the_text);
    return tests_end();
}
