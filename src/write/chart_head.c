/* SPDX-License-Identifier: MIT */
#include "write/chart_head.h"

#include <math.h>

#define HEAD_GAP      10
#define SWATCH_WIDTH  26
#define SWATCH_HEIGHT 12
#define WORD_GAP      8
#define ITEM_GAP      20

#define TEXT_SPAN  "date not known to the day"
#define TEXT_BREAK "time left out"

static const chart_font title_font = {22, true};
static const chart_font contents_font = {11, false};
static const chart_font legend_font = {9, false};

/* Where the legend's next item goes. */
typedef struct legend {
    arena *arena;
    chart *chart;
    int x, y;
} legend;

/* Begins a new line where the item does not fit any more. */
static void make_room(legend *l, slice words) {
    double width = SWATCH_WIDTH + WORD_GAP + chart_text_width(words, legend_font);
    if (l->x > CHART_MARGIN && l->x + width > l->chart->width - CHART_MARGIN) {
        l->x = CHART_MARGIN;
        l->y += SWATCH_HEIGHT + WORD_GAP;
    }
}

/* The words of an item whose picture is `width` wide. */
static void add_words(legend *l, int width, slice words) {
    chart_box box = {.kind = CHART_TEXT,
                     .x = l->x + width + WORD_GAP,
                     .y = l->y,
                     .width = (int)ceil(chart_text_width(words, legend_font))};
    chart_add_line(l->arena, &box, words, legend_font, CHART_GREY);
    chart_add_box(l->arena, l->chart, box);
    l->x = box.x + box.width + ITEM_GAP;
}

static void add_status(legend *l, event_status status) {
    slice words = event_status_word(status);
    make_room(l, words);
    chart_add_box(l->arena, l->chart,
                  (chart_box){.kind = CHART_SWATCH,
                              .status = status,
                              .x = l->x + CHART_SIGN_SIZE / 2,
                              .y = l->y,
                              .width = SWATCH_WIDTH - CHART_SIGN_SIZE / 2,
                              .height = SWATCH_HEIGHT});
    chart_add_box(l->arena, l->chart,
                  (chart_box){.kind = CHART_SIGN,
                              .status = status,
                              .x = l->x,
                              .y = l->y + (SWATCH_HEIGHT - CHART_SIGN_SIZE) / 2,
                              .width = CHART_SIGN_SIZE,
                              .height = CHART_SIGN_SIZE});
    add_words(l, SWATCH_WIDTH, words);
}

static void add_span(legend *l, event_status status) {
    make_room(l, SLICE(TEXT_SPAN));
    chart_add_box(l->arena, l->chart,
                  (chart_box){.kind = CHART_BAR,
                              .status = status,
                              .x = l->x,
                              .y = l->y - 1,
                              .width = CHART_BAR_WIDTH,
                              .height = SWATCH_HEIGHT + 2});
    add_words(l, CHART_BAR_WIDTH, SLICE(TEXT_SPAN));
}

static void add_break(legend *l) {
    make_room(l, SLICE(TEXT_BREAK));
    double x = l->x + CHART_BAR_WIDTH / 2.0;
    chart_add_stroke(l->arena, l->chart,
                     (chart_stroke){CHART_BREAK, x, l->y - 4, x, l->y + SWATCH_HEIGHT + 4});
    add_words(l, CHART_BAR_WIDTH, SLICE(TEXT_BREAK));
}

/* Where all simply happened, on days that are known, there is nothing to explain. */
static bool is_plain(const chart_contents *contents) {
    for (event_status status = 0; status < STATUS_KINDS; status++)
        if (status != EVENT_HAPPENED && contents->occurs[status])
            return false;
    return !contents->has_spans && !contents->has_breaks;
}

static int add_legend(arena *a, chart *c, const chart_contents *contents, int y) {
    if (is_plain(contents))
        return y;
    legend l = {a, c, CHART_MARGIN, y + HEAD_GAP};
    for (event_status status = 0; status < STATUS_KINDS; status++)
        if (contents->occurs[status])
            add_status(&l, status);
    if (contents->has_spans)
        add_span(&l, contents->span_status);
    if (contents->has_breaks)
        add_break(&l);
    return l.y + SWATCH_HEIGHT;
}

int chart_add_head(arena *a, chart *c, const chart_contents *contents) {
    int y = CHART_MARGIN, width = c->width - 2 * CHART_MARGIN;
    y += chart_add_paragraph(a, c, CHART_TITLE, c->title, title_font, CHART_INK, y, width);
    y += HEAD_GAP / 2;
    y += chart_add_paragraph(a, c, CHART_TEXT, c->description, contents_font, CHART_GREY, y, width);
    return add_legend(a, c, contents, y);
}
