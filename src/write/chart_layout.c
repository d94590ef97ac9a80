/* SPDX-License-Identifier: MIT */
#include "write/chart_layout.h"

#include "base/buffer.h"
#include "write/chart_axis.h"
#include "write/chart_body.h"
#include "write/chart_head.h"
#include "write/chart_links.h"
#include "write/chart_wording.h"
#include "write/wording.h"

#include <limits.h>
#include <math.h>

/* ---- Measures ----------------------------------------------------------------------------- */

#define MOST_CARDS   600 /* of more entries the others are only counted */
#define BODY_GAP     22  /* between head and strips, and before the foot */
#define STRIP_GAP    24
#define WIDE_CARD    380 /* where one column is enough */
#define NARROW_CARD  270
#define LANE_CARD    210
#define STACK_CARD   196
#define NARROWEST    188 /* card of a column on paper */
#define LANE_LEAST   165 /* and of a lane on paper */
#define LYING_HEIGHT 96  /* of a stack on paper, at least */
#define USUAL_ROW    300 /* height of a row on paper */

/* One strip up to this length, then strips until the sheet has about the shape of paper. */
#define LONGEST_COLUMN 1000
#define LONGEST_ROW    1400
#define COLUMN_RATIO   1.5
#define ROW_RATIO      2.2
#define HIGHEST_STACK  400
#define LOWEST_STACK   150

/* ---- Cards into strips -------------------------------------------------------------------- */

/* Cards so wide, in stacks at most so high, and what follows from that but the strips. */
static void make_cards(sheet *s, int width, int most_height) {
    card_form form = {width, most_height, s->date_inside, &s->lanes, &s->choice};
    s->card_width = width;
    s->cards = chart_cards(s->arena, s->timeline, &form);
    s->has_links = false;
    for (size_t i = 0; i < s->cards.count; i++)
        s->has_links |= s->cards.items[i].anchor != NO_CARD;
    sheet_collect_bars(s);
}

/* A strip whose cards are so deep across. */
static int strip_thickness(const sheet *s, int depth) {
    int thickness = sheet_months_room(s) + ((int)s->lanes.count - 1) * LANE_GAP;
    for (size_t lane = 0; lane < s->lanes.count; lane++)
        thickness += sheet_lane_thickness(s, lane, depth);
    return thickness;
}

static void fill_columns(sheet *s) {
    bool has_lanes = s->lanes.count > 1;
    make_cards(s, has_lanes ? LANE_CARD : WIDE_CARD, INT_MAX);
    sheet_make_stacks(s);
    s->strips = strips_single(s->arena, &s->scale, &s->stretches);
    if (s->strips.length <= LONGEST_COLUMN)
        return;
    if (!has_lanes) {
        make_cards(s, NARROW_CARD, INT_MAX);
        sheet_make_stacks(s);
    }
    s->strips = strips_sheet(s->arena, &s->scale, &s->stretches,
                             strip_thickness(s, s->card_width) + STRIP_GAP, COLUMN_RATIO);
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
    make_cards(s, STACK_CARD, INT_MAX);
    s->stack_height = stack_height_for_a_row(s);
    sheet_make_stacks(s);
    s->strips = strips_single(s->arena, &s->scale, &s->stretches);
    if (s->strips.length > LONGEST_ROW)
        s->strips = strips_sheet(s->arena, &s->scale, &s->stretches,
                                 strip_thickness(s, s->stack_height) + STRIP_GAP, ROW_RATIO);
}

/* ---- Contents ----------------------------------------------------------------------------- */

/* "Sources: Reuters, BBC, AFP" */
static slice sources_text(arena *a, const timeline *t) {
    index_list all = {0};
    for (size_t i = 0; i < t->articles.count; i++)
        *vector_push(&all, a) = i;
    slice_list names = chart_publishers(a, t, &all);
    if (!names.count)
        return SLICE("");
    buffer b = buffer_in(a);
    buffer_add(&b, SLICE(WORD_SOURCES ": "));
    for (size_t i = 0; i < names.count; i++)
        buffer_print(&b, "%s%.*s", i ? ", " : "", SLICE_ARGS(names.items[i]));
    return buffer_slice(&b);
}

static chart_contents contents_of(const sheet *s) {
    chart_contents contents = {.has_spans = s->bars.count > 0,
                               .has_leads = s->choice.has_leads,
                               .counted = s->choice.counted,
                               .has_breaks = s->stretches.count > 1,
                               .sources = sources_text(s->arena, s->timeline)};
    for (size_t i = 0; i < s->timeline->entries.count; i++)
        contents.occurs[s->timeline->entries.items[i].status] = true;
    return contents;
}

/* ---- Strips onto pages -------------------------------------------------------------------- */

