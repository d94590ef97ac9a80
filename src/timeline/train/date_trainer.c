/* SPDX-License-Identifier: MIT */
/*
 * Which dates journalists choose. Of each timeline by hand, the dates that the program finds
 * between its first and its last day are samples, positive where the timeline has them. Dates of
 * one timeline compete with each other only, so features are standardised there.
 */
#include "timeline/date_rank.h"
#include "timeline/train/timeline_training.h"

#include <stdio.h>
#include <stdlib.h>

#define PENALTY 20

/* The days of a timeline, with their features. */
typedef struct candidate_date {
    day_number day;
    double features[DATE_FEATURE_COUNT];
} candidate_date;
typedef VECTOR(candidate_date) candidate_list;

static candidate_list candidates_of_topic(const topic *t, arena *a) {
    candidate_list list = {0};
    date_ranker *ranker = date_ranker_new(digest_words_of(t->timeline, t->about, a), a);
    const entry *entries = t->timeline->entries.items;
    size_t count = t->timeline->entries.count;
    for (size_t i = 0, next; i < count; i = next) {
        day_span days = entries[i].when.days;
        for (next = i; next < count && entries[next].when.days.first == days.first &&
                       entries[next].when.days.last == days.last;
             next++)
            continue;
        if (days.first != days.last)
            continue;
        candidate_date *one = vector_push(&list, a);
        one->day = days.first;
        date_features(ranker, &entries[i], next - i, one->features);
    }
    return list;
}

/* The days of a timeline by hand compete with each other, so they are standardised together. */
static void add_samples(const candidate_list *dates, const hand_timeline *by_hand, double weight,
                        sample_list *samples, arena *a) {
    size_t first = samples->count;
    for (size_t i = 0; i < dates->count && by_hand->days.count; i++) {
        const candidate_date *d = &dates->items[i];
        if (d->day < by_hand->days.items[0].day ||
            d->day > by_hand->days.items[by_hand->days.count - 1].day)
            continue;
        sample *s = vector_push(samples, a);
        s->weight = weight;
        s->target = hand_day_of(by_hand, d->day) != NULL;
        memcpy(s->features, d->features, sizeof d->features);
    }
    if (samples->count > first)
        features_standardise(samples->items[first].features, samples->count - first,
                             DATE_FEATURE_COUNT, sizeof *samples->items);
}

static const char *const names[] = {
#define DATE_FEATURE_NAME(name) #name,
    DATE_FEATURE_LIST(DATE_FEATURE_NAME)
#undef DATE_FEATURE_NAME
};

dateline_status train_dates(const char *output, const topic *topics, size_t count, arena *a) {
    sample_list samples = {0};
    for (size_t i = 0; i < count; i++) {
        const topic *t = &topics[i];
        candidate_list dates = candidates_of_topic(t, a);
        for (size_t k = 0; k < t->by_hand.count; k++)
            add_samples(&dates, &t->by_hand.items[k], 1 / (double)t->by_hand.count, &samples, a);
    }
    double weights[DATE_FEATURE_COUNT];
    logistic_fit(&samples, DATE_FEATURE_COUNT, PENALTY, weights);
    for (size_t k = 0; k < DATE_FEATURE_COUNT; k++)
        printf("%-10s %7.3f\n", names[k], weights[k]);
    return weights_write(output, DATES_KIND, DATES_VERSION, weights, DATE_FEATURE_COUNT, a);
}
