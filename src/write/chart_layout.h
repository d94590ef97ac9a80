/* SPDX-License-Identifier: MIT */
/*
 * Where everything stands. A sheet has columns, as a newspaper has; time runs down each, along an
 * axis at its left:
 *
 *     month | axis | bars of uncertain dates | leaders | date | card
 */
#ifndef WRITE_CHART_LAYOUT_H
#define WRITE_CHART_LAYOUT_H

#include "write/chart_shapes.h"

/* The chart of a timeline, all of whose entries are dated. */
chart *chart_lay_out(arena *a, const timeline *t);

#endif
