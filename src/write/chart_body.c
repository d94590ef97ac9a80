/* SPDX-License-Identifier: MIT */
#include "write/chart_body.h"

#include <math.h>

#define COUNT_LENGTH 3 /* of the bar of what is only counted: of each entry, at most */

/* ---- Cards and what leads to them --------------------------------------------------------- */

/* A curve that leaves the axis across, and arrives across. */
static void add_leader(sheet *s, size_t strip, double along, double across, double along_end,
                       double across_end) {
    double middle = (across + across_end) / 2;
    chart_add_stroke(
        s->arena, sheet_page(s, strip),
        (chart_stroke){CHART_LEADER_STROKE,
                       EVENT_HAPPENED,
                       {sheet_point(s, strip, along, across), sheet_point(s, strip, along, middle),
                        sheet_point(s, strip, along_end, middle),
                        sheet_point(s, strip, along_end, across_end)}});
}

/* Across, from the axis to where leaders end: before the date, or before the sign of the card. */
static int leader_reach(const sheet *s, size_t lane) {
    if (s->date_inside && !s->form.lying)
        return sheet_card_across(s, lane) - CHART_SIGN_SIZE / 2 - LEADER_GAP;
    return sheet_leader_end(s, lane) - LEADER_GAP;
}

/* A leader begins where it ends, or as near as the days from `start` to `end` allow. */
static void add_leader_from(sheet *s, const placed_stretch *p, size_t lane, double start,
                            double end, double across, double stack_at) {
    double inset = fmin(SMALLEST_MARK, end - start) / 2;
    double target = stack_at + (s->form.lying ? 0 : LEADER_END);
    double from = fmin(fmax(target, start + inset), end - inset);
    int axis = s->places[p->strip].axis[lane];
    add_leader(s, p->strip, from, axis + across, target, axis + leader_reach(s, lane));
}

/* The days of a card on the axis, as far as the stretch shows them; what is only counted has no
   date for a leader to go to. */
static void add_days(sheet *s, const placed_stretch *p, const chart_card *card, double stack_at) {
    day_number last = card->days.last < p->scale.last_day ? card->days.last : p->scale.last_day;
    double start = sheet_day(p, card->days.first);
    double length = fmax(sheet_day(p, last + 1) - start - 2, SMALLEST_MARK);
    int axis = s->places[p->strip].axis[card->lane];
    sheet_add_box(
        s, p->strip,
        sheet_box(s, p->strip, CHART_DAY, start, axis - DAY_WIDTH / 2, length, DAY_WIDTH));
    if (card->entry)
        add_leader_from(s, p, card->lane, start, start + length, 0, stack_at);
}

/* The leader from the part of the bar that the stretch shows. */
static void add_bar_leader(sheet *s, const placed_stretch *p, const chart_bar *bar,
                           double stack_at) {
    day_number last = bar->days.last < p->scale.last_day ? bar->days.last : p->scale.last_day;
    double across = AXIS_GAP + (double)bar->row * ROW_WIDTH + CHART_BAR_WIDTH;
    add_leader_from(s, p, bar->lane, sheet_day(p, bar->days.first), sheet_day(p, last + 1), across,
                    stack_at);
}

/* The bar of a card that found no row stands before its rule. */
static void add_short_bar(sheet *s, size_t strip, const chart_card *card, const chart_box *box) {
    sheet_add_box(s, strip,
                  (chart_box){.kind = CHART_BAR,
                              .status = card->status,
                              .x = box->x - SIGN_ROOM,
                              .y = box->y,
                              .width = CHART_BAR_WIDTH,
                              .height = box->height});
}

/* True where the year is another than that of the card above; at the start of a strip it stands
   beside the axis. */
static bool has_new_year(const chart_card *above, const chart_card *card) {
    return above && civil_of(above->days.first).year != civil_of(card->days.first).year;
}

