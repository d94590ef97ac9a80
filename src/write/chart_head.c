/* SPDX-License-Identifier: MIT */
#include "write/chart_head.h"

#include "base/buffer.h"
#include "write/chart_wording.h"
#include "write/wording.h"

#include <math.h>

#define HEAD_GAP          12
#define MOST_TITLE_LINES  4
#define MOST_SOURCE_LINES 6
#define TITLE_GAP         4
#define SAMPLE_WIDTH      18 /* of the pictures of the legend */
#define USUAL_SIGN        8
#define SAMPLE_HEIGHT     12
#define WORD_GAP          6
#define ITEM_GAP          18
#define FOOT_GAP          8
#define RUNNING_HEAD_Y    16
#define WIDEST_FOOT       620 /* lines that are longer are hard to read */

#define TEXT_SPAN    "day not known, or several days"
#define TEXT_BREAK   "time left out"
#define TEXT_LEAD    "Bold"
#define TEXT_LEADS   "what matters most"
#define TEXT_COUNTED "only counted"
#define TEXT_SCALE                                                                                 \
    "Inside each stretch of the axis time runs to scale; where it is dotted, the scale changes "   \
    "or time is left out."

static const chart_font small_font = {9, false, false};
static const chart_font small_bold = {9, true, false};

static const char *const sources_words[] = {
    [ONE_SOURCE] = "one source", [FEW_SOURCES] = "a few sources", [MANY_SOURCES] = "five or more"};

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

chart_contents chart_contents_of(const sheet *s) {
    chart_contents contents = {.has_spans = s->bars.count > 0,
                               .has_leads = s->choice.has_leads,
                               .counted = s->choice.counted,
                               .has_breaks = s->stretches.count > 1,
                               .sources = sources_text(s->arena, s->timeline)};
    const entry *entries = s->timeline->entries.items;
    for (size_t i = 0; i < s->timeline->entries.count; i++) {
        contents.occurs[entries[i].status] = true;
        contents.has_sources[chart_source_class(&entries[i])] = true;
    }
    return contents;
}

/* ---- Legend ------------------------------------------------------------------------------- */

/* Where the legend's next item goes. */
typedef struct legend {
    arena *arena;
    chart_page *page;
    int x, y;
} legend;

/* Begins a new line where the item does not fit any more. */
static void make_room(legend *l, int sample, slice words) {
    double width = sample + WORD_GAP + chart_text_width(words, small_font);
    if (l->x > CHART_MARGIN && l->x + width > l->page->width - CHART_MARGIN) {
        l->x = CHART_MARGIN;
        l->y += SAMPLE_HEIGHT + WORD_GAP;
    }
}

static void add_words(legend *l, slice words, chart_font font, chart_ink ink, int gap) {
    chart_box box = {.kind = CHART_TEXT,
                     .x = l->x,
                     .y = l->y,
                     .width = (int)ceil(chart_text_width(words, font))};
    chart_add_line(l->arena, &box, words, font, ink);
    chart_add_box(l->arena, l->page, box);
    l->x += box.width + gap;
}

/* The words of an item whose picture is `width` wide. */
static void add_item_words(legend *l, int width, slice words) {
    l->x += width + WORD_GAP;
    add_words(l, words, small_font, CHART_GREY, ITEM_GAP);
}

static void add_sign(legend *l, event_status status, int x, int size) {
    chart_add_box(l->arena, l->page,
                  (chart_box){.kind = CHART_SIGN,
                              .status = status,
                              .x = x,
                              .y = l->y + (SAMPLE_HEIGHT - size) / 2,
                              .width = size,
                              .height = size});
}

static void add_status(legend *l, event_status status) {
    slice words = event_status_word(status);
    make_room(l, SAMPLE_WIDTH, words);
    double x = l->x + USUAL_SIGN / 2.0, y = l->y + SAMPLE_HEIGHT / 2.0;
    chart_add_straight(l->arena, l->page, CHART_RULE_STROKE, status, (chart_point){x, y},
                       (chart_point){x + SAMPLE_WIDTH, y});
    add_sign(l, status, l->x, USUAL_SIGN);
    add_item_words(l, USUAL_SIGN / 2 + SAMPLE_WIDTH, words);
}

