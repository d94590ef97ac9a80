/* SPDX-License-Identifier: MIT */
/* The time axis: its stretches and breaks, months and years, and the bars of uncertain dates. */
#ifndef WRITE_CHART_AXIS_H
#define WRITE_CHART_AXIS_H

#include "write/chart_sheet.h"

/* Adds the axes of all strips, once these have their places. */
void chart_add_axes(sheet *s);
/* Adds the bars that have a row. */
void chart_add_bars(sheet *s);

#endif
