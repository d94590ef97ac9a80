/* SPDX-License-Identifier: MIT */
/* conllu_check <FILE: whether standard input is valid CoNLL-U. */
#include "base/buffer.h"
#include "support/conllu_check.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct check_run {
    arena *owner;
    size_t faults;
} check_run;

static dateline_status check_input(void *context) {
    check_run *run = context;
    buffer text = buffer_in(run->owner);
    char piece[4096];
    for (size_t got; (got = fread(piece, 1, sizeof piece, stdin)) > 0;)
        buffer_add(&text, (slice){piece, got});
    run->faults = conllu_check(run->owner, buffer_slice(&text));
    return DATELINE_OK;
}

int main(void) {
    check_run run = {.owner = arena_new()};
    bool done = run.owner && arena_guard(run.owner, check_input, &run) == DATELINE_OK;
    arena_free(run.owner);
    return done && !run.faults ? EXIT_SUCCESS : EXIT_FAILURE;
}
