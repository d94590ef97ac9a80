/* SPDX-License-Identifier: MIT */
/*
 * The chart as shapes with places: everything that is drawn, and nothing of how. Lengths are in
 * points; the origin is the top left corner of the sheet and y grows downwards. Boxes have whole
 * coordinates, since Graphviz rounds sizes.
 */
#ifndef WRITE_CHART_SHAPES_H
#define WRITE_CHART_SHAPES_H

#include "write/chart_card.h"

/* What a box is: constant, and its class in the SVG. Boxes are drawn in the order of the list. */
#define CHART_BOX_LIST(_)                                                                          \
    _(TITLE, "title")                                                                              \
    _(TEXT, "text")   /* below the title, of the legend, and at the foot */                        \
    _(MONTH, "month") /* beside the axis */                                                        \
    _(GAP, "gap")     /* how much time is left out */                                              \
    _(DATE, "date")   /* of a card */                                                              \
    _(DAY, "day")     /* on the axis: a day that has a card */                                     \
    _(BAR, "span")    /* along the axis: the days that an uncertain date may mean */               \
    _(CARD, "event")                                                                               \
    _(SWATCH, "swatch") /* a card of the legend */                                                 \
    _(SIGN, "sign")     /* of the status, at the card */

typedef enum chart_box_kind {
#define CHART_BOX_CODE(name, word) CHART_##name,
    CHART_BOX_LIST(CHART_BOX_CODE)
#undef CHART_BOX_CODE
} chart_box_kind;

typedef struct chart_box {
    chart_box_kind kind;
    event_status status; /* of cards, bars, swatches and signs */
    int x, y, width, height;
    chart_line_list lines; /* from the top, at the left but of MONTH, which is at the right */
    const chart_card *card;
} chart_box;

#define CHART_STROKE_LIST(_)                                                                       \
    _(AXIS, "axis")                                                                                \
    _(BREAK, "break") /* the axis where time is left out */                                        \
    _(TICK, "tick")                                                                                \
    _(LEADER, "leader") /* a curve from a day or a bar to its date */

typedef enum chart_stroke_kind {
#define CHART_STROKE_CODE(name, word) CHART_##name,
    CHART_STROKE_LIST(CHART_STROKE_CODE)
#undef CHART_STROKE_CODE
} chart_stroke_kind;

typedef struct chart_stroke {
    chart_stroke_kind kind;
    double x0, y0, x1, y1;
} chart_stroke;

typedef struct chart {
    int width, height;
    slice title;
    slice description;
    VECTOR(chart_box) boxes;
    VECTOR(chart_stroke) strokes;
} chart;

/* Measures that head and body share. */
#define CHART_MARGIN    40
#define CHART_BAR_WIDTH 6
#define CHART_SIGN_SIZE 9

void chart_add_box(arena *a, chart *c, chart_box box);
void chart_add_stroke(arena *a, chart *c, chart_stroke stroke);
/* The box grows by the line. */
void chart_add_line(arena *a, chart_box *box, slice text, chart_font font, const char *colour);
/* Adds a box of wrapped lines at the left margin; returns its height. */
int chart_add_paragraph(arena *a, chart *c, chart_box_kind kind, slice text, chart_font font,
                        const char *colour, int y, int width);

#endif
