/* SPDX-License-Identifier: MIT */
/* Graphviz's SVG made into one for readers: title, description, tooltips, nothing superfluous. */
#ifndef WRITE_CHART_SVG_H
#define WRITE_CHART_SVG_H

#include "write/chart_layout.h"

/*
 * The drawing of the chart's first page as a page of its own. It is a document to those who hear
 * it: each card is an object with a label, in the order of time, and what only shows is hidden from
 * them. Names of nodes, which browsers would show as tooltips, give way to the quotes; comments
 * (with Graphviz's version) and the reference to a DTD on the network go.
 */
slice chart_svg_finish(arena *a, const chart *c, slice drawn);

#endif
