/* SPDX-License-Identifier: MIT */
/* A timeline in another format. */
#include "cli/cli.h"

int run_export(command_line *line) {
    int status;
    dateline_timeline *timeline = NULL;
    if (line->input_count != 1) {
        complain("export takes one timeline, not %zu inputs", line->input_count);
        return EXIT_ERROR;
    }
    line->needs_all = true;
    dateline *job = open_job(line, &status);
    if (!job)
        return status;
    dateline_status made = dateline_load(job, &timeline);
    return finish_timeline(line, job, timeline, made);
}
