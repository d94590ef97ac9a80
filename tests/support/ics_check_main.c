/* SPDX-License-Identifier: MIT */
/* ics_check FILE: prints each fault as FILE:LINE: what; exit status 1 where there is any. */
#include "support/ics_check.h"

#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct check_job {
    arena *arena;
    const char *path;
    size_t faults;
} check_job;

static void print_fault(void *user, size_t line, const char *what) {
    const check_job *job = user;
    printf("%s:%zu: %s\n", job->path, line, what);
}

static void close_file(void *file) {
    fclose(file);
}

static dateline_status check_file(void *context) {
    check_job *job = context;
    FILE *file = fopen(job->path, "rb");
    if (!file)
        return DATELINE_CANNOT_OPEN;
    arena_defer(job->arena, close_file, file);
    buffer text = buffer_in(job->arena);
    char piece[4096];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add(&text, (slice){piece, got});
    if (ferror(file))
        return DATELINE_CANNOT_READ;
    job->faults = ics_check(job->arena, buffer_slice(&text), print_fault, job);
    return DATELINE_OK;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: ics_check FILE\n");
        return 2;
    }
    check_job job = {.arena = arena_new(), .path = argv[1]};
    dateline_status status =
        job.arena ? arena_guard(job.arena, check_file, &job) : DATELINE_NO_MEMORY;
    arena_free(job.arena);
    if (status != DATELINE_OK) {
        fprintf(stderr, "ics_check: %s: %s\n", job.path, dateline_status_text(status));
        return 2;
    }
    return job.faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
