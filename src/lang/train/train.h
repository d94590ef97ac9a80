/* SPDX-License-Identifier: MIT */
/*
 * The trainer of the library's models, a program of its own that `make model` runs. A subcommand
 * trains one model: it is given a folder of treebanks and the file to write, the parser also files
 * of raw text. The same input gives the same bytes on every machine.
 */
#ifndef LANG_TRAIN_H
#define LANG_TRAIN_H

#include "base/arena.h"

/* What a subcommand is given. It runs guarded by the arena, and says on standard error what fails.
 */
typedef struct training {
    const char *folder; /* of the treebanks */
    const char *output; /* the model */
    char *const *texts; /* files of raw text, as JSON Lines of articles */
    size_t text_count;
    arena *owner;
} training;

dateline_status train_tagger(void *given);
dateline_status train_parser(void *given);

#endif
