/* SPDX-License-Identifier: MIT */
/* What the chart says of each entry, in lines, and how its status looks. */
#ifndef WRITE_CHART_CARD_H
#define WRITE_CHART_CARD_H

#include "timeline/timeline.h"
#include "write/chart_text.h"

/* Inks, as Graphviz and SVG write colours. */
#define CHART_INK   "#1b2430"
#define CHART_GREY  "#5c6773"
#define CHART_AXLE  "#5f7183"
#define CHART_FAINT "#aab4bf"
#define CHART_PAPER "#ffffff"

/* A status has a colour and, for eyes and printers without colours, an outline and a sign. */
typedef struct chart_look {
    const char *colour;  /* of sign and kicker: 4.5 to 1 on the tint */
    const char *outline; /* of the card */
    const char *tint;    /* of the card */
    const char *bar;     /* inside of the bar of an uncertain date */
    const char *style;   /* Graphviz's style of the outline */
    const char *sign;    /* Graphviz's shape of the sign at the card */
    bool hollow;         /* the sign */
} chart_look;

const chart_look *chart_look_of(event_status status);

typedef struct chart_line {
    slice text; /* cleaned */
    chart_font font;
    const char *colour;
    bool struck; /* through */
} chart_line;

typedef VECTOR(chart_line) chart_line_list;

/* The height of a line with the space around it. */
int chart_line_height(chart_font font);
int chart_lines_height(const chart_line_list *lines);

/* Space between the outline of a card and its text. */
#define CARD_INSET_X 12
#define CARD_INSET_Y 6

typedef struct chart_card {
    const entry *entry;
    chart_line_list lines;
    int height;
    slice link;    /* to the best source that has one; "" if none */
    slice tooltip; /* its words, and whose they are */
} chart_card;

typedef VECTOR(chart_card) chart_card_list;

/* True where the day is not known, or there are several: such a date is drawn as a bar. */
static inline bool chart_date_is_span(when w) {
    return w.days.first != w.days.last || w.approximate;
}

/* The cards of all entries, in their order, for cards of that width. */
chart_card_list chart_cards(arena *a, const timeline *t, int width);

/*
 * The date beside a card, in lines of at most that width: "22 Mar" and "Fri", "early March". The
 * year of its first day is said only where asked for: "22 Mar" and "Fri 2024".
 */
chart_line_list chart_date_lines(arena *a, when w, bool with_year, int width);

/* How much time lies between two days: "12 days", "7 months", "3 years". */
slice chart_gap_text(arena *a, day_number from, day_number to);

#endif
