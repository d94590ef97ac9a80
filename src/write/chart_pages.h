/* SPDX-License-Identifier: MIT */
/* A chart on pages of paper. */
#ifndef WRITE_CHART_PAGES_H
#define WRITE_CHART_PAGES_H

#include "write/chart_sheet.h"

/* How many lanes a page has room for. */
size_t chart_lanes_of_page(const chart_form *form);

/*
 * Makes the cards and the strips of a sheet whose entries are chosen, and the pages with their
 * heads. The first page has head, legend and foot, the others a line above them.
 */
void chart_lay_out_pages(sheet *s);

#endif
