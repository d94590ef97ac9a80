/* SPDX-License-Identifier: MIT */
#include "write/chart_shapes.h"

#define FEWEST_OF_MANY 5
#define SMALLER        2 /* a sign for each class fewer */

source_class chart_source_class(const entry *e) {
    size_t sources = entry_source_count(e);
    return sources >= FEWEST_OF_MANY ? MANY_SOURCES : sources > 1 ? FEW_SOURCES : ONE_SOURCE;
}

int chart_sign_size(source_class sources) {
    return CHART_SIGN_SIZE - (int)(MANY_SOURCES - sources) * SMALLER;
}

void chart_add_box(arena *a, chart_page *page, chart_box box) {
    *vector_push(&page->boxes, a) = box;
}

void chart_add_stroke(arena *a, chart_page *page, chart_stroke stroke) {
    *vector_push(&page->strokes, a) = stroke;
}

void chart_add_straight(arena *a, chart_page *page, chart_stroke_kind kind, event_status status,
                        chart_point from, chart_point to) {
    chart_add_stroke(a, page, (chart_stroke){kind, status, {from, from, to, to}});
}

void chart_add_line(arena *a, chart_box *box, slice text, chart_font font, chart_ink ink) {
    *vector_push(&box->lines, a) = (chart_line){.text = text, .font = font, .ink = ink};
    box->height += chart_line_height(font);
}

int chart_add_paragraph(arena *a, chart_page *page, chart_box_kind kind, slice text,
                        chart_font font, chart_ink ink, int y, int width, size_t most) {
    chart_box box = {.kind = kind, .x = CHART_MARGIN, .y = y, .width = width};
    slice_list lines = chart_text_wrap(a, chart_text_clean(a, text), font, width, most);
    for (size_t i = 0; i < lines.count; i++)
        chart_add_line(a, &box, lines.items[i], font, ink);
    chart_add_box(a, page, box);
    return box.height;
}
