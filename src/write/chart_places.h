/* SPDX-License-Identifier: MIT */
/* Where strips stand on a sheet or on pages. */
#ifndef WRITE_CHART_PLACES_H
#define WRITE_CHART_PLACES_H

#include "write/chart_sheet.h"

#define BODY_GAP  22 /* between head and strips, and before the foot */
#define STRIP_GAP 24

/* The height of head and foot of the first page, with the space between them and the strips. */
typedef struct page_room {
    int head;
    int foot;
} page_room;

/* How far before its first point a strip begins with the names of its lanes: along, upright, and
   across, lying. */
int chart_lane_names_room(const sheet *s);
/* Where strips begin below the top of a page. */
int chart_strips_top(const sheet *s, size_t page, const page_room *room);

/* Finds out how thick each strip is and where the axes of its lanes are. */
void chart_measure_strips(sheet *s);
/* Then places them: columns side by side, `on_page` of them; rows below each other, down to
   `bottom` of each page. */
void chart_place_columns(sheet *s, const page_room *room, size_t on_page);
void chart_place_rows(sheet *s, const page_room *room, int bottom);

#endif
