/* SPDX-License-Identifier: MIT */
#include "write/chart_text.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "write/chart_widths.h"
#include "write/wording.h"

#define ELLIPSIS "…"

/* Of other characters the widest common ones: capitals, signs, ideographs, emoji. */
#define LETTER_WIDTH    ((int[]){830, 920})
#define SIGN_WIDTH      1000
#define IDEOGRAPH_WIDTH 1060
#define EMOJI_WIDTH     1370
#define FIRST_SIGN      0x2010
#define FIRST_EMOJI     0x1F000
#define WIDE_COLUMNS    2

/* Noncharacters, the marks that turn the writing direction, and the byte order mark. */
static bool is_left_out(uint32_t c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

slice chart_text_clean(arena *a, slice text) {
    slice line = one_line(a, text);
    buffer b = buffer_in(a);
    for (size_t i = 0, next; i < line.length; i = next) {
        uint32_t c = utf8_decode(line, i, &next);
        bool valid = utf8_check(slice_range(line, i, next)) == SIZE_MAX;
        if (!valid)
            buffer_add(&b, SLICE("\xEF\xBF\xBD"));
        else if (!is_left_out(c))
            buffer_add(&b, slice_range(line, i, next));
    }
    return buffer_slice(&b);
}

static int character_width(slice character, uint32_t c, bool bold) {
    int known = chart_width_of(c, bold);
    if (known)
        return known;
    size_t columns = utf8_width(character);
    if (columns >= WIDE_COLUMNS || c >= FIRST_EMOJI)
        return c >= FIRST_EMOJI ? EMOJI_WIDTH : IDEOGRAPH_WIDTH;
    if (columns == 0)
        return 0;
    return c >= FIRST_SIGN ? SIGN_WIDTH : LETTER_WIDTH[bold];
}

double chart_text_width(slice line, chart_font font) {
    double thousandths = 0;
    for (size_t i = 0, next; i < line.length; i = next) {
        uint32_t c = utf8_decode(line, i, &next);
        thousandths += character_width(slice_range(line, i, next), c, font.bold);
    }
    return thousandths * font.size / 1000;
}

static bool may_break_after(uint32_t c) {
    return c == ' ' || c == '-' || c == 0x2013 || c == 0x2014 || (c >= 0x2E80 && c <= 0xFFDC);
}

/* Signs of Chinese, Japanese and Korean that close something and do not begin a line. */
static bool may_begin_line(uint32_t c) {
    static const uint32_t closing[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
                                       0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (c == closing[i])
            return false;
    return true;
}

#define LEAST_OF_WORD 3 /* characters on each of two lines */

/* Where a word that does not fit is broken: at `end`, or before it, lest one or two letters stand
   alone on the next line. */
static size_t word_end(slice text, size_t end) {
    size_t before = utf8_count(text, 0, end), next_space = slice_find(text, SLICE(" "), end);
    size_t behind = utf8_count(text, end, next_space == SIZE_MAX ? text.length : next_space);
    while (behind < LEAST_OF_WORD && before > 2 * LEAST_OF_WORD) {
        do
            end--;
        while (utf8_is_continuation(text.data[end]));
        behind++;
        before--;
    }
    return end;
}

/* The end of the first line: behind the last place to break that fits, else inside the word. */
static size_t line_end(slice text, chart_font font, double width) {
    size_t last_break = 0, end = 0;
    double used = 0;
    bool after_break = false;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        if (after_break && may_begin_line(c))
            last_break = i;
        used += character_width(slice_range(text, i, next), c, font.bold) * font.size / 1000.0;
        if (used > width && c != ' ')
            return last_break ? last_break : end ? word_end(text, end) : next;
        end = next;
        after_break = may_break_after(c);
    }
    return text.length;
}

/* The start of the text with an ellipsis, which together fit. */
static slice shortened(arena *a, slice text, chart_font font, double width) {
    size_t end = line_end(text, font, width - chart_text_width(SLICE(ELLIPSIS), font));
    slice start = slice_trim(slice_range(text, 0, end));
    return arena_format(a, "%.*s" ELLIPSIS, SLICE_ARGS(start));
}

slice_list chart_text_wrap(arena *a, slice text, chart_font font, double width, size_t most) {
    slice_list lines = {0};
    for (text = slice_trim(text); text.length;) {
        size_t end = line_end(text, font, width);
        bool is_last = lines.count + 1 == most && end < text.length;
        *vector_push(&lines, a) =
            is_last ? shortened(a, text, font, width) : slice_trim(slice_range(text, 0, end));
        if (is_last)
            break;
        text = slice_trim(slice_range(text, end, text.length));
    }
    return lines;
}