/* The height of head and foot of the first page, with the space between them and the strips. */
typedef struct page_room {
    int head;
    int foot;
} page_room;

static page_room room_of(const sheet *s, int page_width, const chart_contents *contents) {
    chart_page trial = {.width = page_width};
    int head = chart_add_head(s->arena, s->chart, &trial, contents) + BODY_GAP;
    int foot = chart_add_foot(s->arena, &trial, contents, 0);
    return (page_room){head, foot + BODY_GAP};
}

/* How far before its first point along, and across, a strip begins. */
static int lane_names_room(const sheet *s) {
    if (s->lanes.count == 1)
        return 0;
    return s->form.lying ? LANE_LABEL : LANE_NAME;
}

/* The depth of each lane's cards in a strip. */
static void measure_depths(const sheet *s, size_t strip, int depths[MOST_LANES]) {
    for (size_t lane = 0; lane < MOST_LANES; lane++)
        depths[lane] = s->form.lying ? 0 : s->card_width;
    for (size_t i = 0; s->form.lying && i < s->strips.stretches.count; i++) {
        const placed_stretch *p = &s->strips.stretches.items[i];
        for (size_t k = p->scale.first; p->strip == strip && k < p->scale.first + p->scale.count;
             k++) {
            const chart_stack *stack = &s->stacks.items[k];
            int *depth = &depths[s->cards.items[stack->cards.items[0]].lane];
            *depth = stack->height > *depth ? stack->height : *depth;
        }
    }
}

/* The axes of the lanes of a strip, across, and how thick it is. */
static void measure_strip(sheet *s, size_t strip) {
    chart_strip *place = &s->places[strip];
    int depths[MOST_LANES], across = sheet_months_room(s);
    measure_depths(s, strip, depths);
    for (size_t lane = 0; lane < s->lanes.count; lane++) {
        place->axis[lane] = across;
        across += sheet_lane_thickness(s, lane, depths[lane]) + LANE_GAP;
    }
    place->thickness = across - LANE_GAP;
}

/* Where the strips of the first page, and of the others, begin below the top. */
static int strips_top(const sheet *s, size_t page, const page_room *room) {
    return (page ? CHART_MARGIN : room->head) + (s->form.lying ? 0 : lane_names_room(s));
}

/* Columns side by side, `on_page` of them. */
static void place_columns(sheet *s, const page_room *room, size_t on_page) {
    for (size_t i = 0; i < s->strips.count; i++) {
        chart_strip *place = &s->places[i];
        place->page = i / on_page;
        place->x = CHART_MARGIN + (int)(i % on_page) * (place->thickness + STRIP_GAP);
        place->y = strips_top(s, place->page, room);
    }
}

/* Rows below each other, down to `bottom` of each page. */
static void place_rows(sheet *s, const page_room *room, int bottom) {
    size_t page = 0;
    int y = strips_top(s, page, room);
    for (size_t i = 0; i < s->strips.count; i++) {
        chart_strip *place = &s->places[i];
        int limit = page ? bottom : bottom - room->foot;
        if (y + place->thickness > limit && (page == 0 || y > strips_top(s, page, room)))
            y = strips_top(s, ++page, room);
        place->page = page;
        place->x = CHART_MARGIN + lane_names_room(s);
        place->y = y;
        y += place->thickness + STRIP_GAP;
    }
}

static void measure_strips(sheet *s) {
    s->places = ARENA_ARRAY(s->arena, chart_strip, s->strips.count);
    for (size_t i = 0; i < s->strips.count; i++)
        measure_strip(s, i);
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
                    ? lane_names_room(s) + strips_length(s)
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
    measure_strips(s);
    chart_contents contents = contents_of(s);
    chart_page *page = vector_push(&s->chart->pages, s->arena);
    page->width = sheet_width(s);
    page_room room = {chart_add_head(s->arena, s->chart, page, &contents) + BODY_GAP, 0};
    if (s->form.lying)
        place_rows(s, &room, INT_MAX);
    else
        place_columns(s, &room, s->strips.count);
    int bottom = sheet_bottom(s) + BODY_GAP;
    page->height = chart_add_foot(s->arena, page, &contents, bottom) + CHART_MARGIN;
}

/* ---- Pages of paper ----------------------------------------------------------------------- */

/* The columns of a page: as many as have room for cards that can be read. */
static size_t columns_of_page(sheet *s, int usable) {
    int beside = strip_thickness(s, 0), lanes = (int)s->lanes.count;
    int least = lanes > 1 ? LANE_LEAST : NARROWEST;
    int columns = (usable + STRIP_GAP) / (beside + lanes * least + STRIP_GAP);
    columns = columns > 1 ? columns : 1;
    int width = ((usable + STRIP_GAP) / columns - STRIP_GAP - beside) / lanes;
    make_cards(s, width < WIDE_CARD ? width : WIDE_CARD, INT_MAX);
    return (size_t)columns;
}

