/* SPDX-License-Identifier: MIT */
/* The reduce step: one timeline of what extract wrote. */
#include "cli/cli.h"

int run_merge(command_line *line) {
    int status;
    dateline_timeline *timeline = NULL;
    dateline *job = open_job(line, &status);
    if (!job)
        return status;
    dateline_status made = dateline_merge(job, &timeline);
    return finish_timeline(line, job, timeline, made);
}
