/* SPDX-License-Identifier: MIT */
/*
 * The writers, one a format, all of one shape: they read the timeline, use the arena for what they
 * need on the way, and add the file to the output. What a format leaves out is diagnosed.
 */
#ifndef WRITE_WRITERS_H
#define WRITE_WRITERS_H

#include "base/diagnostics.h"
#include "timeline/timeline.h"
#include "write/output.h"

typedef struct write_job {
    const timeline *timeline;
    const dateline_layout *layout; /* never NULL */
    dateline_format format;        /* for the writer of more than one */
    arena *arena;
    diagnostics *said;
    output *out;
} write_job;

dateline_status write_txt(const write_job *job);
dateline_status write_markdown(const write_job *job);
dateline_status write_csv(const write_job *job);
dateline_status write_json(const write_job *job);
dateline_status write_timelinejs(const write_job *job);
/* With the chart; without it, diagnosed, where that cannot be drawn. */
dateline_status write_html(const write_job *job);
/* NO_EVENTS where no entry can stand in a calendar: such a file is not valid. */
dateline_status write_ics(const write_job *job);
/* SVG, PNG, PDF and DOT. CANNOT_DRAW where Graphviz refuses or cannot be loaded, which is
 * diagnosed. */
dateline_status write_chart(const write_job *job);

#endif
