/* SPDX-License-Identifier: MIT */
#include "write/chart_layout.h"

#include "write/chart_columns.h"
#include "write/chart_head.h"
#include "write/wording.h"

#include <math.h>

/* ---- Measures ----------------------------------------------------------------------------- */

#define BODY_GAP      26 /* between head and columns, and before the foot */
#define COLUMN_GAP    30
#define MONTH_WIDTH   34
#define AXIS_GAP      8 /* at both sides of the axis */
#define LANE_WIDTH    8 /* of a bar and the space beside it */
#define LEADER_WIDTH  24
#define LEADER_GAP    4  /* between leader and date */
#define LEADER_HEIGHT 13 /* of its end below the top of the card */
#define DATE_WIDTH    71
#define SIGN_GAP      18 /* between date and card, where the signs are */
#define DAY_WIDTH     4
#define SMALLEST_MARK 4 /* height of a day or a bar */
#define TICK_LENGTH   5
#define CARD_GAP      7
#define WIDE_CARD     360 /* where one column is enough */
#define NARROW_CARD   264

/* One column up to this height, then columns until the sheet is hardly taller than A paper. */
#define TALLEST_SINGLE 1000
#define SHEET_RATIO    1.5

/* Bars side by side; where more dates overlap, a bar stands at its card instead of the axis. */
#define MOST_LANES 6
#define NO_LANE    MOST_LANES

#define TEXT_FOOT                                                                                  \
    "Inside each stretch of the axis time runs to scale; where it is dotted, the scale changes "   \
    "or time is left out."

static const chart_font small_font = {9, false};
static const chart_font month_font = {10, true};

/* ---- The parts ---------------------------------------------------------------------------- */

/* The days that uncertain dates mean, once for all cards with the same days and status. */
typedef struct bar {
    day_span days;
    event_status status;
    size_t lane;
} bar;

typedef struct sheet {
    arena *arena;
    chart *chart;
    int card_width;
    chart_card_list cards;
    scale_card *scale_cards;
    size_t *bar_of_card; /* index of a bar, where the date is a span */
    VECTOR(bar) bars;    /* by first day */
    size_t lanes;
    day_number last_day; /* that any date may mean */
    columns columns;
    int top; /* of the columns */
} sheet;

static void add_box(sheet *s, chart_box box) {
    chart_add_box(s->arena, s->chart, box);
}

static void add_stroke(sheet *s, chart_stroke_kind kind, double x0, double y0, double x1,
                       double y1) {
    chart_add_stroke(s->arena, s->chart, (chart_stroke){kind, x0, y0, x1, y1});
}

/* ---- Across a column ---------------------------------------------------------------------- */

static int lanes_width(const sheet *s) {
    return (int)s->lanes * LANE_WIDTH;
}

static int column_width(const sheet *s) {
    return MONTH_WIDTH + 2 * AXIS_GAP + lanes_width(s) + LEADER_WIDTH + DATE_WIDTH + SIGN_GAP +
           s->card_width;
}

static int column_x(const sheet *s, size_t column) {
    return CHART_MARGIN + (int)column * (column_width(s) + COLUMN_GAP);
}

static int axis_x(const sheet *s, size_t column) {
    return column_x(s, column) + MONTH_WIDTH + AXIS_GAP;
}

static int lane_x(const sheet *s, size_t column, size_t lane) {
    return axis_x(s, column) + AXIS_GAP + (int)lane * LANE_WIDTH;
}

static int date_x(const sheet *s, size_t column) {
    return axis_x(s, column) + AXIS_GAP + lanes_width(s) + LEADER_WIDTH;
}

static int card_x(const sheet *s, size_t column) {
    return date_x(s, column) + DATE_WIDTH + SIGN_GAP;
}

/* ---- Bars --------------------------------------------------------------------------------- */

static size_t find_or_add_bar(sheet *s, const entry *e) {
    day_span days = e->when.days;
    for (size_t i = s->bars.count; i-- > 0 && s->bars.items[i].days.first == days.first;)
        if (s->bars.items[i].days.last == days.last && s->bars.items[i].status == e->status)
            return i;
    *vector_push(&s->bars, s->arena) = (bar){.days = days, .status = e->status};
    return s->bars.count - 1;
}

