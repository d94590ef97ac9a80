/* SPDX-License-Identifier: MIT */
#include "write/chart_text.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "write/wording.h"

#define ELLIPSIS "…"

/* Advance widths of DejaVu Sans and DejaVu Sans Bold, thousandths of the size, U+0020 to U+007E. */
static const uint16_t widths[2][95] = {
    {318,  401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337,
     637,  637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531,
     1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
     604,  788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500,
     500,  613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
     635,  635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838},
    {349,  457, 521, 838, 696, 1002, 873, 307,  458, 458, 523, 838, 380, 416,  380, 366,
     696,  696, 696, 696, 696, 696,  696, 696,  696, 696, 400, 400, 838, 838,  838, 581,
     1000, 774, 763, 734, 831, 684,  684, 821,  837, 373, 373, 775, 638, 996,  837, 851,
     733,  851, 771, 721, 683, 813,  774, 1104, 771, 725, 726, 458, 366, 458,  838, 500,
     500,  675, 716, 593, 716, 679,  436, 716,  712, 343, 343, 666, 343, 1042, 712, 688,
     716,  716, 494, 596, 479, 712,  652, 924,  646, 652, 583, 712, 366, 712,  838}};

/* Of other characters the widest common ones: capitals, signs, ideographs, emoji. */
#define LETTER_WIDTH    ((int[]){830, 920})
#define SIGN_WIDTH      1000
#define IDEOGRAPH_WIDTH 1060
#define EMOJI_WIDTH     1370
#define FIRST_SIGN      0x2010
#define FIRST_EMOJI     0x1F000
#define IN_TABLE(c)     ((c) >= ' ' && (c) <= '~')
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
    if (IN_TABLE(c))
        return widths[bold][c - ' '];
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

/* The end of the first line: behind the last place to break that fits, else inside the word. */
static size_t line_end(slice text, chart_font font, double width) {
    size_t last_break = 0, end = 0;
    double used = 0;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        used += character_width(slice_range(text, i, next), c, font.bold) * font.size / 1000.0;
        if (used > width && c != ' ')
            return last_break ? last_break : end ? end : next;
        end = next;
        if (may_break_after(c))
            last_break = next;
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
