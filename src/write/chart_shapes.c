/* SPDX-License-Identifier: MIT */
#include "write/chart_shapes.h"

void chart_add_box(arena *a, chart *c, chart_box box) {
    *vector_push(&c->boxes, a) = box;
}

void chart_add_stroke(arena *a, chart *c, chart_stroke stroke) {
    *vector_push(&c->strokes, a) = stroke;
}

void chart_add_line(arena *a, chart_box *box, slice text, chart_font font, const char *colour) {
    *vector_push(&box->lines, a) = (chart_line){.text = text, .font = font, .colour = colour};
    box->height += chart_line_height(font);
}

int chart_add_paragraph(arena *a, chart *c, chart_box_kind kind, slice text, chart_font font,
                        const char *colour, int y, int width) {
    chart_box box = {.kind = kind, .x = CHART_MARGIN, .y = y, .width = width};
    slice_list lines = chart_text_wrap(a, chart_text_clean(a, text), font, width, SIZE_MAX);
    for (size_t i = 0; i < lines.count; i++)
        chart_add_line(a, &box, lines.items[i], font, colour);
    chart_add_box(a, c, box);
    return box.height;
}
