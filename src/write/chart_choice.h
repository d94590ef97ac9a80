/* SPDX-License-Identifier: MIT */
/* Which entries are told in full, and which of these stand out. */
#ifndef WRITE_CHART_CHOICE_H
#define WRITE_CHART_CHOICE_H

#include "timeline/timeline.h"

/* For each entry. What is not told is only counted. */
typedef struct chart_choice {
    bool *told;
    bool *leads;
    size_t counted; /* how many are not told */
    bool has_leads;
} chart_choice;

/* The `most` most important entries are told; of these the foremost fifth stands out, unless it is
   no more important than the middle. */
chart_choice chart_choose(arena *a, const timeline *t, size_t most);

#endif
