/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "support/check.h"
#include "write/chart_text.h"

static void text_is_cleaned(arena *a) {
    static const struct {
        const char *text, *clean;
    } cases[] = {
        {"plain", "plain"},
        {"  two\n\tlines  ", "two lines"},
        {"bell\x07 and escape\x1B[31m", "bell and escape [31m"},
        {"broken \xC3( and \xFF", "broken \xEF\xBF\xBD( and \xEF\xBF\xBD"},
        {"a surrogate \xED\xA0\x80", "a surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"nonchar\xEF\xBF\xBE"
         "acter",
         "noncharacter"},
        {"turned \xE2\x80\xAEround", "turned round"},
        {"مرحبا 你好 😀", "مرحبا 你好 😀"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(chart_text_clean(a, slice_of(cases[i].text)), cases[i].clean);
}

static void text_is_wrapped(arena *a) {
    chart_font font = {10, false, false};
    slice_list lines = chart_text_wrap(a, SLICE("one two three four"), font, 60, 9);
    CHECK_INT(lines.count, 2);
    CHECK_SLICE(lines.items[0], "one two");
    CHECK_SLICE(lines.items[1], "three four");
    lines = chart_text_wrap(a, SLICE("one two three four"), font, 60, 1);
    CHECK_INT(lines.count, 1);
    CHECK_SLICE(lines.items[0], "one two…");
    CHECK_INT(chart_text_wrap(a, SLICE(""), font, 60, 9).count, 0);
    CHECK_INT(chart_text_wrap(a, SLICE("   "), font, 60, 9).count, 0);
    CHECK_INT(chart_text_wrap(a, SLICE("narrow"), font, 1, 99).count, 6);
}

/* Where a line may end: not before a sign that closes, nor so that a letter stands alone. */
static void lines_break_where_they_may(arena *a) {
    static const struct {
        const char *text, *first, *second;
        double width;
    } cases[] = {
        {"well-known", "well-", "known", 40},
        {"一二三四，五六", "一二三", "四，五六", 45},
        {"abcdefghijkl", "abcdefghi", "jkl", 56},
        {"Проверка связи", "Проверка", "связи", 60},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice_list lines = chart_text_wrap(a, slice_of(cases[i].text),
                                           (chart_font){10, false, false}, cases[i].width, 9);
        CHECK_INT(lines.count, 2);
        CHECK_SLICE(lines.items[0], cases[i].first);
        CHECK_SLICE(lines.items[1], cases[i].second);
    }
}

/* Nothing is lost, and no line is too wide, however narrow the column. */
static void wrapped_lines_fit(arena *a) {
    slice text = SLICE("Überschwemmungskatastrophenschutzbeauftragter 中华人民共和国国务院 "
                       "said—again, well-known 😀😀😀😀😀😀😀😀 WWWWWWWWWWWWWWWWWWWWWWWWWW");
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++)
        letters += text.data[i] != ' ';
    for (int size = 9; size <= 22; size += 13)
        for (double width = 40; width < 400; width += 17) {
            chart_font font = {size, true, false};
            slice_list lines = chart_text_wrap(a, text, font, width, SIZE_MAX);
            size_t kept = 0;
            for (size_t i = 0; i < lines.count; i++) {
                CHECK(chart_text_width(lines.items[i], font) <= width);
                CHECK_INT(utf8_check(lines.items[i]), SIZE_MAX);
                for (size_t k = 0; k < lines.items[i].length; k++)
                    kept += lines.items[i].data[k] != ' ';
            }
            CHECK_INT(kept, letters);
        }
}

int main(void) {
    RUN_IN_ARENA(text_is_cleaned);
    RUN_IN_ARENA(text_is_wrapped);
    RUN_IN_ARENA(lines_break_where_they_may);
    RUN_IN_ARENA(wrapped_lines_fit);
    return tests_end();
}
