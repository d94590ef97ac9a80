/* SPDX-License-Identifier: MIT */
#include "timeline/date_rank.h"

#include "base/logarithm.h"
#include "timeline/salience.h"

#include <stdlib.h>

#define SOON_DAYS 2

MODEL_DECLARE(dates);

/* A source that tells of the date, and how many days after it was published. */
typedef struct teller {
    size_t source;
    int64_t delay; /* INT64_MIN: not known */
    bool explicit;
} teller;

struct date_ranker {
    const digest_words *words;
    arena *owner;
    const int32_t *weights;
    double *topic;          /* by source, of the date at hand; else 0 */
    VECTOR(teller) tellers; /* of the date at hand */
    VECTOR(int64_t) delays; /* more than SOON_DAYS */
};

date_ranker *date_ranker_new(const digest_words *words, arena *a) {
    date_ranker *r = ARENA_NEW(a, date_ranker);
    r->words = words;
    r->owner = a;
    r->topic = ARENA_ARRAY(a, double, words->timeline->articles.count);
    r->weights = weights_of(MODEL_BYTES(dates), DATES_KIND, DATES_VERSION, DATE_FEATURE_COUNT);
    return r;
}

static void add_tellers(date_ranker *r, const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++) {
        const entry_mention *m = &e->mentions.items[i];
        day_number published = r->words->timeline->articles.items[m->article].published.day;
        int64_t delay = published == NO_DAY ? INT64_MIN : (int64_t)published - e->when.days.first;
        *vector_push(&r->tellers, r->owner) =
            (teller){r->words->sources[m->article], delay, m->how == HOW_EXPLICIT};
    }
}

static int by_source(const void *left, const void *right) {
    const teller *a = left, *b = right;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->delay > b->delay) - (a->delay < b->delay);
}

static int by_size(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* Of one source, its first teller counts, but for whether it is explicit. */
static void count_sources(date_ranker *r, size_t counts[DATE_FEATURE_COUNT]) {
    qsort(r->tellers.items, r->tellers.count, sizeof *r->tellers.items, by_source);
    for (size_t i = 0, next; i < r->tellers.count; i = next) {
        const teller *one = &r->tellers.items[i];
        bool explicit = false;
        for (next = i; next < r->tellers.count && r->tellers.items[next].source == one->source;
             next++)
            explicit = explicit || r->tellers.items[next].explicit;
        counts[DATE_SOURCES]++;
        counts[DATE_EXPLICIT] += explicit;
        counts[DATE_SOON] += one->delay >= 0 && one->delay <= SOON_DAYS;
        counts[DATE_LATER] += one->delay > SOON_DAYS;
        if (one->delay > SOON_DAYS)
            *vector_push(&r->delays, r->owner) = one->delay;
    }
    if (r->delays.count)
        qsort(r->delays.items, r->delays.count, sizeof *r->delays.items, by_size);
    for (size_t i = 0; i < r->delays.count; i++)
        counts[DATE_DAYS_LATER] += !i || r->delays.items[i] != r->delays.items[i - 1];
}

static void count_entries(date_ranker *r, const entry *entries, size_t count,
                          size_t counts[DATE_FEATURE_COUNT]) {
    for (size_t i = 0; i < count; i++) {
        size_t sources = entry_source_count(&entries[i]);
        if (sources > counts[DATE_BEST])
            counts[DATE_BEST] = sources;
        counts[DATE_PLANNED] += entries[i].status == EVENT_PLANNED;
        add_tellers(r, &entries[i]);
    }
    counts[DATE_ENTRIES] = count;
}

static size_t first_reference(const digest_words *w, day_span days) {
    size_t low = 0, high = w->references.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        day_span at = w->references.items[middle].days;
        bool before = at.first < days.first || (at.first == days.first && at.last < days.last);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* How much of what the story is about the sources have that speak of it on that date. */
static double topic_of(date_ranker *r, day_span days) {
    const digest_words *w = r->words;
    size_t first = first_reference(w, days), end = first;
    for (; end < w->references.count; end++) {
        const reference *one = &w->references.items[end];
        if (one->days.first != days.first || one->days.last != days.last)
            break;
        double *best = &r->topic[w->sources[one->article]];
        if (one->on_topic && w->topic[one->article] > *best)
            *best = w->topic[one->article];
    }
    double sum = 0;
    for (size_t i = first; i < end; i++) {
        double *best = &r->topic[w->sources[w->references.items[i].article]];
        sum += *best;
        *best = 0;
    }
    return sum;
}

static double relevance_of(const entry *entries, size_t count) {
    double relevance = 0;
    for (size_t i = 0; i < count; i++) {
        double one = entries[i].salience - salience_by_sources(entry_source_count(&entries[i]));
        relevance = one > relevance ? one : relevance;
    }
    return relevance;
}

void date_features(date_ranker *r, const entry *entries, size_t count,
                   double out[DATE_FEATURE_COUNT]) {
    size_t counts[DATE_FEATURE_COUNT] = {0};
    r->tellers.count = r->delays.count = 0;
    count_entries(r, entries, count, counts);
    count_sources(r, counts);
    for (int k = 0; k < DATE_FEATURE_COUNT; k++)
        out[k] = (double)binary_logarithm(1 + (double)counts[k]) / LOGARITHM_UNIT;
    out[DATE_ALWAYS] = 1;
    out[DATE_ON_TOPIC] =
        (double)binary_logarithm(1 + topic_of(r, entries->when.days)) / LOGARITHM_UNIT;
    out[DATE_PLANNED] = (double)counts[DATE_PLANNED] / (double)count;
    out[DATE_RELEVANCE] = relevance_of(entries, count);
}

double date_importance(const date_ranker *r, const double features[DATE_FEATURE_COUNT]) {
    return r->weights ? weights_score(r->weights, features, DATE_FEATURE_COUNT) : 0;
}
