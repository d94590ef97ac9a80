/* SPDX-License-Identifier: MIT */
/* Timelines of invented events, for tests of what is written. */
#ifndef TESTS_WRITE_TIMELINE_FIXTURE_H
#define TESTS_WRITE_TIMELINE_FIXTURE_H

#include "timeline/timeline.h"
#include "write/writers.h"

/* A flood and what followed: every granularity, status and bound, four articles, one not cited. */
timeline *fixture_timeline(arena *a);
/* No article and no event. */
timeline *fixture_empty(arena *a);
/* An event whose texts try to be markup, formulas, control sequences and several lines. */
timeline *fixture_hostile(arena *a);

/* A sink into a buffer. */
bool fixture_collect(void *user, const char *bytes, size_t length);
/* What a writer writes; `width` is the layout's. */
typedef dateline_status fixture_writer(const write_job *job);
slice fixture_written(arena *a, const timeline *t, fixture_writer *write, size_t width);

#endif
