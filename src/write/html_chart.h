/* SPDX-License-Identifier: MIT */
/* The chart as a part of a page. */
#ifndef WRITE_HTML_CHART_H
#define WRITE_HTML_CHART_H

#include "write/writers.h"

typedef struct html_chart {
    slice svg;         /* the element; "" where there is none */
    slice style;       /* for the page's head: its colours where the reader wants dark ones */
    slice_list styles; /* the style sheets inside of it, which the page has to allow */
} html_chart;

/* The SVG of the job's timeline; none where nothing happened, or where it cannot be drawn. */
html_chart html_chart_of(const write_job *job);

#endif
