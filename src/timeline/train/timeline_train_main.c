/* SPDX-License-Identifier: MIT */
/* Trains the models of the timeline: train-timeline [--without TOPIC] OUTPUT-FOLDER FOLDER... */
#include "timeline/train/timeline_training.h"

#include <stdio.h>

typedef struct training {
    const char *without; /* a topic that is passed over; NULL: none */
    char **arguments;    /* the output's folder, then topics */
    size_t count;
    arena *owner;
} training;

static dateline_status run(void *context) {
    training *t = context;
    arena *a = t->owner;
    VECTOR(topic) topics = {0};
    for (size_t i = 1; i < t->count; i++)
        if (!t->without ||
            !slice_equal(slice_base_name(slice_of(t->arguments[i])), slice_of(t->without)))
            *vector_push(&topics, a) = topic_read(t->arguments[i], a);
    const char *folder = t->arguments[0];
    dateline_status status =
        train_dates(arena_format(a, "%s/dates.model", folder).data, topics.items, topics.count, a);
    if (status == DATELINE_OK)
        status = train_sentences(arena_format(a, "%s/sentences.model", folder).data, topics.items,
                                 topics.count, a);
    for (size_t i = 0; i < topics.count; i++)
        topic_free(&topics.items[i]);
    return status;
}

int main(int argc, char **argv) {
    training t = {.owner = arena_new()};
    int at = 1;
    if (argc > 2 && strcmp(argv[1], "--without") == 0) {
        t.without = argv[2];
        at = 3;
    }
    if (argc < at + 2) {
        fprintf(stderr, "usage: train-timeline [--without TOPIC] OUTPUT-FOLDER FOLDER...\n");
        arena_free(t.owner);
        return 2;
    }
    t.arguments = argv + at;
    t.count = (size_t)(argc - at);
    dateline_status status = t.owner ? arena_guard(t.owner, run, &t) : DATELINE_NO_MEMORY;
    arena_free(t.owner);
    return status == DATELINE_OK ? 0 : 1;
}
