/* SPDX-License-Identifier: MIT */
#include "write/chart_axis.h"

#include "write/chart_wording.h"

#include <math.h>

static const chart_font gap_font = {9, false, false};
static const chart_font month_font = {10, false, false};
static const chart_font year_font = {13, true, false};

#define LONGEST_GAP_TEXT 28.0 /* half of it */
#define SLASH_LENGTH     5.0  /* half of it, across */
#define SLASH_SLOPE      2.0
#define SLASH_GAP        2.0 /* half of it, along */

/* The same for the axes of all lanes of a strip. */
static int axis_of(const sheet *s, const placed_stretch *p, size_t lane) {
    return s->places[p->strip].axis[lane];
}

/* ---- Months and years --------------------------------------------------------------------- */

/* What was last written beside the axis of a strip. */
typedef struct month_label {
    int year;
    int month;
    double end;
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

/* "2024" and below it "Mar", of which only what is new is said. */
static chart_box month_box(const sheet *s, day_number day, bool has_year, bool has_month) {
    chart_box box = {
        .kind = CHART_MONTH, .width = MONTHS_WIDTH - AXIS_GAP, .right = !s->form.lying};
    if (has_year)
        chart_add_line(s->arena, &box, arena_format(s->arena, "%d", civil_of(day).year), year_font,
                       CHART_BLACK);
    if (has_month)
        chart_add_line(s->arena, &box, chart_month_text(s->arena, day), month_font, CHART_BLACK);
    return box;
}

/* True where a label has no room any more before what is said of the break behind the stretch. */
static bool meets_gap(const sheet *s, const placed_stretch *p, double end) {
    double stretch_end = p->start + p->scale.length;
    return s->form.lying && end > stretch_end + BREAK_LENGTH - 2 * LONGEST_GAP_TEXT;
}

/* Beside the tick at `along`, if there is room. */
static void add_month(sheet *s, const placed_stretch *p, day_number day, double along, int step,
                      month_label *last) {
    civil_date date = civil_of(day);
    bool has_year = date.year != last->year, has_month = step < MONTHS_OF_YEAR;
    if (!has_year && (!has_month || date.month == last->month))
        return;
    chart_box box = month_box(s, day, has_year, has_month);
    if (!s->form.lying)
        along -= chart_line_height(box.lines.items[0].font) / 2.0;
    bool is_first = day == p->scale.first_day;
    if (along < last->end || (!is_first && meets_gap(s, p, along + box.width)))
        return;
    int axis = axis_of(s, p, 0);
    chart_point at = s->form.lying
                         ? sheet_point(s, p->strip, along,
                                       axis - GAP_HEIGHT + 4 - sheet_links_height(s) - box.height)
                         : sheet_point(s, p->strip, along, axis - AXIS_GAP - box.width);
    box.x = (int)at.x;
    box.y = (int)at.y;
    sheet_add_box(s, p->strip, box);
    *last =
        (month_label){date.year, date.month, along + 2 + (s->form.lying ? box.width : box.height)};
}

static void add_tick(sheet *s, const placed_stretch *p, double along) {
    for (size_t lane = 0; lane < s->lanes.count; lane++) {
        int axis = axis_of(s, p, lane);
        sheet_add_straight(s, p->strip, CHART_TICK_STROKE, along, axis - TICK_LENGTH, along, axis);
    }
}

/* The first day of a stretch is named at the height of its card's date. */
static void add_ticks(sheet *s, const placed_stretch *p, month_label *last) {
    int step = tick_step(&p->scale);
    day_number day = p->scale.first_day;
    add_month(s, p, day, sheet_day(p, day) + (s->form.lying ? 0 : LEADER_END), step, last);
    while ((day = next_tick(day, step)) != NO_DAY && day <= p->scale.last_day) {
        add_tick(s, p, sheet_day(p, day));
        add_month(s, p, day, sheet_day(p, day), step, last);
    }
}

/* ---- The axis and its breaks -------------------------------------------------------------- */

/* How much time is left out, beside the middle of the break. */
static void add_gap(sheet *s, const placed_stretch *p, double middle, day_number from,
                    day_number to) {
    slice text = chart_gap_text(s->arena, from, to);
    chart_box box = {.kind = CHART_GAP, .width = (int)ceil(chart_text_width(text, gap_font))};
    chart_add_line(s->arena, &box, text, gap_font, CHART_GREY);
    int axis = axis_of(s, p, 0);
    chart_point at = s->form.lying ? sheet_point(s, p->strip, middle - box.width / 2.0,
                                                 axis - GAP_HEIGHT - 3 - sheet_links_height(s))
                                   : sheet_point(s, p->strip, middle - box.height / 2.0,
                                                 axis + sheet_leader_end(s, 0));
    box.x = (int)at.x;
    box.y = (int)at.y;
    sheet_add_box(s, p->strip, box);
}

static void add_slashes(sheet *s, const placed_stretch *p, double middle, int axis) {
    for (double side = -SLASH_GAP; side <= SLASH_GAP; side += 2 * SLASH_GAP)
        sheet_add_straight(s, p->strip, CHART_SLASH_STROKE, middle + side + SLASH_SLOPE,
                           axis - SLASH_LENGTH, middle + side - SLASH_SLOPE, axis + SLASH_LENGTH);
}

/* The broken axis from `start` to `end`, in which time from one day to another is left out. */
static void add_break(sheet *s, const placed_stretch *p, double start, double end, day_number from,
                      day_number to) {
    bool is_left_out = to > from + 1;
    double middle = end - (BREAK_LENGTH + CARD_GAP) / 2.0; /* cards may reach beyond the axis */
    for (size_t lane = 0; lane < s->lanes.count; lane++) {
        int axis = axis_of(s, p, lane);
        sheet_add_straight(s, p->strip, CHART_BREAK_STROKE, start, axis, end, axis);
        if (is_left_out)
            add_slashes(s, p, middle, axis);
    }
    if (is_left_out)
        add_gap(s, p, middle, from, to);
}

static void add_axis(sheet *s, const placed_stretch *p, const placed_stretch *before) {
    double end = sheet_axis_end(p);
    for (size_t lane = 0; lane < s->lanes.count; lane++) {
        int axis = axis_of(s, p, lane);
        sheet_add_straight(s, p->strip, CHART_AXIS_STROKE, p->start, axis, end, axis);
    }
    if (before && p->lead > 0) {
        double start = before->strip == p->strip ? sheet_axis_end(before) : 0;
        add_break(s, p, start, p->start, before->scale.last_day, p->scale.first_day);
    }
    if (sheet_has_tail(s, p))
        add_break(s, p, end, p->start + p->scale.length + BREAK_LENGTH, p->scale.last_day,
                  s->last_day);
}

void chart_add_axes(sheet *s) {
    month_label last = {0};
    for (size_t i = 0; i < s->strips.stretches.count; i++) {
        const placed_stretch *p = &s->strips.stretches.items[i], *before = i ? p - 1 : NULL;
        if (before && before->strip != p->strip)
            last = (month_label){0};
        add_axis(s, p, before);
        add_ticks(s, p, &last);
    }
}

/* ---- Bars along the axis ------------------------------------------------------------------ */

/* How far along a stretch, with the broken axis behind it, the bar is shown. */
static double bar_end(const sheet *s, const chart_bar *bar, const placed_stretch *p) {
    bool is_last = p + 1 == s->strips.stretches.items + s->strips.stretches.count;
    if (bar->days.last <= p->scale.last_day)
        return sheet_day(p, bar->days.last + 1);
    if (!is_last && p[1].strip == p->strip)
        return p[1].start - p[1].lead / 2;
    return sheet_has_tail(s, p) ? p->start + p->scale.length + BREAK_LENGTH : sheet_axis_end(p);
}

/* One box in each strip that shows some of the days, from the stretch of the first on. */
static void add_bar(sheet *s, const chart_bar *bar, const placed_stretch *p) {
    const placed_stretch *end = s->strips.stretches.items + s->strips.stretches.count;
    while (p < end && p->scale.first_day <= bar->days.last) {
        size_t strip = p->strip;
        int across = axis_of(s, p, bar->lane) + AXIS_GAP + (int)bar->row * ROW_WIDTH;
        double start = fmax(sheet_day(p, bar->days.first), p->start), stop;
        do
            stop = bar_end(s, bar, p++);
        while (p < end && p->strip == strip && p->scale.first_day <= bar->days.last);
        chart_box box = sheet_box(s, strip, CHART_BAR, start, across,
                                  fmax(stop - start - 1, SMALLEST_MARK), CHART_BAR_WIDTH);
        box.status = bar->status;
        sheet_add_box(s, strip, box);
    }
}

void chart_add_bars(sheet *s) {
    const placed_stretch *p = s->strips.stretches.items;
    for (size_t i = 0; i < s->bars.count; i++) {
        while (p->scale.last_day < s->bars.items[i].days.first)
            p++;
        if (s->bars.items[i].row != NO_ROW)
            add_bar(s, &s->bars.items[i], p);
    }
}