/* Each bar gets the first lane that is free. */
static void assign_lanes(sheet *s) {
    day_number busy_until[MOST_LANES] = {NO_DAY};
    for (size_t i = 0; i < s->bars.count; i++) {
        bar *b = &s->bars.items[i];
        while (b->lane < MOST_LANES && busy_until[b->lane] >= b->days.first)
            b->lane++;
        if (b->lane == NO_LANE)
            continue;
        busy_until[b->lane] = b->days.last;
        s->lanes = b->lane + 1 > s->lanes ? b->lane + 1 : s->lanes;
    }
}

static void collect_bars(sheet *s, const timeline *t) {
    s->bar_of_card = ARENA_ARRAY(s->arena, size_t, t->entries.count);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        s->last_day = e->when.days.last > s->last_day ? e->when.days.last : s->last_day;
        if (chart_date_is_span(e->when))
            s->bar_of_card[i] = find_or_add_bar(s, e);
    }
    assign_lanes(s);
}

/* ---- Cards into columns ------------------------------------------------------------------- */

/* The axis shows a card's days as far as the next card does not begin before. */
static void make_cards(sheet *s, const timeline *t, int width) {
    s->card_width = width;
    s->cards = chart_cards(s->arena, t, width);
    s->scale_cards = ARENA_ARRAY(s->arena, scale_card, s->cards.count);
    day_number day = NO_DAY, next = LAST_DAY + 1;
    for (size_t i = s->cards.count; i-- > 0;) {
        day_span days = s->cards.items[i].entry->when.days;
        if (day != NO_DAY && days.first != day)
            next = day;
        day = days.first;
        s->scale_cards[i] = (scale_card){day, days.last < next ? days.last : next - 1,
                                         s->cards.items[i].height + CARD_GAP};
    }
}

static void place_cards(sheet *s, const timeline *t) {
    make_cards(s, t, WIDE_CARD);
    s->columns = columns_single(s->arena, s->scale_cards, s->cards.count);
    if (s->columns.height <= TALLEST_SINGLE)
        return;
    make_cards(s, t, NARROW_CARD);
    s->columns = columns_sheet(s->arena, s->scale_cards, s->cards.count,
                               column_width(s) + COLUMN_GAP, SHEET_RATIO);
}

/* ---- From days to heights ----------------------------------------------------------------- */

static double stretch_y(const sheet *s, const placed_stretch *p) {
    return s->top + p->top;
}

static double day_y(const sheet *s, const placed_stretch *p, day_number day) {
    return stretch_y(s, p) + scale_day(&p->scale, day);
}

static double axis_end(const sheet *s, const placed_stretch *p) {
    return day_y(s, p, p->scale.last_day + 1);
}

/* The stretch below in the same column, or NULL. */
static const placed_stretch *stretch_below(const sheet *s, const placed_stretch *p) {
    bool is_last = p + 1 == s->columns.stretches.items + s->columns.stretches.count;
    return is_last || p[1].column != p->column ? NULL : p + 1;
}

/* True where dates reach beyond the last card's day: the axis has a broken tail there. */
static bool has_tail(const sheet *s, const placed_stretch *p) {
    bool is_last = p + 1 == s->columns.stretches.items + s->columns.stretches.count;
    return is_last && s->last_day > p->scale.last_day;
}

static double stretch_bottom(const sheet *s, const placed_stretch *p) {
    return stretch_y(s, p) + p->scale.height + (has_tail(s, p) ? BREAK_HEIGHT : 0);
}

/* ---- Months and breaks -------------------------------------------------------------------- */

/* What was last written beside the axis of a column. */
typedef struct month_label {
    int year;
    int month;
    int bottom;
} month_label;

