/* SPDX-License-Identifier: MIT */
/* Where everything stands: from a timeline to the shapes of its chart. */
#ifndef WRITE_CHART_LAYOUT_H
#define WRITE_CHART_LAYOUT_H

#include "write/chart_sheet.h"

/* The chart of a timeline, all of whose entries are dated. */
chart *chart_lay_out(arena *a, const timeline *t, const chart_form *form);

#endif
