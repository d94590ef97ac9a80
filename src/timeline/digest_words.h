/* SPDX-License-Identifier: MIT */
/*
 * The words that a digest is chosen by: those of each sentence of a timeline, how often the story
 * uses them, and how much of what it is about each article has.
 */
#ifndef TIMELINE_DIGEST_WORDS_H
#define TIMELINE_DIGEST_WORDS_H

#include "timeline/likeness.h"
#include "timeline/timeline.h"

/* A sentence that speaks of a date, be it told by an entry or not. */
typedef struct reference {
    day_span days;
    size_t article;
    bool on_topic; /* it has a word of what the story is about */
} reference;

typedef struct digest_words {
    const timeline *timeline;
    stemmer *stems; /* the entries' sentences are counted, nothing else */
    stem_set about;
    const size_t *sources; /* by article (sources.h) */
    double *topic;         /* by article: the share of what the story is about in its sentences */
    stem_set **quotes;     /* by entry and mention */
    VECTOR(reference) references; /* by first and last day */
} digest_words;

/* Of the timeline as it is, whose entries keep their places. `about` are words that say what the
 * story is about; where they are "", the titles of its articles do. */
digest_words *digest_words_of(const timeline *t, slice about, arena *a);

#endif
