/* SPDX-License-Identifier: MIT */
/*
 * The chart on the way from cards to places. A sheet, or each page, has strips. Time runs along a
 * strip; across it lie, in each lane,
 *
 *     months | axis | bars of uncertain dates | leaders | date | card
 *
 * Upright, strips are columns and time runs down. Lying, they are rows, time runs to the right, and
 * cards hang below the axis in stacks.
 */
#ifndef WRITE_CHART_SHEET_H
#define WRITE_CHART_SHEET_H

#include "write/chart_shapes.h"
#include "write/chart_strips.h"

/* What is to be laid out, and on what. */
typedef struct chart_form {
    bool lying; /* time runs to the right */
    dateline_lanes lanes;
    int page_width; /* of paper, in points; 0: one sheet as large as is needed */
    int page_height;
} chart_form;

/* ---- Measures ----------------------------------------------------------------------------- */

#define AXIS_GAP      6  /* beside the axis */
#define ROW_WIDTH     8  /* of a bar and the space beside it */
#define LEADER_LENGTH 20 /* across */
#define LEADER_GAP    2  /* between leaders and dates */
#define DATE_WIDTH    62
#define SIGN_ROOM     12 /* before the rule of a card */
#define LEADER_END    12 /* of leaders below the top of an upright card: where its sign is */
#define DAY_WIDTH     3
#define TICK_LENGTH   4
#define SMALLEST_MARK 4   /* length of a day or a bar */
#define WIDE_CARD     380 /* the widest: where one column is enough */
#define STACK_CARD    196 /* in stacks */
#define CARD_GAP      10
#define STACK_GAP     18
#define LINK_ROOM     22 /* for the curves from cards to what their dates are counted from */
#define LINK_HEIGHT   12 /* for the same above a lying axis */
#define MONTHS_WIDTH  44 /* beside an upright axis */
#define MONTHS_HEIGHT 32 /* above a lying one, and above what is left out */
#define GAP_HEIGHT    16
#define LANE_GAP      24
#define LANE_NAME     34 /* height above upright lanes */
#define LANE_LABEL    92 /* width before lying ones */

/* Bars side by side; where more dates overlap, a bar stands at its card instead of the axis. */
#define MOST_ROWS 6
#define NO_ROW    MOST_ROWS

/* ---- The parts ---------------------------------------------------------------------------- */

/* The days that uncertain dates mean, once for all cards of a lane with the same days and status.
 */
typedef struct chart_bar {
    day_span days;
    event_status status;
    size_t lane;
    size_t row;
} chart_bar;

/* A card of an upright chart, or a stack of cards of a lying one. */
typedef struct chart_stack {
    index_list cards;
    int height;
} chart_stack;

/* A strip on its page. */
typedef struct chart_strip {
    size_t page;
    int x, y; /* of its start, where the months are */
    int thickness;
    int axis[MOST_LANES]; /* across */
} chart_strip;

/* Where a card stands. */
typedef struct chart_spot {
    size_t strip;
    chart_point sign; /* of its sign */
    double day;       /* along the strip: its day */
} chart_spot;

typedef struct sheet {
    arena *arena;
    const timeline *timeline;
    chart_form form;
    chart *chart;
    chart_choice choice;
    chart_lanes lanes;
    bool date_inside; /* the card, or in a column of its own */
    bool has_links;
    int card_width;
    int stack_height; /* at most; for lying charts */
    chart_card_list cards;
    chart_spot *spots;      /* of the cards */
    size_t *bar_of_card;    /* index of a bar, where the date is a span */
    VECTOR(chart_bar) bars; /* by first day */
    size_t rows[MOST_LANES];
    day_number last_day; /* that any date may mean */
    VECTOR(chart_stack) stacks;
    scale_stacks scale;
    scale_stretch_list stretches;
    strips strips;
    chart_strip *places; /* of the strips */
} sheet;

/* ---- Across a strip ----------------------------------------------------------------------- */

/* From the axis to where leaders end, to the dates if they have a column, and to the cards. */
int sheet_leader_end(const sheet *s, size_t lane);
int sheet_card_across(const sheet *s, size_t lane);
/* How thick a lane is whose cards are so deep across. */
int sheet_lane_thickness(const sheet *s, size_t lane, int depth);
/* How thick a strip is whose cards are so deep across in all lanes. */
int sheet_strip_thickness(const sheet *s, int depth);
/* The height above a lying axis for the curves between dates; 0 if there are none. */
int sheet_links_height(const sheet *s);
/* The room before the first axis: months and what is left out. */
int sheet_months_room(const sheet *s);

/* ---- From a strip to its page ------------------------------------------------------------- */

static inline chart_page *sheet_page(const sheet *s, size_t strip) {
    return &s->chart->pages.items[s->places[strip].page];
}

chart_point sheet_point(const sheet *s, size_t strip, double along, double across);
/* A box of that kind with whole coordinates, so long and so thick. */
chart_box sheet_box(const sheet *s, size_t strip, chart_box_kind kind, double along, double across,
                    double length, double thickness);
void sheet_add_box(sheet *s, size_t strip, chart_box box);
void sheet_add_straight(sheet *s, size_t strip, chart_stroke_kind kind, double along, double across,
                        double along_end, double across_end);

/* ---- Along a strip ------------------------------------------------------------------------ */

static inline double sheet_day(const placed_stretch *p, day_number day) {
    return p->start + scale_day(&p->scale, day);
}

static inline double sheet_axis_end(const placed_stretch *p) {
    return sheet_day(p, p->scale.last_day + 1);
}

/* True where dates reach beyond the last card's day: the axis has a broken tail there. */
bool sheet_has_tail(const sheet *s, const placed_stretch *p);

/* The bar of a card's date, or NULL where the day is known. */
const chart_bar *sheet_bar_of(const sheet *s, size_t card);

/* Makes cards so wide and at most so high, and gives each uncertain date a row along the axis. */
void sheet_make_cards(sheet *s, int width, int most_height);
/* Makes the stacks of the cards, and the stretches of the axis that they need. */
void sheet_make_stacks(sheet *s);

#endif
