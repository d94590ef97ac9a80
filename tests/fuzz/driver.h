/* SPDX-License-Identifier: MIT */
/*
 * A fuzz driver is one function that takes any bytes and must not fall. `make fuzz` links it with
 * libFuzzer, which looks for bytes that make it fall; `make test` with replay.c, which tries the
 * seeds, cut and spoiled in many places.
 */
#ifndef TESTS_FUZZ_DRIVER_H
#define TESTS_FUZZ_DRIVER_H

#include "base/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

typedef struct driver_job {
    void (*work)(arena *a, slice bytes);
    arena *owner;
    slice bytes;
} driver_job;

static inline dateline_status driver_work(void *context) {
    driver_job *job = context;
    job->work(job->owner, job->bytes);
    return DATELINE_OK;
}

/* Runs work(a, bytes) in a new arena under a guard. */
static inline void driver_run(void (*work)(arena *a, slice bytes), const uint8_t *bytes,
                              size_t length) {
    driver_job job = {work, arena_new(), {(const char *)bytes, length}};
    if (job.owner)
        arena_guard(job.owner, driver_work, &job);
    arena_free(job.owner);
}

#endif
