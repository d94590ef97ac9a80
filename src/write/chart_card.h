/* SPDX-License-Identifier: MIT */
/* What the chart says of each entry, in lines. */
#ifndef WRITE_CHART_CARD_H
#define WRITE_CHART_CARD_H

#include "write/chart_choice.h"
#include "write/chart_lanes.h"
#include "write/chart_text.h"
#include "write/chart_theme.h"
#include "write/source_list.h"

/* OWN is the colour of the status of what the line belongs to. */
typedef enum chart_ink { CHART_BLACK, CHART_GREY, CHART_OWN } chart_ink;

typedef struct chart_line {
    slice text; /* cleaned */
    chart_font font;
    chart_ink ink;
    bool struck; /* through */
} chart_line;

typedef VECTOR(chart_line) chart_line_list;

/* The height of a line with the space around it. */
int chart_line_height(chart_font font);
int chart_lines_height(const chart_line_list *lines);

/* Space between the rule at the left of a card, or its edges, and its text. */
#define CARD_INSET_X 10
#define CARD_INSET_Y 3
/* Of the width of a card that only counts, at most 1 / COUNT_SHARE is its bar. */
#define COUNT_SHARE 4

/* An entry, or several that are only counted: these have no `entry`. */
typedef struct chart_card {
    const entry *entry;
    size_t counted;
    size_t counts[STATUS_KINDS]; /* of the counted */
    day_span days;               /* that it stands for; of the counted, those that they begin on */
    when when;                   /* in words; of the counted, from the first to the last */
    event_status status;
    size_t lane;
    size_t anchor; /* the card that its date is counted from; NO_CARD if none */
    chart_line_list lines;
    int height;
    slice link;    /* to the best source that has one; "" if none */
    slice tooltip; /* its words, and whose they are */
    slice label;   /* all in a sentence, for those who hear it */
} chart_card;
#define NO_CARD SIZE_MAX

typedef VECTOR(chart_card) chart_card_list;

/* True where the day is not known, or there are several: such a date is drawn as a bar. */
static inline bool chart_date_is_span(when w) {
    return w.days.first != w.days.last || w.approximate;
}

typedef struct card_form {
    int width;
    int most_height;  /* what is too much is left out, from the end */
    bool date_inside; /* or beside the card */
    const chart_lanes *lanes;
    const chart_choice *choice;
} card_form;

/* The cards of all entries, in their order. Entries that are only counted share a card where they
   follow each other in a lane and begin in the same month, or, if they are few, decade. */
chart_card_list chart_cards(arena *a, const timeline *t, const card_form *form);

/* Takes the date out of a card that has it inside. */
void chart_drop_date(chart_card *card);

/*
 * The date beside a card, in lines of at most that width: "22 Mar" and "Fri", "early March". The
 * year of its first day is said only where asked for: "22 Mar" and "Fri 2024".
 */
chart_line_list chart_date_lines(arena *a, when w, bool with_year, int width);

#endif
