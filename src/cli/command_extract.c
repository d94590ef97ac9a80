/* SPDX-License-Identifier: MIT */
/* The map step: dated event mentions. */
#include "cli/cli.h"

int run_extract(command_line *line) {
    int status;
    dateline *job = open_job(line, &status);
    return job ? finish_lines(line, job, dateline_extract(job, write_to_stdout, NULL)) : status;
}