/* A sign of each size that occurs, if there is more than one. */
static void add_sizes(legend *l, const chart_contents *contents) {
    const bool *occurs = contents->has_sources;
    if (occurs[ONE_SOURCE] + occurs[FEW_SOURCES] + occurs[MANY_SOURCES] < 2)
        return;
    for (source_class sources = ONE_SOURCE; sources <= MANY_SOURCES; sources++) {
        slice words = slice_of(sources_words[sources]);
        if (!occurs[sources])
            continue;
        make_room(l, CHART_SIGN_SIZE, words);
        add_sign(l, EVENT_HAPPENED, l->x, chart_sign_size(sources));
        add_item_words(l, CHART_SIGN_SIZE, words);
    }
}

static void add_span(legend *l) {
    make_room(l, SAMPLE_WIDTH, SLICE(TEXT_SPAN));
    chart_add_box(l->arena, l->page,
                  (chart_box){.kind = CHART_BAR,
                              .x = l->x,
                              .y = l->y + (SAMPLE_HEIGHT - CHART_BAR_WIDTH) / 2,
                              .width = SAMPLE_WIDTH,
                              .height = CHART_BAR_WIDTH});
    add_item_words(l, SAMPLE_WIDTH, SLICE(TEXT_SPAN));
}

static void add_break(legend *l) {
    make_room(l, SAMPLE_WIDTH, SLICE(TEXT_BREAK));
    double y = l->y + SAMPLE_HEIGHT / 2.0;
    chart_add_straight(l->arena, l->page, CHART_BREAK_STROKE, EVENT_HAPPENED,
                       (chart_point){l->x, y}, (chart_point){l->x + SAMPLE_WIDTH, y});
    add_item_words(l, SAMPLE_WIDTH, SLICE(TEXT_BREAK));
}

static void add_counted(legend *l) {
    make_room(l, SAMPLE_WIDTH, SLICE(TEXT_COUNTED));
    chart_add_box(l->arena, l->page,
                  (chart_box){.kind = CHART_COUNT,
                              .x = l->x,
                              .y = l->y + (SAMPLE_HEIGHT - CHART_BAR_WIDTH) / 2,
                              .width = SAMPLE_WIDTH,
                              .height = CHART_BAR_WIDTH});
    add_item_words(l, SAMPLE_WIDTH, SLICE(TEXT_COUNTED));
}

static void add_leads(legend *l) {
    int sample = (int)ceil(chart_text_width(SLICE(TEXT_LEAD), small_bold));
    make_room(l, sample, SLICE(TEXT_LEADS));
    add_words(l, SLICE(TEXT_LEAD), small_bold, CHART_BLACK, WORD_GAP);
    add_words(l, SLICE(TEXT_LEADS), small_font, CHART_GREY, ITEM_GAP);
}

/* Where all simply happened there is one status, which needs no explanation. */
static void add_statuses(legend *l, const chart_contents *contents) {
    size_t kinds = 0;
    for (event_status status = 0; status < STATUS_KINDS; status++)
        kinds += contents->occurs[status];
    for (event_status status = 0; status < STATUS_KINDS; status++)
        if (contents->occurs[status] && (kinds > 1 || status != EVENT_HAPPENED))
            add_status(l, status);
}

static int add_legend(arena *a, chart_page *page, const chart_contents *contents, int y) {
    legend l = {a, page, CHART_MARGIN, y + HEAD_GAP};
    add_statuses(&l, contents);
    if (contents->has_leads)
        add_leads(&l);
    add_sizes(&l, contents);
    if (contents->has_spans)
        add_span(&l);
    if (contents->has_breaks)
        add_break(&l);
    if (contents->counted)
        add_counted(&l);
    bool is_empty = l.x == CHART_MARGIN && l.y == y + HEAD_GAP;
    return is_empty ? y : l.y + SAMPLE_HEIGHT;
}

