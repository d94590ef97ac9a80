/* SPDX-License-Identifier: MIT */
#include "write/chart_layout.h"

#include "write/chart_axis.h"
#include "write/chart_body.h"
#include "write/chart_head.h"
#include "write/chart_links.h"
#include "write/chart_pages.h"
#include "write/chart_places.h"
#include "write/wording.h"

#include <limits.h>
#include <math.h>

/* ---- Measures ----------------------------------------------------------------------------- */

#define MOST_CARDS  600 /* of more entries the others are only counted */
#define NARROW_CARD 270
#define LANE_CARD   210

/* One strip up to this length, then strips until the sheet has about the shape of paper. */
#define LONGEST_COLUMN 1000
#define LONGEST_ROW    1400
#define COLUMN_RATIO   1.5
#define ROW_RATIO      2.2
#define HIGHEST_STACK  400
#define LOWEST_STACK   150

/* ---- Cards into strips -------------------------------------------------------------------- */

static void fill_columns(sheet *s) {
    bool has_lanes = s->lanes.count > 1;
    sheet_make_cards(s, has_lanes ? LANE_CARD : WIDE_CARD, INT_MAX);
    sheet_make_stacks(s);
    s->strips = strips_single(s->arena, &s->scale, &s->stretches);
    if (s->strips.length <= LONGEST_COLUMN)
        return;
    if (!has_lanes) {
        sheet_make_cards(s, NARROW_CARD, INT_MAX);
        sheet_make_stacks(s);
    }
    s->strips = strips_sheet(s->arena, &s->scale, &s->stretches,
                             sheet_strip_thickness(s, s->card_width) + STRIP_GAP, COLUMN_RATIO);
}

/* How high stacks have to be for the cards of the longest lane to stand in one row. */
static int stack_height_for_a_row(const sheet *s) {
    int heights[MOST_LANES] = {0}, longest = 0;
    for (size_t i = 0; i < s->cards.count; i++) {
        int *height = &heights[s->cards.items[i].lane];
        *height += s->cards.items[i].height + CARD_GAP;
        longest = *height > longest ? *height : longest;
    }
    double wanted = (double)longest * (s->card_width + STACK_GAP) / LONGEST_ROW;
    return (int)fmin(fmax(wanted, LOWEST_STACK), HIGHEST_STACK);
}

static void fill_rows(sheet *s) {
    sheet_make_cards(s, STACK_CARD, INT_MAX);
    s->stack_height = stack_height_for_a_row(s);
    sheet_make_stacks(s);
    s->strips = strips_single(s->arena, &s->scale, &s->stretches);
    if (s->strips.length > LONGEST_ROW)
        s->strips = strips_sheet(s->arena, &s->scale, &s->stretches,
                                 sheet_strip_thickness(s, s->stack_height) + STRIP_GAP, ROW_RATIO);
}

/* ---- One sheet ---------------------------------------------------------------------------- */

#define NARROWEST_SHEET 560 /* for the head */

/* The length of the strips, with the tail of the last one. */
static int strips_length(const sheet *s) {
    double length = s->strips.length;
    for (size_t i = 0; i < s->strips.stretches.count; i++) {
        const placed_stretch *p = &s->strips.stretches.items[i];
        if (sheet_has_tail(s, p))
            length = fmax(length, p->start + p->scale.length + BREAK_LENGTH);
    }
    return (int)ceil(length);
}

static int sheet_width(const sheet *s) {
    int width = s->form.lying
                    ? chart_lane_names_room(s) + strips_length(s)
                    : (int)s->strips.count * (s->places[0].thickness + STRIP_GAP) - STRIP_GAP;
    return (width > NARROWEST_SHEET ? width : NARROWEST_SHEET) + 2 * CHART_MARGIN;
}

static int sheet_bottom(const sheet *s) {
    const chart_strip *last = &s->places[s->strips.count - 1];
    return s->form.lying ? last->y + last->thickness : last->y + strips_length(s);
}

static void lay_out_sheet(sheet *s) {
    s->date_inside = s->form.lying || s->lanes.count > 1;
    if (s->form.lying)
        fill_rows(s);
    else
        fill_columns(s);
    chart_measure_strips(s);
    chart_contents contents = chart_contents_of(s);
    chart_page *page = vector_push(&s->chart->pages, s->arena);
    page->width = sheet_width(s);
    page_room room = {chart_add_head(s->arena, s->chart, page, &contents) + BODY_GAP, 0};
    if (s->form.lying)
        chart_place_rows(s, &room, INT_MAX);
    else
        chart_place_columns(s, &room, s->strips.count);
    int bottom = sheet_bottom(s) + BODY_GAP;
    page->height = chart_add_foot(s->arena, page, &contents, bottom) + CHART_MARGIN;
}

/* ---- The whole ---------------------------------------------------------------------------- */

chart *chart_lay_out(arena *a, const timeline *t, const chart_form *form) {
    sheet s = {.arena = a, .timeline = t, .form = *form, .chart = ARENA_NEW(a, chart)};
    s.chart->title = chart_text_clean(a, wording_of_title(t));
    s.chart->description = wording_of_contents(a, t);
    s.choice = chart_choose(a, t, MOST_CARDS);
    s.lanes = chart_lanes_of(a, t, form->lanes,
                             form->page_width ? chart_lanes_of_page(form) : MOST_LANES);
    if (form->page_width)
        chart_lay_out_pages(&s);
    else
        lay_out_sheet(&s);
    chart_add_axes(&s);
    chart_add_body(&s);
    chart_add_bars(&s);
    chart_add_links(&s);
    return s.chart;
}
