/* SPDX-License-Identifier: MIT */
/*
 * A work pool over a stream: items are taken in order by one thread at a time, worked on by many,
 * and given on in the order in which they were taken. At most `slot_count` items are under way, so
 * memory does not grow with the stream, and the outcome does not depend on the number of threads.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/slice.h"
#include "dateline.h"

typedef struct pool_job {
    /* Fills the slot with the next item; false at the end. Never two at once. */
    bool (*take)(void *context, void *slot);
    /* Works on the slot alone; may run beside anything. */
    void (*work)(void *context, void *slot);
    /* Passes the slot on; false ends the stream: it is not called again. Never two at once. */
    bool (*give)(void *context, void *slot);
    /* How heavy the slot's item is; while those under way are as heavy as `most_weight`, or
     * heavier, none is taken. NULL: they weigh nothing. */
    size_t (*weight)(const void *slot);
    size_t most_weight;
    void *context;
} pool_job;

/*
 * Runs the job with `threads` threads (1: on this one alone). NO_MEMORY where not even one slot's
 * state could be kept; threads that cannot be started are done without.
 */
dateline_status pool_run(const pool_job *job, size_t threads, void *const *slots,
                         size_t slot_count);

#endif
