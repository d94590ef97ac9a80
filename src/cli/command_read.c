/* SPDX-License-Identifier: MIT */
/* The articles as they were understood. */
#include "cli/cli.h"

int run_read(command_line *line) {
    int status;
    dateline *job = open_job(line, &status);
    return job ? finish_lines(line, job, dateline_read(job, write_to_stdout, NULL)) : status;
}
