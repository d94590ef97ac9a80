/* SPDX-License-Identifier: MIT */
/* The public face of a timeline: its entries as the structures of dateline.h. */
#ifndef TIMELINE_VIEW_H
#define TIMELINE_VIEW_H

#include "timeline/timeline.h"

/* Makes the views of all entries, in the timeline's arena. */
void timeline_make_views(timeline *t);

#endif
