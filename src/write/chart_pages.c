/* SPDX-License-Identifier: MIT */
#include "write/chart_pages.h"

#include "write/chart_head.h"
#include "write/chart_places.h"

#include <limits.h>

#define NARROWEST    188 /* card of a column on paper */
#define LANE_LEAST   165 /* and of a lane on paper */
#define LYING_HEIGHT 96  /* of a stack on paper, at least */
#define USUAL_ROW    300 /* height of a row on paper */

size_t chart_lanes_of_page(const chart_form *form) {
    int usable = form->lying ? form->page_height / 2 : form->page_width - 2 * CHART_MARGIN;
    int lanes = usable / (form->lying ? LYING_HEIGHT + LEADER_LENGTH : LANE_LEAST + LEADER_LENGTH);
    return lanes < 1 ? 1 : lanes < MOST_LANES ? (size_t)lanes : MOST_LANES;
}

static page_room room_of(const sheet *s, int page_width, const chart_contents *contents) {
    chart_page trial = {.width = page_width};
    int head = chart_add_head(s->arena, s->chart, &trial, contents) + BODY_GAP;
    int foot = chart_add_foot(s->arena, &trial, contents, 0);
    return (page_room){head, foot + BODY_GAP};
}

/* The columns of a page: as many as have room for cards that can be read. */
static size_t columns_of_page(sheet *s, int usable) {
    int beside = sheet_strip_thickness(s, 0), lanes = (int)s->lanes.count;
    int least = lanes > 1 ? LANE_LEAST : NARROWEST;
    int columns = (usable + STRIP_GAP) / (beside + lanes * least + STRIP_GAP);
    columns = columns > 1 ? columns : 1;
    int width = ((usable + STRIP_GAP) / columns - STRIP_GAP - beside) / lanes;
    sheet_make_cards(s, width < WIDE_CARD ? width : WIDE_CARD, INT_MAX);
    return (size_t)columns;
}

/* The length of the axis behind the last stretch, where dates reach beyond it. */
static int tail_length(const sheet *s) {
    size_t count = s->stretches.count;
    return count && s->last_day > s->stretches.items[count - 1].last_day ? BREAK_LENGTH : 0;
}

static void fill_page_columns(sheet *s, const chart_contents *contents) {
    int usable = s->form.page_width - 2 * CHART_MARGIN;
    size_t columns = columns_of_page(s, usable);
    sheet_make_stacks(s);
    page_room room = room_of(s, s->form.page_width, contents);
    int bottom = s->form.page_height - CHART_MARGIN - tail_length(s);
    int top = chart_strips_top(s, 1, &room), first_top = chart_strips_top(s, 0, &room);
    s->strips = strips_pages(s->arena, &s->scale, &s->stretches, bottom - top, columns,
                             bottom - first_top - room.foot);
    chart_measure_strips(s);
    chart_place_columns(s, &room, columns);
}

/* How high stacks may be, so that rows of about the usual height fill a page, and the first fits
   below the head. */
static int stack_height_of_page(const sheet *s, const page_room *room, int bottom) {
    int free = bottom - CHART_MARGIN, lanes = (int)s->lanes.count;
    int beside = sheet_strip_thickness(s, 0);
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
    int length = usable - chart_lane_names_room(s) - tail_length(s);
    int stacks = length / (STACK_CARD + STACK_GAP);
    sheet_make_cards(s, length / (stacks > 1 ? stacks : 1) - STACK_GAP, s->stack_height);
    sheet_make_stacks(s);
    s->strips = strips_pages(s->arena, &s->scale, &s->stretches, length + 1, 0, 0);
    chart_measure_strips(s);
    chart_place_rows(s, &room, bottom);
}

void chart_lay_out_pages(sheet *s) {
    s->date_inside = s->form.lying || s->lanes.count > 1;
    sheet_make_cards(s, NARROWEST, INT_MAX); /* for what is to be explained, and the rows of bars */
    sheet_make_stacks(s);
    chart_contents contents = chart_contents_of(s);
    contents.has_breaks = true; /* until it is known, there has to be room to tell of them */
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
    contents.has_breaks = s->stretches.count > 1;
    chart_page *first = &s->chart->pages.items[0];
    chart_add_head(s->arena, s->chart, first, &contents);
    page_room room = room_of(s, first->width, &contents);
    chart_add_foot(s->arena, first, &contents, first->height - CHART_MARGIN - room.foot + BODY_GAP);
    chart_add_running_heads(s->arena, s->chart);
}
