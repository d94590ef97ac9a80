/* SPDX-License-Identifier: MIT */
/* What the trainers of the timeline's models share: topics with timelines by hand, and models out.
 */
#ifndef TIMELINE_TRAIN_TIMELINE_TRAINING_H
#define TIMELINE_TRAIN_TIMELINE_TRAINING_H

#include "timeline/timeline.h"
#include "timeline/train/linear.h"

/* What a timeline by hand tells of a day. */
typedef struct hand_day {
    day_number day;
    slice text; /* a sentence a line */
} hand_day;

typedef struct hand_timeline {
    VECTOR(hand_day) days; /* ascending */
} hand_timeline;

/* A folder TOPIC: articles.jsonl, query.txt, gold/NAME.jsonl with a "date" and a "text" a line. */
typedef struct topic {
    const char *folder;
    timeline *timeline; /* all that the program finds there */
    slice about;        /* what the story is about */
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

/* What a timeline by hand tells of a day; NULL where it passes over it. */
const hand_day *hand_day_of(const hand_timeline *t, day_number day);

/* Train the models of timeline/date_rank.h and timeline/sentence_rank.h from topics. */
dateline_status train_dates(const char *output, const topic *topics, size_t count, arena *a);
dateline_status train_sentences(const char *output, const topic *topics, size_t count, arena *a);

#endif
