/* SPDX-License-Identifier: MIT */
#include "write/chart_links.h"

#include <math.h>

#define LONGEST_LINK 420 /* what is farther apart is told in words alone */

/* Where the text of a card's first line ends, and where the curve begins. */
static void add_link_end(sheet *s, const chart_card *card, const chart_spot *spot,
                         chart_point curve) {
    const chart_line *line = &card->lines.items[0];
    double text = spot->sign.x + CARD_INSET_X + chart_text_width(line->text, line->font);
    if (text + AXIS_GAP < curve.x)
        chart_add_straight(s->arena, sheet_page(s, spot->strip), CHART_LINK_STROKE, card->status,
                           (chart_point){text + AXIS_GAP, curve.y}, curve);
}

/* Lying, the curve is above the axis, from day to day. */
static void add_link_of_days(sheet *s, size_t from, size_t to) {
    size_t strip = s->spots[from].strip;
    double axis = s->places[strip].axis[s->cards.items[from].lane] - TICK_LENGTH;
    double start = s->spots[from].day, end = s->spots[to].day;
    chart_add_stroke(s->arena, sheet_page(s, strip),
                     (chart_stroke){CHART_LINK_STROKE,
                                    EVENT_HAPPENED,
                                    {sheet_point(s, strip, start, axis),
                                     sheet_point(s, strip, start, axis - LINK_HEIGHT),
                                     sheet_point(s, strip, end, axis - LINK_HEIGHT),
                                     sheet_point(s, strip, end, axis)}});
}

/* Upright, it is at the right of the cards. */
static void add_link_of_cards(sheet *s, size_t from, size_t to) {
    chart_point start = s->spots[from].sign, end = s->spots[to].sign;
    start.x = end.x = start.x + s->card_width;
    chart_point bend = {start.x + LINK_ROOM, start.y}, back = {end.x + LINK_ROOM, end.y};
    add_link_end(s, &s->cards.items[from], &s->spots[from], start);
    chart_add_stroke(s->arena, sheet_page(s, s->spots[from].strip),
                     (chart_stroke){CHART_LINK_STROKE, EVENT_HAPPENED, {start, bend, back, end}});
    add_link_end(s, &s->cards.items[to], &s->spots[to], end);
}

void chart_add_links(sheet *s) {
    for (size_t i = 0; i < s->cards.count; i++) {
        const chart_card *card = &s->cards.items[i];
        if (card->anchor == NO_CARD)
            continue;
        const chart_spot *from = &s->spots[i], *to = &s->spots[card->anchor];
        if (from->strip != to->strip || card->lane != s->cards.items[card->anchor].lane)
            continue;
        if (s->form.lying && fabs(from->day - to->day) <= LONGEST_LINK)
            add_link_of_days(s, i, card->anchor);
        if (!s->form.lying && fabs(from->sign.y - to->sign.y) <= LONGEST_LINK)
            add_link_of_cards(s, i, card->anchor);
    }
}
