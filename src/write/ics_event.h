/* SPDX-License-Identifier: MIT */
/* An entry as an event of a calendar: docs/calendar.md tells what each property says, and why. */
#ifndef WRITE_ICS_EVENT_H
#define WRITE_ICS_EVENT_H

#include "timeline/timeline.h"
#include "write/ics_component.h"

/* False for what a calendar has no days for. */
bool ics_event_is_shown(const dateline_layout *layout, when w);

/* The VEVENT, in lines that end in CRLF. The entry must be one that is shown. */
slice ics_event_text(const ics_work *w, const timeline *t, const entry *e,
                     const dateline_layout *layout);

/* One line of valid UTF-8 that ends with NUL: libical passes on whatever it is given. */
slice ics_event_words(arena *a, slice text);

#endif
