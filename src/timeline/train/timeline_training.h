/* SPDX-License-Identifier: MIT */
/* What the trainers of the timeline's models share: topics with timelines by hand, and models out.
 */
#ifndef TIMELINE_TRAIN_TIMELINE_TRAINING_H
#define TIMELINE_TRAIN_TIMELINE_TRAINING_H

#include "timeline/timeline.h"
#include "timeline/train/logistic.h"

/* A timeline by hand: the days that it has. */
typedef struct hand_timeline {
    VECTOR(day_number) days; /* ascending */
} hand_timeline;

/* A folder TOPIC: articles.jsonl, query.txt, gold/NAME.jsonl with a "date" and a "text" a line. */
typedef struct topic {
    const char *folder;
    timeline *timeline; /* all that the program finds there */
    VECTOR(hand_timeline) by_hand;
} topic;

/* Reads a topic into the arena; says what is wrong and fails the arena where that is impossible. */
topic topic_read(const char *folder, arena *a);
void topic_free(topic *t);

/* The bytes of a file. */
slice training_bytes(arena *a, const char *path);

/* Writes the weights as a model (timeline/weights.h). */
dateline_status weights_write(const char *path, const char kind[8], uint32_t version,
                              const double *weights, size_t count, arena *a);

/* Trains the model of timeline/date_rank.h from folders; `without` names one that is passed over.
 */
dateline_status train_dates(const char *output, const char *without, char **folders, size_t count,
                            arena *a);

#endif
