/* SPDX-License-Identifier: MIT */
#include "write/chart_sheet.h"

#include <math.h>

/* ---- Across a strip ----------------------------------------------------------------------- */

int sheet_leader_end(const sheet *s, size_t lane) {
    return AXIS_GAP + (int)s->rows[lane] * ROW_WIDTH + LEADER_LENGTH;
}

int sheet_card_across(const sheet *s, size_t lane) {
    int end = sheet_leader_end(s, lane);
    if (s->form.lying)
        return end;
    return end + (s->date_inside ? 0 : DATE_WIDTH) + SIGN_ROOM;
}

int sheet_lane_thickness(const sheet *s, size_t lane, int depth) {
    int links = s->has_links && !s->form.lying ? LINK_ROOM : 0;
    return sheet_card_across(s, lane) + depth + links;
}

int sheet_links_height(const sheet *s) {
    return s->form.lying && s->has_links ? LINK_HEIGHT : 0;
}

int sheet_months_room(const sheet *s) {
    if (!s->form.lying)
        return MONTHS_WIDTH;
    return MONTHS_HEIGHT + GAP_HEIGHT + sheet_links_height(s);
}

int sheet_strip_thickness(const sheet *s, int depth) {
    int thickness = sheet_months_room(s) + ((int)s->lanes.count - 1) * LANE_GAP;
    for (size_t lane = 0; lane < s->lanes.count; lane++)
        thickness += sheet_lane_thickness(s, lane, depth);
    return thickness;
}

/* ---- From a strip to its page ------------------------------------------------------------- */

chart_point sheet_point(const sheet *s, size_t strip, double along, double across) {
    const chart_strip *place = &s->places[strip];
    return s->form.lying ? (chart_point){place->x + along, place->y + across}
                         : (chart_point){place->x + across, place->y + along};
}

chart_box sheet_box(const sheet *s, size_t strip, chart_box_kind kind, double along, double across,
                    double length, double thickness) {
    chart_point corner = sheet_point(s, strip, along, across);
    bool lying = s->form.lying;
    return (chart_box){.kind = kind,
                       .x = (int)corner.x,
                       .y = (int)corner.y,
                       .width = (int)(lying ? length : thickness),
                       .height = (int)(lying ? thickness : length)};
}

void sheet_add_box(sheet *s, size_t strip, chart_box box) {
    chart_add_box(s->arena, sheet_page(s, strip), box);
}

void sheet_add_straight(sheet *s, size_t strip, chart_stroke_kind kind, double along, double across,
                        double along_end, double across_end) {
    chart_add_straight(s->arena, sheet_page(s, strip), kind, EVENT_HAPPENED,
                       sheet_point(s, strip, along, across),
                       sheet_point(s, strip, along_end, across_end));
}

/* ---- Along a strip ------------------------------------------------------------------------ */

bool sheet_has_tail(const sheet *s, const placed_stretch *p) {
    bool is_last = p + 1 == s->strips.stretches.items + s->strips.stretches.count;
    return is_last && s->last_day > p->scale.last_day;
}

/* ---- Bars --------------------------------------------------------------------------------- */

const chart_bar *sheet_bar_of(const sheet *s, size_t card) {
    const chart_card *c = &s->cards.items[card];
    return c->entry && chart_date_is_span(c->when) ? &s->bars.items[s->bar_of_card[card]] : NULL;
}

static size_t find_or_add_bar(sheet *s, const chart_card *card) {
    day_span days = card->days;
    for (size_t i = s->bars.count; i-- > 0 && s->bars.items[i].days.first == days.first;) {
        const chart_bar *bar = &s->bars.items[i];
        if (bar->days.last == days.last && bar->status == card->status && bar->lane == card->lane)
            return i;
    }
    *vector_push(&s->bars, s->arena) =
        (chart_bar){.days = days, .status = card->status, .lane = card->lane};
    return s->bars.count - 1;
}

/* Each bar gets the first row of its lane that is free. */
static void assign_rows(sheet *s) {
    day_number busy_until[MOST_LANES][MOST_ROWS] = {{NO_DAY}};
    for (size_t i = 0; i < s->bars.count; i++) {
        chart_bar *bar = &s->bars.items[i];
        day_number *busy = busy_until[bar->lane];
        while (bar->row < MOST_ROWS && busy[bar->row] >= bar->days.first)
            bar->row++;
        if (bar->row == NO_ROW)
            continue;
        busy[bar->row] = bar->days.last;
        if (bar->row + 1 > s->rows[bar->lane])
            s->rows[bar->lane] = bar->row + 1;
    }
}

