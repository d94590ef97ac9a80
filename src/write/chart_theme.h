/* SPDX-License-Identifier: MIT */
/* The colours of the chart, as Graphviz and SVG write them, and how a status looks. */
#ifndef WRITE_CHART_THEME_H
#define WRITE_CHART_THEME_H

#include "dateline.h"
#include "event/mention.h"

#define STATUS_KINDS (EVENT_ONGOING + 1)

typedef struct chart_theme {
    const char *paper;
    const char *ink;  /* of text */
    const char *grey; /* of notes: 4.5 to 1 on the paper */
    const char *day;  /* of the days on the axis */
    const char *axis;
    const char *faint;                /* of leaders and ticks */
    const char *status[STATUS_KINDS]; /* of signs, rules and words: 4.5 to 1 on the paper */
    const char *tint[STATUS_KINDS];   /* inside of the bar of an uncertain date */
} chart_theme;

const chart_theme *chart_theme_of(dateline_theme theme);

/* What tells a status from the others where colours do not. */
typedef struct chart_look {
    const char *style; /* Graphviz's, of rules and outlines */
    const char *sign;  /* Graphviz's shape of the sign at the card */
    bool hollow;       /* the sign */
    bool is_plain;     /* bars need no outline */
} chart_look;

const chart_look *chart_look_of(event_status status);

#endif
