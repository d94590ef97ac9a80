/* SPDX-License-Identifier: MIT */
/*
 * Which dates of a timeline matter: by what journalists put into theirs. A linear model of who
 * tells of the date and when, trained on timelines by hand (src/timeline/train).
 */
#ifndef TIMELINE_DATE_RANK_H
#define TIMELINE_DATE_RANK_H

#include "timeline/digest_words.h"
#include "timeline/weights.h"

/* The features: logarithms of numbers, near copies being one source, but for the last two. */
#define DATE_FEATURE_LIST(_)                                                                       \
    _(ALWAYS)                                                                                      \
    _(SOURCES)    /* that tell of the date */                                                      \
    _(LATER)      /* that were published more than two days after it */                            \
    _(SOON)       /* that were published up to two days after it */                                \
    _(DAYS_LATER) /* days on which those of LATER were published */                                \
    _(EXPLICIT)   /* sources that name the date in full */                                         \
    _(BEST)       /* sources of the entry that has most */                                         \
    _(ENTRIES)                                                                                     \
    _(ON_TOPIC)  /* sources that name in a sentence of the date what the story is about, each      \
                    counted by how much of that it has */                                          \
    _(PLANNED)   /* the share of entries that are planned */                                       \
    _(RELEVANCE) /* the most that an entry's salience has beside what its sources give it */

enum date_feature {
#define DATE_FEATURE_CODE(name) DATE_##name,
    DATE_FEATURE_LIST(DATE_FEATURE_CODE)
#undef DATE_FEATURE_CODE
        DATE_FEATURE_COUNT
};

#define DATES_KIND    "dates\0\0"
#define DATES_VERSION 2

typedef struct date_ranker date_ranker;
date_ranker *date_ranker_new(const digest_words *words, arena *a);

/* The features of the date of `count` entries, which begin on the same day. */
void date_features(date_ranker *r, const entry *entries, size_t count,
                   double out[DATE_FEATURE_COUNT]);

/* How much a date matters, beside others, by its features among theirs (features_standardise()). */
double date_importance(const date_ranker *r, const double features[DATE_FEATURE_COUNT]);

#endif
