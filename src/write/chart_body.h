/* SPDX-License-Identifier: MIT */
/* The cards of a chart, their dates, what leads to them from the axis, and the names of lanes. */
#ifndef WRITE_CHART_BODY_H
#define WRITE_CHART_BODY_H

#include "write/chart_sheet.h"

/* Adds them, once the strips have their places; tells the spots of the cards. */
void chart_add_body(sheet *s);

#endif
