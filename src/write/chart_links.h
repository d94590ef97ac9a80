/* SPDX-License-Identifier: MIT */
/* Curves from events whose date is counted from another event to that one. */
#ifndef WRITE_CHART_LINKS_H
#define WRITE_CHART_LINKS_H

#include "write/chart_sheet.h"

/* Adds those within a lane of a strip, once the cards have their spots; the others are told by the
   cards' words alone. */
void chart_add_links(sheet *s);

#endif
