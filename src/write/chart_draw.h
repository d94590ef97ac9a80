/* SPDX-License-Identifier: MIT */
/* Drawing the chart with Graphviz, which is told where everything stands and arranges nothing. */
#ifndef WRITE_CHART_DRAW_H
#define WRITE_CHART_DRAW_H

#include "base/diagnostics.h"
#include "write/chart_layout.h"

/*
 * The first page as Graphviz gives it, for SVG, PNG or DOT. CANNOT_DRAW, with what Graphviz said,
 * where it fails or cannot be loaded. Threads wait for each other here.
 */
dateline_status chart_draw(arena *a, const chart *c, dateline_theme theme, dateline_format format,
                           int dots_per_inch, diagnostics *said, slice *out);

/* All pages as one PDF; see chart_draw(). */
dateline_status chart_draw_pdf(arena *a, const chart *c, dateline_theme theme, diagnostics *said,
                               slice *out);

#endif
