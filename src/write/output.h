/* SPDX-License-Identifier: MIT */
/*
 * Where output goes: a sink that may refuse. After a refusal additions do nothing, so a writer
 * need not look until its end. A piece of work that makes much should add it in large pieces.
 */
#ifndef WRITE_OUTPUT_H
#define WRITE_OUTPUT_H

#include "base/buffer.h"
#include "dateline.h"

typedef struct output {
    dateline_sink *sink;
    void *user;
    bool stopped;
} output;

static inline void output_add(output *out, slice bytes) {
    if (!out->stopped && bytes.length && !out->sink(out->user, bytes.data, bytes.length))
        out->stopped = true;
}

/* Adds what the buffer holds and empties it for the next piece. */
static inline void output_drain(output *out, buffer *b) {
    output_add(out, buffer_slice(b));
    b->length = 0;
}

static inline dateline_status output_end(const output *out) {
    return out->stopped ? DATELINE_STOPPED : DATELINE_OK;
}

#endif
