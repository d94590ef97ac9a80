/* SPDX-License-Identifier: MIT */
/*
 * The trainer of this step's models, a program of its own that `make event-models` runs. A
 * subcommand trains one model from its inputs: the same inputs give the same bytes.
 */
#ifndef EVENT_TRAIN_EVENT_TRAINING_H
#define EVENT_TRAIN_EVENT_TRAINING_H

#include "base/arena.h"

typedef enum training_task {
    LEARN_ALL,
    LEARN_WITHOUT_HELD_BACK, /* so that these documents can tell how good the model is */
    MEASURE                  /* cross-validate on what is not held back, and write nothing */
} training_task;

/* What a subcommand is given. It runs guarded by the arena, and says what fails on standard error.
 */
typedef struct event_training {
    training_task task;
    const char *output; /* the model */
    char **inputs;
    size_t input_count;
    arena *owner;
} event_training;

dateline_status train_senses(void *given);
dateline_status train_eventive(void *given);
dateline_status train_dated_by(void *given);

/* The bytes of a file, in the arena; leaves the guard where it cannot be read. */
slice training_file(arena *a, slice path);

dateline_status training_write(const event_training *t, const char *bytes, size_t size);

#endif