static void collect_bars(sheet *s) {
    s->bar_of_card = ARENA_ARRAY(s->arena, size_t, s->cards.count);
    s->bars.count = 0;
    memset(s->rows, 0, sizeof s->rows);
    for (size_t i = 0; i < s->cards.count; i++) {
        const chart_card *card = &s->cards.items[i];
        if (card->days.last > s->last_day)
            s->last_day = card->days.last;
        if (card->entry && chart_date_is_span(card->when))
            s->bar_of_card[i] = find_or_add_bar(s, card);
    }
    assign_rows(s);
}

/* ---- Cards ----------------------------------------------------------------------------------- */

void sheet_make_cards(sheet *s, int width, int most_height) {
    card_form form = {width, most_height, s->date_inside, &s->lanes, &s->choice};
    s->card_width = width;
    s->cards = chart_cards(s->arena, s->timeline, &form);
    s->has_links = false;
    for (size_t i = 0; i < s->cards.count; i++)
        s->has_links |= s->cards.items[i].anchor != NO_CARD;
    collect_bars(s);
}

/* ---- Stacks ------------------------------------------------------------------------------- */

/* A stack takes no card so many days behind the one before it. */
#define FARTHEST_TOGETHER 4

static bool joins(const sheet *s, const chart_stack *stack, const chart_card *card) {
    size_t last = stack->cards.items[stack->cards.count - 1];
    return s->form.lying && stack->height + CARD_GAP + card->height <= s->stack_height &&
           card->days.first - s->cards.items[last].days.first <= FARTHEST_TOGETHER;
}

static bool same_date(const chart_card *a, const chart_card *b) {
    return when_compare(a->when, b->when) == 0 && a->when.approximate == b->when.approximate;
}

/* In a stack a date is said once. */
static void add_to_stack(sheet *s, chart_stack *stack, size_t index) {
    chart_card *card = &s->cards.items[index];
    if (stack->cards.count && card->entry) {
        const chart_card *last = &s->cards.items[stack->cards.items[stack->cards.count - 1]];
        if (last->entry && same_date(last, card))
            chart_drop_date(card);
    }
    *vector_push(&stack->cards, s->arena) = index;
    stack->height += CARD_GAP + card->height;
}

/* In order of their first cards. */
static void stack_cards(sheet *s) {
    size_t open[MOST_LANES]; /* the lane's last stack */
    for (size_t lane = 0; lane < MOST_LANES; lane++)
        open[lane] = SIZE_MAX;
    s->stacks.count = 0;
    for (size_t i = 0; i < s->cards.count; i++) {
        const chart_card *card = &s->cards.items[i];
        size_t *last = &open[card->lane];
        if (*last == SIZE_MAX || !joins(s, &s->stacks.items[*last], card)) {
            *last = s->stacks.count;
            *vector_push(&s->stacks, s->arena) = (chart_stack){.height = -CARD_GAP};
        }
        add_to_stack(s, &s->stacks.items[*last], i);
    }
}

static day_number first_day(const sheet *s, size_t stack) {
    return s->cards.items[s->stacks.items[stack].cards.items[0]].days.first;
}

/* The axis shows the days of a stack's last card as far as no later stack begins before. */
static day_number last_day_shown(const sheet *s, size_t stack) {
    const index_list *cards = &s->stacks.items[stack].cards;
    day_span days = s->cards.items[cards->items[cards->count - 1]].days;
    for (size_t i = stack + 1; i < s->stacks.count; i++) {
        day_number next = first_day(s, i);
        if (next > days.last)
            break;
        if (next > days.first)
            return next - 1;
    }
    return days.last;
}

void sheet_make_stacks(sheet *s) {
    stack_cards(s);
    scale_stack *items = ARENA_ARRAY(s->arena, scale_stack, s->stacks.count);
    for (size_t i = 0; i < s->stacks.count; i++) {
        const chart_stack *stack = &s->stacks.items[i];
        items[i] = (scale_stack){.day = first_day(s, i),
                                 .until = last_day_shown(s, i),
                                 .length = s->form.lying ? s->card_width + STACK_GAP
                                                         : stack->height + CARD_GAP,
                                 .lane = s->cards.items[stack->cards.items[0]].lane};
    }
    double farthest = s->form.lying ? s->card_width : 84;
    s->scale = (scale_stacks){items, s->stacks.count, farthest};
    s->stretches = scale_stretches(s->arena, &s->scale);
}