/* Ticks are so many months apart. */
static const int tick_steps[] = {1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
#define TICK_STEPS     (sizeof tick_steps / sizeof *tick_steps)
#define NEAREST_TICKS  18 /* points */
#define DAYS_OF_MONTH  30
#define MONTHS_OF_YEAR 12

static int tick_step(const scale_stretch *scale) {
    for (size_t i = 0; i < TICK_STEPS; i++)
        if (tick_steps[i] * DAYS_OF_MONTH * scale->day_length >= NEAREST_TICKS)
            return tick_steps[i];
    return tick_steps[TICK_STEPS - 1];
}

/* The first day after `day` at which a tick stands; NO_DAY beyond the years. */
static day_number next_tick(day_number day, int step) {
    civil_date date = civil_of(day);
    int month = date.year * MONTHS_OF_YEAR + date.month - 1;
    month += step - month % step;
    int year = month / MONTHS_OF_YEAR;
    return year > LAST_YEAR ? NO_DAY : day_of(year, month % MONTHS_OF_YEAR + 1, 1);
}

/* "Mar", the last word of "Fri 1 Mar". */
static slice month_name(arena *a, day_number day) {
    slice date = wording_of_date_in_year(a, (when){{day, day}, NO_MINUTE, GRANULARITY_DAY, false});
    size_t start = date.length;
    while (start > 0 && date.data[start - 1] != ' ')
        start--;
    return slice_range(date, start, date.length);
}

/* "Mar" and below it "2024", of which only what is new is said, if there is room. */
static void add_month(sheet *s, size_t column, day_number day, double y, int step,
                      month_label *last) {
    civil_date date = civil_of(day);
    bool new_year = date.year != last->year, has_months = step < MONTHS_OF_YEAR;
    bool is_new = new_year || (has_months && date.month != last->month);
    int top = (int)y - (chart_line_height(month_font) + 1) / 2;
    if (!is_new || top < last->bottom)
        return;
    chart_box box = {.kind = CHART_MONTH, .x = column_x(s, column), .y = top, .width = MONTH_WIDTH};
    slice year = arena_format(s->arena, "%d", date.year);
    if (has_months)
        chart_add_line(s->arena, &box, month_name(s->arena, day), month_font, CHART_INK);
    if (new_year && has_months)
        chart_add_line(s->arena, &box, year, small_font, CHART_GREY);
    else if (new_year)
        chart_add_line(s->arena, &box, year, month_font, CHART_INK);
    add_box(s, box);
    *last = (month_label){date.year, date.month, box.y + box.height};
}

/* The first day of a stretch is named at the height of its card's date. */
static void add_ticks(sheet *s, const placed_stretch *p, month_label *last) {
    int step = tick_step(&p->scale), x = axis_x(s, p->column);
    day_number day = p->scale.first_day;
    add_month(s, p->column, day, day_y(s, p, day) + LEADER_HEIGHT, step, last);
    while ((day = next_tick(day, step)) != NO_DAY && day <= p->scale.last_day) {
        double y = day_y(s, p, day);
        add_stroke(s, CHART_TICK, x - TICK_LENGTH, y, x, y);
        add_month(s, p->column, day, y, step, last);
    }
}

/* How much time is left out in a break that ends at `bottom`. */
static void add_gap(sheet *s, size_t column, double bottom, day_number from, day_number to) {
    chart_box box = {.kind = CHART_GAP, .x = date_x(s, column), .width = DATE_WIDTH};
    chart_add_line(s->arena, &box, chart_gap_text(s->arena, from, to), small_font, CHART_GREY);
    box.y = (int)(bottom - (BREAK_HEIGHT + CARD_GAP + box.height) / 2.0);
    add_box(s, box);
}

static void add_break(sheet *s, const placed_stretch *p, const placed_stretch *before) {
    double x = axis_x(s, p->column), top = stretch_y(s, p);
    double from = before->column == p->column ? axis_end(s, before) : top - p->lead;
    add_stroke(s, CHART_BREAK, x, from, x, top);
    if (p->scale.first_day > before->scale.last_day + 1)
        add_gap(s, p->column, top, before->scale.last_day, p->scale.first_day);
}

static void add_axis(sheet *s, const placed_stretch *p, const placed_stretch *before) {
    double x = axis_x(s, p->column), end = axis_end(s, p), bottom = stretch_bottom(s, p);
    add_stroke(s, CHART_AXIS, x, stretch_y(s, p), x, end);
    if (before && p->lead > 0)
        add_break(s, p, before);
    if (has_tail(s, p)) {
        add_stroke(s, CHART_BREAK, x, end, x, bottom);
        add_gap(s, p->column, bottom, p->scale.last_day, s->last_day);
    }
}

/* ---- Cards and what leads to them --------------------------------------------------------- */

/* A leader begins at the height at which it ends, or as near as the day or bar allows. */
static void add_leader(sheet *s, const placed_stretch *p, double x, double top, double bottom,
                       double card_y) {
    double end = card_y + LEADER_HEIGHT, inset = fmin(SMALLEST_MARK, bottom - top) / 2;
    double start = fmin(fmax(end, top + inset), bottom - inset);
    add_stroke(s, CHART_LEADER, x, start, date_x(s, p->column) - LEADER_GAP, end);
}

static void add_date(sheet *s, const placed_stretch *p, when w, bool with_year, int y) {
    chart_box box = {.kind = CHART_DATE,
                     .x = date_x(s, p->column),
                     .y = y + CARD_INSET_Y,
                     .width = DATE_WIDTH,
                     .lines = chart_date_lines(s->arena, w, with_year, DATE_WIDTH)};
    box.height = chart_lines_height(&box.lines);
    add_box(s, box);
}

/* The day of a card on the axis, with the leader from there. */
static void add_day(sheet *s, const placed_stretch *p, day_number day, int card_y) {
    double x = axis_x(s, p->column), y = day_y(s, p, day);
    double height = fmax(p->scale.day_length - 2, SMALLEST_MARK);
    add_box(s, (chart_box){.kind = CHART_DAY,
                           .x = (int)x - DAY_WIDTH / 2,
                           .y = (int)y,
                           .width = DAY_WIDTH,
                           .height = (int)height});
    add_leader(s, p, x, y, y + height, card_y);
}

/* The leader from the part of the bar that the stretch shows. */
static void add_bar_leader(sheet *s, const placed_stretch *p, const bar *b, int card_y) {
    day_number last = b->days.last < p->scale.last_day ? b->days.last : p->scale.last_day;
    add_leader(s, p, lane_x(s, p->column, b->lane) + CHART_BAR_WIDTH, day_y(s, p, b->days.first),
               day_y(s, p, last + 1), card_y);
}

/* The bar of a card that found no lane stands before its date. */
static void add_short_bar(sheet *s, const placed_stretch *p, const chart_card *card, int y) {
    add_box(s, (chart_box){.kind = CHART_BAR,
                           .status = card->entry->status,
                           .x = date_x(s, p->column) - LANE_WIDTH - LEADER_GAP,
                           .y = y,
                           .width = CHART_BAR_WIDTH,
                           .height = card->height});
}

static void add_card(sheet *s, const placed_stretch *p, const chart_card *card, int y) {
    int x = card_x(s, p->column);
    add_box(s, (chart_box){.kind = CHART_CARD,
                           .status = card->entry->status,
                           .x = x,
                           .y = y,
                           .width = s->card_width,
                           .height = card->height,
                           .lines = card->lines,
                           .card = card});
    add_box(s, (chart_box){.kind = CHART_SIGN,
                           .status = card->entry->status,
                           .x = x - CHART_SIGN_SIZE / 2,
                           .y = y + LEADER_HEIGHT - CHART_SIGN_SIZE / 2,
                           .width = CHART_SIGN_SIZE,
                           .height = CHART_SIGN_SIZE});
}

/* The bar of a card's date, or NULL where the day is known. */
static const bar *bar_of(const sheet *s, size_t index) {
    bool is_span = chart_date_is_span(s->cards.items[index].entry->when);
    return is_span ? &s->bars.items[s->bar_of_card[index]] : NULL;
}

/* True where the year is another than above; at the top of a column it stands beside the axis. */
static bool has_new_year(const sheet *s, const placed_stretch *p, size_t index) {
    bool at_top = p->top == p->lead && index == p->scale.first;
    const chart_card *card = &s->cards.items[index];
    return !at_top && civil_of(card[-1].entry->when.days.first).year !=
                          civil_of(card->entry->when.days.first).year;
}

/* The date of a card that does not share it with the one above, and the way to it. */
static void add_way(sheet *s, const placed_stretch *p, size_t index, int y) {
    const entry *e = s->cards.items[index].entry;
    const bar *b = bar_of(s, index);
    add_date(s, p, e->when, has_new_year(s, p, index), y);
    if (!b)
        add_day(s, p, e->when.days.first, y);
    else if (b->lane != NO_LANE)
        add_bar_leader(s, p, b, y);
}

static bool same_date(const entry *a, const entry *b) {
    return a->when.days.first == b->when.days.first && a->when.days.last == b->when.days.last &&
           a->when.approximate == b->when.approximate;
}

static void add_cards(sheet *s, const placed_stretch *p) {
    double *y = ARENA_ARRAY(s->arena, double, p->scale.count);
    scale_place(s->scale_cards, &p->scale, y);
    for (size_t i = 0; i < p->scale.count; i++) {
        size_t index = p->scale.first + i;
        const chart_card *card = &s->cards.items[index];
        int top = (int)(stretch_y(s, p) + y[i]);
        if (i == 0 || !same_date(card[-1].entry, card->entry))
            add_way(s, p, index, top);
        const bar *b = bar_of(s, index);
        if (b && b->lane == NO_LANE)
            add_short_bar(s, p, card, top);
        add_card(s, p, card, top);
    }
}

/* ---- Bars along the axis ------------------------------------------------------------------ */

/* How far down a stretch, with the broken axis below it, shows the bar. */
static double bar_end(const sheet *s, const bar *b, const placed_stretch *p) {
    const placed_stretch *below = stretch_below(s, p);
    if (b->days.last <= p->scale.last_day)
        return day_y(s, p, b->days.last + 1);
    if (below)
        return stretch_y(s, below) - below->lead / 2;
    return has_tail(s, p) ? stretch_bottom(s, p) : axis_end(s, p);
}

/* One box in each column that shows some of the days, from the stretch of the first on. */
static void add_bar(sheet *s, const bar *b, const placed_stretch *p) {
    const placed_stretch *end = s->columns.stretches.items + s->columns.stretches.count;
    while (p < end && p->scale.first_day <= b->days.last) {
        size_t column = p->column;
        double top = fmax(day_y(s, p, b->days.first), stretch_y(s, p)), bottom;
        do
            bottom = bar_end(s, b, p++);
        while (p < end && p->column == column && p->scale.first_day <= b->days.last);
        add_box(s, (chart_box){.kind = CHART_BAR,
                               .status = b->status,
                               .x = lane_x(s, column, b->lane),
                               .y = (int)top,
                               .width = CHART_BAR_WIDTH,
                               .height = (int)fmax(bottom - top - 1, SMALLEST_MARK)});
    }
}

static void add_bars(sheet *s) {
    const placed_stretch *p = s->columns.stretches.items;
    for (size_t i = 0; i < s->bars.count; i++) {
        const bar *b = &s->bars.items[i];
        while (p->scale.last_day < b->days.first)
            p++;
        if (b->lane != NO_LANE)
            add_bar(s, b, p);
    }
}

/* ---- The whole ---------------------------------------------------------------------------- */

static chart_contents contents_of(const sheet *s) {
    chart_contents contents = {.has_spans = s->bars.count > 0,
                               .has_breaks = s->columns.stretches.count > 1};
    for (size_t i = 0; i < s->cards.count; i++)
        contents.occurs[s->cards.items[i].entry->status] = true;
    if (contents.has_spans)
        contents.span_status = s->bars.items[0].status;
    return contents;
}

/* Returns its bottom. */
static int add_body(sheet *s) {
    month_label last = {0};
    double bottom = s->top;
    for (size_t i = 0; i < s->columns.stretches.count; i++) {
        const placed_stretch *p = &s->columns.stretches.items[i], *before = i ? p - 1 : NULL;
        if (before && before->column != p->column)
            last = (month_label){0};
        add_axis(s, p, before);
        add_ticks(s, p, &last);
        add_cards(s, p);
        bottom = fmax(bottom, stretch_bottom(s, p));
    }
    add_bars(s);
    return (int)ceil(bottom);
}

chart *chart_lay_out(arena *a, const timeline *t) {
    sheet s = {.arena = a, .chart = ARENA_NEW(a, chart)};
    s.chart->title = chart_text_clean(a, wording_of_title(t));
    s.chart->description = wording_of_contents(a, t);
    collect_bars(&s, t);
    place_cards(&s, t);
    int width = (int)s.columns.count * (column_width(&s) + COLUMN_GAP) - COLUMN_GAP;
    s.chart->width = width + 2 * CHART_MARGIN;
    chart_contents contents = contents_of(&s);
    s.top = chart_add_head(a, s.chart, &contents) + BODY_GAP;
    int bottom = add_body(&s);
    if (contents.has_breaks)
        bottom += BODY_GAP + chart_add_paragraph(a, s.chart, CHART_TEXT, SLICE(TEXT_FOOT),
                                                 small_font, CHART_GREY, bottom + BODY_GAP, width);
    s.chart->height = bottom + CHART_MARGIN;
    return s.chart;
}
