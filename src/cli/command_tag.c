/* SPDX-License-Identifier: MIT */
/* The time expressions of each article. */
#include "cli/cli.h"

int run_tag(command_line *line) {
    int status;
    dateline *job = open_job(line, &status);
    return job ? finish_lines(line, job, dateline_tag(job, write_to_stdout, NULL)) : status;
}
