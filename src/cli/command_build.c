/* SPDX-License-Identifier: MIT */
/* The main job: one timeline of all articles. */
#include "cli/cli.h"

int run_build(command_line *line) {
    int status;
    dateline_timeline *timeline = NULL;
    dateline *job = open_job(line, &status);
    if (!job)
        return status;
    dateline_status made = dateline_build(job, &timeline);
    return finish_timeline(line, job, timeline, made);
}