static void add_date(sheet *s, size_t strip, const chart_card *card, bool with_year,
                     const chart_box *box) {
    chart_box date = {.kind = CHART_DATE,
                      .x = box->x - SIGN_ROOM - DATE_WIDTH,
                      .y = box->y + CARD_INSET_Y,
                      .width = DATE_WIDTH,
                      .lines = chart_date_lines(s->arena, card->when, with_year, DATE_WIDTH)};
    date.height = chart_lines_height(&date.lines);
    sheet_add_box(s, strip, date);
}

/* A bar of what is only counted, in the colours of its status, before its number. */
static void add_counts(sheet *s, size_t strip, const chart_card *card, chart_box box) {
    int most = box.width / COUNT_SHARE, x = box.x;
    int length = (int)card->counted * COUNT_LENGTH;
    length = length < most ? length : most;
    for (event_status status = 0; status < STATUS_KINDS; status++) {
        int width = (int)(card->counts[status] * (size_t)length / card->counted);
        if (width)
            sheet_add_box(s, strip,
                          (chart_box){.kind = CHART_COUNT,
                                      .status = status,
                                      .x = x,
                                      .y = box.y + LEADER_END - CHART_BAR_WIDTH / 2 - 2,
                                      .width = width,
                                      .height = CHART_BAR_WIDTH});
        x += width;
    }
    box.width -= x - box.x;
    box.x = x;
    sheet_add_box(s, strip, box);
}

static void add_card(sheet *s, size_t strip, chart_box box) {
    int middle = box.y + LEADER_END, size = chart_sign_size(chart_source_class(box.card->entry));
    double end = box.y + box.height;
    chart_point top = {box.x, middle}, bottom = {box.x, fmax(end, middle)};
    chart_add_straight(s->arena, sheet_page(s, strip), CHART_RULE_STROKE, box.status, top, bottom);
    sheet_add_box(s, strip, box);
    sheet_add_box(s, strip,
                  (chart_box){.kind = CHART_SIGN,
                              .status = box.status,
                              .x = box.x - size / 2,
                              .y = middle - size / 2,
                              .width = size,
                              .height = size});
}

static bool same_date(const chart_card *a, const chart_card *b) {
    return a->days.first == b->days.first && a->days.last == b->days.last &&
           a->when.approximate == b->when.approximate;
}

/* The way to a card that does not share its date with the one before it. */
static void add_way(sheet *s, const placed_stretch *p, size_t index, const chart_card *before,
                    double stack_at, const chart_box *box) {
    const chart_card *card = &s->cards.items[index];
    const chart_bar *bar = sheet_bar_of(s, index);
    if (!s->date_inside && card->entry)
        add_date(s, p->strip, card, has_new_year(before, card), box);
    if (!bar)
        add_days(s, p, card, stack_at);
    else if (bar->row != NO_ROW)
        add_bar_leader(s, p, bar, stack_at);
}

/* A card, whose top left corner is given, and the way to it where it does not share its date with
   the one before it. */
static void add_card_of_stack(sheet *s, const placed_stretch *p, size_t index, double stack_at,
                              chart_point corner, const chart_card *before) {
    const chart_card *card = &s->cards.items[index];
    const chart_bar *bar = sheet_bar_of(s, index);
    chart_box box = {.kind = CHART_CARD,
                     .status = card->status,
                     .x = (int)corner.x,
                     .y = (int)corner.y,
                     .width = s->card_width,
                     .height = card->height,
                     .lines = card->lines,
                     .card = card};
    if (!before || !same_date(before, card))
        add_way(s, p, index, before, stack_at, &box);
    if (bar && bar->row == NO_ROW)
        add_short_bar(s, p->strip, card, &box);
    if (card->entry)
        add_card(s, p->strip, box);
    else
        add_counts(s, p->strip, card, box);
    s->spots[index] =
        (chart_spot){p->strip, {box.x, box.y + LEADER_END}, sheet_day(p, card->days.first)};
}

