/* SPDX-License-Identifier: MIT */
#include "write/chart_places.h"

int chart_lane_names_room(const sheet *s) {
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

int chart_strips_top(const sheet *s, size_t page, const page_room *room) {
    return (page ? CHART_MARGIN : room->head) + (s->form.lying ? 0 : chart_lane_names_room(s));
}

void chart_place_columns(sheet *s, const page_room *room, size_t on_page) {
    for (size_t i = 0; i < s->strips.count; i++) {
        chart_strip *place = &s->places[i];
        place->page = i / on_page;
        place->x = CHART_MARGIN + (int)(i % on_page) * (place->thickness + STRIP_GAP);
        place->y = chart_strips_top(s, place->page, room);
    }
}

void chart_place_rows(sheet *s, const page_room *room, int bottom) {
    size_t page = 0;
    int y = chart_strips_top(s, page, room);
    for (size_t i = 0; i < s->strips.count; i++) {
        chart_strip *place = &s->places[i];
        int limit = page ? bottom : bottom - room->foot;
        if (y + place->thickness > limit && (page == 0 || y > chart_strips_top(s, page, room)))
            y = chart_strips_top(s, ++page, room);
        place->page = page;
        place->x = CHART_MARGIN + chart_lane_names_room(s);
        place->y = y;
        y += place->thickness + STRIP_GAP;
    }
}

void chart_measure_strips(sheet *s) {
    s->places = ARENA_ARRAY(s->arena, chart_strip, s->strips.count);
    for (size_t i = 0; i < s->strips.count; i++)
        measure_strip(s, i);
}
