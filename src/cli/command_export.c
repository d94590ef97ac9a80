/* SPDX-License-Identifier: MIT */
/* A timeline in another format. */
#include "cli/cli.h"

int run_export(command_line *line) {
    int status;
    dateline_timeline *timeline = NULL;
    dateline *job = open_job(line, &status);
    if (!job)
        return status;
    dateline_status made = dateline_load(job, &timeline);
    return finish_timeline(line, job, timeline, made);
}
