/* SPDX-License-Identifier: MIT */
/* A page of the chart as a graph for Graphviz, which is told where everything stands. */
#ifndef WRITE_CHART_GRAPH_H
#define WRITE_CHART_GRAPH_H

#include "write/chart_shapes.h"

#include <cgraph.h>

struct chart_functions;

#define POINTS_PER_INCH 72

#define CHART_FONTS       "Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif"
#define CHART_SERIF_FONTS "Georgia,Times New Roman,Liberation Serif,DejaVu Serif,serif"

/* The node of box number i is called CHART_NODE_NAME i. */
#define CHART_NODE_NAME "box"

/*
 * Fills an empty graph. Boxes are nodes; strokes are edges, each with its own way, between two
 * corners without a look, which hold the page open. To be called under the lock of chart_draw.c.
 */
void chart_graph_fill(arena *a, const struct chart_functions *call, Agraph_t *graph,
                      const chart_page *page, const chart_theme *theme, int dots_per_inch);

/* An address with percent signs for what it cannot hold and for what a PDF or Graphviz would
   stumble over; as text of XML, if it is wanted. */
char *chart_link_text(arena *a, slice url, bool in_xml);

#endif
