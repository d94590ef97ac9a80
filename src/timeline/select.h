/* SPDX-License-Identifier: MIT */
/* Keeping what was asked for: dates between two days, the most important dates and entries. */
#ifndef TIMELINE_SELECT_H
#define TIMELINE_SELECT_H

#include "timeline/build.h"

/* Drops the entries that the wishes leave out; the others keep their order. */
void timeline_select(timeline *t, const timeline_wishes *wishes);

#endif
