/* SPDX-License-Identifier: MIT */
/* Trains the models of the timeline: train-timeline dates [--without TOPIC] OUTPUT FOLDER... */
#include "timeline/train/timeline_training.h"

#include <stdio.h>

typedef struct training {
    const char *without;
    char **arguments; /* the output, then folders */
    size_t count;
    arena *owner;
} training;

static dateline_status run_dates(void *context) {
    training *t = context;
    return train_dates(t->arguments[0], t->without, t->arguments + 1, t->count - 1, t->owner);
}

int main(int argc, char **argv) {
    training t = {.owner = arena_new()};
    int at = 2;
    if (argc > 3 && strcmp(argv[2], "--without") == 0) {
        t.without = argv[3];
        at = 4;
    }
    if (argc < at + 2 || strcmp(argv[1], "dates") != 0) {
        fprintf(stderr, "usage: train-timeline dates [--without TOPIC] OUTPUT FOLDER...\n");
        arena_free(t.owner);
        return 2;
    }
    t.arguments = argv + at;
    t.count = (size_t)(argc - at);
    dateline_status status = t.owner ? arena_guard(t.owner, run_dates, &t) : DATELINE_NO_MEMORY;
    arena_free(t.owner);
    return status == DATELINE_OK ? 0 : 1;
}
