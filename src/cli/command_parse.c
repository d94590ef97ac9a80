/* SPDX-License-Identifier: MIT */
/* The words of each article, with their tags and the tree that they form. */
#include "cli/cli.h"

int run_parse(command_line *line) {
    int status;
    dateline *job = open_job(line, &status);
    return job ? finish_lines(line, job, dateline_parse(job, write_to_stdout, NULL)) : status;
}
