/* SPDX-License-Identifier: MIT */
/* conllu_check [-w] <FILE: whether standard input is valid CoNLL-U; -w: but for its heads. */
#include "base/buffer.h"
#include "support/conllu_check.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct check_run {
    arena *owner;
    bool with_heads;
    size_t faults;
} check_run;

static dateline_status check_input(void *context) {
    check_run *run = context;
    buffer text = buffer_in(run->owner);
    char piece[4096];
    for (size_t got; (got = fread(piece, 1, sizeof piece, stdin)) > 0;)
        buffer_add(&text, (slice){piece, got});
    run->faults = conllu_check(run->owner, buffer_slice(&text), run->with_heads);
    return DATELINE_OK;
}

int main(int argc, char **argv) {
    bool words = argc > 1 && strcmp(argv[1], "-w") == 0;
    check_run run = {.owner = arena_new(), .with_heads = !words};
    bool done = run.owner && arena_guard(run.owner, check_input, &run) == DATELINE_OK;
    arena_free(run.owner);
    return done && !run.faults ? EXIT_SUCCESS : EXIT_FAILURE;
}
