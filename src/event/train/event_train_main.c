/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/whole_file.h"
#include "event/train/event_training.h"

#include <stdio.h>

static const struct {
    const char *name;
    dateline_status (*train)(void *given);
} subcommands[] = {
    {"senses", train_senses},
    {"eventive", train_eventive},
    {"dated-by", train_dated_by},
};

slice training_file(arena *a, slice path) {
    FILE *file = fopen(arena_copy(a, path).data, "rb");
    if (!file) {
        perror(path.data);
        arena_fail(a, DATELINE_CANNOT_READ);
    }
    buffer bytes = buffer_in(a);
    char piece[65536];
    for (size_t length; (length = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add(&bytes, (slice){piece, length});
    fclose(file);
    return buffer_slice(&bytes);
}

dateline_status training_write(const event_training *t, const char *bytes, size_t size) {
    whole_file *file;
    dateline_status status = whole_file_open(t->output, &file);
    if (status == DATELINE_OK && !whole_file_add(file, bytes, size))
        status = DATELINE_CANNOT_WRITE;
    if (status == DATELINE_OK)
        status = whole_file_commit(file);
    whole_file_close(file);
    if (status != DATELINE_OK)
        perror(t->output);
    return status;
}

static int usage(void) {
    fprintf(stderr, "usage: train-events MODEL [--held-back|--measure] OUTPUT INPUT...\n");
    return 2;
}

int main(int argc, char **argv) {
    training_task task = LEARN_ALL;
    int at = 2;
    if (argc > at && strcmp(argv[at], "--held-back") == 0)
        task = LEARN_WITHOUT_HELD_BACK;
    else if (argc > at && strcmp(argv[at], "--measure") == 0)
        task = MEASURE;
    at += task != LEARN_ALL;
    for (size_t i = 0; argc > at + 1 && i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(argv[1], subcommands[i].name) != 0)
            continue;
        arena *a = arena_new();
        event_training t = {task, argv[at], argv + at + 1, (size_t)(argc - at - 1), a};
        dateline_status status = a ? arena_guard(a, subcommands[i].train, &t) : DATELINE_NO_MEMORY;
        arena_free(a);
        return status == DATELINE_OK ? 0 : 1;
    }
    return usage();
}
