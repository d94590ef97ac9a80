/* SPDX-License-Identifier: MIT */
#include "lang/train/train.h"

#include <stdio.h>

static const struct {
    const char *name;
    dateline_status (*train)(void *given);
} subcommands[] = {
    {"tagger", train_tagger},
    {"parser", train_parser},
};

int main(int argc, char **argv) {
    for (size_t i = 0; argc >= 4 && i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(argv[1], subcommands[i].name) != 0)
            continue;
        arena *a = arena_new();
        training t = {.folder = argv[2],
                      .output = argv[3],
                      .texts = argv + 4,
                      .text_count = (size_t)argc - 4,
                      .owner = a};
        dateline_status status = a ? arena_guard(a, subcommands[i].train, &t) : DATELINE_NO_MEMORY;
        arena_free(a);
        return status == DATELINE_OK ? 0 : 1;
    }
    fprintf(stderr, "usage: train MODEL TREEBANKS OUTPUT [TEXT...]\n");
    return 2;
}
