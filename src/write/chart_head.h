/* SPDX-License-Identifier: MIT */
/* The head of the chart (title, contents, a legend of what occurs) and its foot. */
#ifndef WRITE_CHART_HEAD_H
#define WRITE_CHART_HEAD_H

#include "write/chart_sheet.h"

/* What the legend and the foot have to explain. */
typedef struct chart_contents {
    bool occurs[STATUS_KINDS];
    bool has_spans;
    bool has_leads;
    bool has_sources[MANY_SOURCES + 1];
    size_t counted; /* entries that are only counted */
    bool has_breaks;
    slice sources;
} chart_contents;

/* Of a sheet whose stretches are known. */
chart_contents chart_contents_of(const sheet *s);

/* Adds the head to a page whose width is known; returns its bottom. */
int chart_add_head(arena *a, const chart *c, chart_page *page, const chart_contents *contents);
/* Adds the foot below `y`; returns its bottom. */
int chart_add_foot(arena *a, chart_page *page, const chart_contents *contents, int y);
/* Adds the title and the page's number in the margin above all pages but the first. */
void chart_add_running_heads(arena *a, chart *c);

#endif
