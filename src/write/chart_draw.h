/* SPDX-License-Identifier: MIT */
/* Drawing the chart with Graphviz, which is told where everything stands and arranges nothing. */
#ifndef WRITE_CHART_DRAW_H
#define WRITE_CHART_DRAW_H

#include "base/diagnostics.h"
#include "write/chart_layout.h"

/* In the drawing, the node of box number i is called CHART_NODE_NAME i. */
#define CHART_NODE_NAME "box"

#define CHART_FONTS "Helvetica,Arial,DejaVu Sans,sans-serif"

/*
 * The drawing's bytes as Graphviz gives them, for SVG, PNG, PDF or DOT. CANNOT_DRAW, with what
 * Graphviz said, where it fails. Threads wait for each other here.
 */
dateline_status chart_draw(arena *a, const chart *c, dateline_format format, int dots_per_inch,
                           diagnostics *said, slice *out);

#endif