static void fill_page_columns(sheet *s, const chart_contents *contents) {
    int usable = s->form.page_width - 2 * CHART_MARGIN;
    size_t columns = columns_of_page(s, usable);
    sheet_make_stacks(s);
    page_room room = room_of(s, s->form.page_width, contents);
    int bottom = s->form.page_height - CHART_MARGIN - BREAK_LENGTH;
    int top = strips_top(s, 1, &room), first_top = strips_top(s, 0, &room);
    s->strips = strips_pages(s->arena, &s->scale, &s->stretches, bottom - top, columns,
                             bottom - first_top - room.foot);
    measure_strips(s);
    place_columns(s, &room, columns);
}

/* How high stacks may be, so that rows of about the usual height fill a page, and the first fits
   below the head. */
static int stack_height_of_page(const sheet *s, const page_room *room, int bottom) {
    int free = bottom - CHART_MARGIN, beside = strip_thickness(s, 0), lanes = (int)s->lanes.count;
    int rows = (free + USUAL_ROW / 2) / (USUAL_ROW + beside * (lanes - 1) / lanes);
    rows = rows > 1 ? rows : 1;
    int on_pages = ((free + STRIP_GAP) / rows - STRIP_GAP - beside) / lanes;
    int on_first = (bottom - room->head - room->foot - beside) / lanes;
    int height = on_pages < on_first ? on_pages : on_first;
    return height > LYING_HEIGHT ? height : LYING_HEIGHT;
}

static void fill_page_rows(sheet *s, const chart_contents *contents) {
    int usable = s->form.page_width - 2 * CHART_MARGIN;
    page_room room = room_of(s, s->form.page_width, contents);
    int bottom = s->form.page_height - CHART_MARGIN;
    s->stack_height = stack_height_of_page(s, &room, bottom);
    int length = usable - lane_names_room(s) - BREAK_LENGTH;
    int stacks = length / (STACK_CARD + STACK_GAP);
    make_cards(s, length / (stacks > 1 ? stacks : 1) - STACK_GAP, s->stack_height);
    sheet_make_stacks(s);
    s->strips = strips_pages(s->arena, &s->scale, &s->stretches, length + 1, 0, 0);
    measure_strips(s);
    place_rows(s, &room, bottom);
}

static void lay_out_pages(sheet *s) {
    s->date_inside = s->form.lying || s->lanes.count > 1;
    make_cards(s, NARROWEST, INT_MAX); /* for what is to be explained, and the rows of bars */
    sheet_make_stacks(s);
    chart_contents contents = contents_of(s);
    contents.has_breaks = true;
    if (s->form.lying)
        fill_page_rows(s, &contents);
    else
        fill_page_columns(s, &contents);
    size_t pages = s->places[s->strips.count - 1].page + 1;
    for (size_t i = 0; i < pages; i++) {
        chart_page *page = vector_push(&s->chart->pages, s->arena);
        page->width = s->form.page_width;
        page->height = s->form.page_height;
    }
    chart_page *first = &s->chart->pages.items[0];
    chart_add_head(s->arena, s->chart, first, &contents);
    page_room room = room_of(s, first->width, &contents);
    chart_add_foot(s->arena, first, &contents, first->height - CHART_MARGIN - room.foot + BODY_GAP);
    chart_add_running_heads(s->arena, s->chart);
}

/* ---- The whole ---------------------------------------------------------------------------- */

/* How many lanes fit; on a sheet as many as there may be. */
static size_t most_lanes(const chart_form *form) {
    if (!form->page_width)
        return MOST_LANES;
    int usable = form->lying ? form->page_height / 2 : form->page_width - 2 * CHART_MARGIN;
    int lanes = usable / (form->lying ? LYING_HEIGHT + LEADER_LENGTH : LANE_LEAST + LEADER_LENGTH);
    return lanes < 1 ? 1 : lanes < MOST_LANES ? (size_t)lanes : MOST_LANES;
}

chart *chart_lay_out(arena *a, const timeline *t, const chart_form *form) {
    sheet s = {.arena = a, .timeline = t, .form = *form, .chart = ARENA_NEW(a, chart)};
    s.chart->title = chart_text_clean(a, wording_of_title(t));
    s.chart->description = wording_of_contents(a, t);
    s.choice = chart_choose(a, t, MOST_CARDS);
    s.lanes = chart_lanes_of(a, t, form->lanes, most_lanes(form));
    if (form->page_width)
        lay_out_pages(&s);
    else
        lay_out_sheet(&s);
    chart_add_axes(&s);
    chart_add_body(&s);
    chart_add_bars(&s);
    chart_add_links(&s);
    return s.chart;
}
