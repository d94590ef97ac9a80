/* SPDX-License-Identifier: MIT */
/* The head of the chart: title, contents, and a legend of what occurs. */
#ifndef WRITE_CHART_HEAD_H
#define WRITE_CHART_HEAD_H

#include "write/chart_shapes.h"

#define STATUS_KINDS (EVENT_ONGOING + 1)

/* What the legend has to explain. */
typedef struct chart_contents {
    bool occurs[STATUS_KINDS];
    bool has_spans;
    event_status span_status; /* of one of them */
    bool has_breaks;
} chart_contents;

/* Adds the head to a chart whose width, title and description are known; returns its bottom. */
int chart_add_head(arena *a, chart *c, const chart_contents *contents);

#endif