/* ---- Head and foot ------------------------------------------------------------------------ */

static void add_rule(arena *a, chart_page *page, double y) {
    chart_add_straight(a, page, CHART_LINE_STROKE, EVENT_HAPPENED, (chart_point){CHART_MARGIN, y},
                       (chart_point){page->width - CHART_MARGIN, y});
}

/* "1,204 events, … the 600 most important of them are told." */
static slice contents_text(arena *a, const chart *c, const chart_contents *contents) {
    if (!contents->counted)
        return c->description;
    slice counted = wording_of_number(a, (double)contents->counted);
    return arena_format(a, "%.*s; %.*s of the least important events are only counted",
                        SLICE_ARGS(c->description), SLICE_ARGS(counted));
}

/* A larger sheet, which is looked at from farther away, has a larger title. */
static const struct {
    int width; /* of the page, at least */
    chart_font title, contents;
} title_sizes[] = {
    {2400, {44, true, true}, {16, false, false}},
    {1300, {32, true, true}, {13, false, false}},
    {0, {24, true, true}, {11, false, false}},
};

int chart_add_head(arena *a, const chart *c, chart_page *page, const chart_contents *contents) {
    int y = CHART_MARGIN, width = page->width - 2 * CHART_MARGIN;
    size_t size = 0;
    while (page->width < title_sizes[size].width)
        size++;
    y += chart_add_paragraph(a, page, CHART_TITLE, c->title, title_sizes[size].title, CHART_BLACK,
                             y, width, MOST_TITLE_LINES);
    y += TITLE_GAP;
    y += chart_add_paragraph(a, page, CHART_TEXT, contents_text(a, c, contents),
                             title_sizes[size].contents, CHART_GREY, y, width, SIZE_MAX);
    y = add_legend(a, page, contents, y) + HEAD_GAP;
    add_rule(a, page, y);
    return y;
}

int chart_add_foot(arena *a, chart_page *page, const chart_contents *contents, int y) {
    int width = page->width - 2 * CHART_MARGIN;
    width = width < WIDEST_FOOT ? width : WIDEST_FOOT;
    if (!contents->has_breaks && !contents->sources.length)
        return y;
    add_rule(a, page, y);
    y += FOOT_GAP;
    if (contents->has_breaks)
        y += chart_add_paragraph(a, page, CHART_TEXT, SLICE(TEXT_SCALE), small_font, CHART_GREY, y,
                                 width, MOST_SOURCE_LINES);
    if (contents->sources.length)
        y += chart_add_paragraph(a, page, CHART_TEXT, contents->sources, small_font, CHART_GREY, y,
                                 width, MOST_SOURCE_LINES);
    return y;
}

static void add_page_number(arena *a, chart *c, size_t page) {
    slice number = arena_format(a, "%zu / %zu", page + 1, c->pages.count);
    chart_page *on = &c->pages.items[page];
    int width = (int)ceil(chart_text_width(number, small_font));
    chart_box box = {.kind = CHART_TEXT,
                     .x = on->width - CHART_MARGIN - width,
                     .y = RUNNING_HEAD_Y,
                     .width = width};
    chart_add_line(a, &box, number, small_font, CHART_GREY);
    chart_add_box(a, on, box);
}

void chart_add_running_heads(arena *a, chart *c) {
    for (size_t i = 1; i < c->pages.count; i++) {
        chart_page *page = &c->pages.items[i];
        int width = (page->width - 2 * CHART_MARGIN) * 3 / 4;
        slice_list title = chart_text_wrap(a, c->title, small_bold, width, 1);
        chart_box box = {
            .kind = CHART_TEXT, .x = CHART_MARGIN, .y = RUNNING_HEAD_Y, .width = width};
        for (size_t k = 0; k < title.count; k++)
            chart_add_line(a, &box, title.items[k], small_bold, CHART_GREY);
        chart_add_box(a, page, box);
        add_page_number(a, c, i);
    }
}