/* From where leaders meet above a stack to the sign of its first card. */
static void add_stem(sheet *s, size_t strip, const chart_card *card, chart_point corner) {
    if (s->form.lying && card->entry)
        chart_add_straight(s->arena, sheet_page(s, strip), CHART_LEADER_STROKE, EVENT_HAPPENED,
                           (chart_point){corner.x, corner.y - LEADER_GAP},
                           (chart_point){corner.x, corner.y + LEADER_END});
}

/* The cards of a stack that stands at `at`; returns the one that told a date last. Each stack of a
   lying chart tells its dates anew. */
static const chart_card *add_stack(sheet *s, const placed_stretch *p, const chart_stack *stack,
                                   double at, const chart_card *before) {
    const chart_card *first = &s->cards.items[stack->cards.items[0]];
    int across = s->places[p->strip].axis[first->lane] + sheet_card_across(s, first->lane);
    chart_point corner = sheet_point(s, p->strip, at, across);
    if (s->form.lying)
        before = NULL;
    add_stem(s, p->strip, first, corner);
    for (size_t i = 0; i < stack->cards.count; i++) {
        const chart_card *card = &s->cards.items[stack->cards.items[i]];
        add_card_of_stack(s, p, stack->cards.items[i], at, corner, before);
        corner.y += card->height + CARD_GAP;
        if (card->entry || !before || card->days.last > before->days.first)
            before = card;
    }
    return before;
}

static void add_stacks(sheet *s, const placed_stretch *p, const chart_card *before[MOST_LANES]) {
    double *at = ARENA_ARRAY(s->arena, double, p->scale.count);
    scale_place(&s->scale, &p->scale, at);
    for (size_t i = 0; i < p->scale.count; i++) {
        const chart_stack *stack = &s->stacks.items[p->scale.first + i];
        const chart_card **last = &before[s->cards.items[stack->cards.items[0]].lane];
        *last = add_stack(s, p, stack, p->start + at[i], *last);
    }
}

static void add_all_stacks(sheet *s) {
    const chart_card *before[MOST_LANES] = {NULL};
    s->spots = ARENA_ARRAY(s->arena, chart_spot, s->cards.count);
    for (size_t i = 0; i < s->strips.stretches.count; i++) {
        const placed_stretch *p = &s->strips.stretches.items[i];
        if (i && p[-1].strip != p->strip)
            memset(before, 0, sizeof before);
        add_stacks(s, p, before);
    }
}

/* ---- Names of lanes ----------------------------------------------------------------------- */

#define MOST_NAME_LINES 2

static const chart_font lane_font = {11, true, false};

static void add_lane_name(sheet *s, size_t strip, size_t lane) {
    const chart_strip *place = &s->places[strip];
    int width =
        s->form.lying ? LANE_LABEL - 2 * AXIS_GAP : sheet_lane_thickness(s, lane, s->card_width);
    chart_box box = {.kind = CHART_LANE, .width = width};
    slice_list lines =
        chart_text_wrap(s->arena, s->lanes.names[lane], lane_font, width, MOST_NAME_LINES);
    for (size_t i = 0; i < lines.count; i++)
        chart_add_line(s->arena, &box, lines.items[i], lane_font, CHART_BLACK);
    box.x = s->form.lying ? place->x - LANE_LABEL : place->x + place->axis[lane] - DAY_WIDTH / 2;
    box.y = s->form.lying ? place->y + place->axis[lane] - chart_line_height(lane_font) / 2
                          : place->y - LANE_NAME;
    sheet_add_box(s, strip, box);
}

static void add_lane_names(sheet *s) {
    for (size_t strip = 0; s->lanes.count > 1 && strip < s->strips.count; strip++)
        for (size_t lane = 0; lane < s->lanes.count; lane++)
            add_lane_name(s, strip, lane);
}

void chart_add_body(sheet *s) {
    add_lane_names(s);
    add_all_stacks(s);
}
