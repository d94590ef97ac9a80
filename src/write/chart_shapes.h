/* SPDX-License-Identifier: MIT */
/*
 * The chart as shapes with places: everything that is drawn, and nothing of how. Lengths are in
 * points; the origin is the top left corner of the page and y grows downwards. Boxes have whole
 * coordinates, since Graphviz rounds sizes.
 */
#ifndef WRITE_CHART_SHAPES_H
#define WRITE_CHART_SHAPES_H

#include "write/chart_card.h"

/* What a box is: constant, and its class in the SVG. */
#define CHART_BOX_LIST(_)                                                                          \
    _(TITLE, "title")                                                                              \
    _(TEXT, "text") /* below the title, of the legend, at the foot */                              \
    _(LANE, "lane") /* its name */                                                                 \
    _(MONTH, "month")                                                                              \
    _(GAP, "gap")   /* how much time is left out */                                                \
    _(DATE, "date") /* of a card */                                                                \
    _(DAY, "day")   /* on the axis: a day that has a card */                                       \
    _(BAR, "span")  /* along the axis: the days that an uncertain date may mean */                 \
    _(CARD, "event")                                                                               \
    _(COUNT, "count") /* how many entries of a status are only counted */                          \
    _(SIGN, "sign")   /* of the status, at the card */

typedef enum chart_box_kind {
#define CHART_BOX_CODE(name, word) CHART_##name,
    CHART_BOX_LIST(CHART_BOX_CODE)
#undef CHART_BOX_CODE
} chart_box_kind;

typedef struct chart_box {
    chart_box_kind kind;
    event_status status; /* of cards, bars, counts and signs */
    int x, y, width, height;
    chart_line_list lines; /* from the top */
    bool right;            /* the lines end at the right */
    const chart_card *card;
} chart_box;

#define CHART_STROKE_LIST(_)                                                                       \
    _(LINE, "line") /* below the head, above the foot, between lanes */                            \
    _(AXIS, "axis")                                                                                \
    _(BREAK, "break") /* the axis where time is left out */                                        \
    _(SLASH, "slash") /* across it */                                                              \
    _(TICK, "tick")                                                                                \
    _(LEADER, "leader") /* a curve from a day or a bar to its card */                              \
    _(RULE, "rule")     /* at the left of a card */                                                \
    _(LINK, "link")     /* from a card to the one that its date is counted from */

typedef enum chart_stroke_kind {
#define CHART_STROKE_CODE(name, word) CHART_##name##_STROKE,
    CHART_STROKE_LIST(CHART_STROKE_CODE)
#undef CHART_STROKE_CODE
} chart_stroke_kind;

typedef struct chart_point {
    double x, y;
} chart_point;

/* A Bézier curve. */
typedef struct chart_stroke {
    chart_stroke_kind kind;
    event_status status; /* of rules and links */
    chart_point points[4];
} chart_stroke;

typedef struct chart_page {
    int width, height;
    VECTOR(chart_box) boxes;
    VECTOR(chart_stroke) strokes;
} chart_page;

typedef struct chart {
    slice title;
    slice description;
    VECTOR(chart_page) pages; /* one, but on paper */
} chart;

/* Measures that head and body share. */
#define CHART_MARGIN    40
#define CHART_BAR_WIDTH 5
#define CHART_SIGN_SIZE 10 /* of the largest */

/* How many sources tell an entry, and the size of its sign. */
typedef enum source_class { ONE_SOURCE, FEW_SOURCES, MANY_SOURCES } source_class;
source_class chart_source_class(const entry *e);
int chart_sign_size(source_class sources);

void chart_add_box(arena *a, chart_page *page, chart_box box);
void chart_add_stroke(arena *a, chart_page *page, chart_stroke stroke);
/* A straight stroke. */
void chart_add_straight(arena *a, chart_page *page, chart_stroke_kind kind, event_status status,
                        chart_point from, chart_point to);
/* The box grows by the line. */
void chart_add_line(arena *a, chart_box *box, slice text, chart_font font, chart_ink ink);
/* Adds a box of at most so many wrapped lines at the left margin; returns its height. */
int chart_add_paragraph(arena *a, chart_page *page, chart_box_kind kind, slice text,
                        chart_font font, chart_ink ink, int y, int width, size_t most);

#endif
