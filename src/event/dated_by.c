/* SPDX-License-Identifier: MIT */
#include "event/dated_by.h"

MODEL_DECLARE(dated_by);

/*
 * An event is dated where that is at least this likely: by its own sentence, and by what was told
 * before it. Low, since most events that people did not link are in fact of that date.
 */
#define LIKELY_DATE    0.10f
#define LIKELY_PASSAGE 0.12f

event_dater event_dater_of(day_number published, arena *a) {
    return (event_dater){
        .model = linear_model_of(MODEL_BYTES(dated_by), DATED_BY_KIND, DATED_BY_VERSION),
        .passage = {.number = TIMEX_NONE, .published = published},
        .owner = a};
}

static float likelihood(const event_dater *d, const date_choice *c, size_t which_event,
                        size_t which_timex) {
    uint64_t features[DATED_BY_MOST_FEATURES];
    size_t count = dated_by_features(c, which_event, which_timex, features);
    linear_scores scores = {{0}};
    linear_add(&d->model, features, count, &scores);
    float probabilities[LINEAR_OUTCOMES];
    linear_probabilities(&d->model, &scores, probabilities);
    return probabilities[DATED_BY_YES];
}

static void date_event(const event_dater *d, const date_choice *c, size_t which, int number,
                       event *e) {
    choice_range near = choices_near(c, which);
    float best = LIKELY_DATE;
    for (size_t k = near.first; k < near.end; k++) {
        float likely = likelihood(d, c, which, k);
        if (likely > best) {
            best = likely;
            e->timex = number + (int)k;
        }
    }
    best = best > LIKELY_PASSAGE ? best : LIKELY_PASSAGE;
    if (d->passage.number != TIMEX_NONE && likelihood(d, c, which, c->count) > best)
        e->timex = d->passage.number;
}

void events_date(event_dater *d, const seen_sentence *v, const timex *timexes, size_t count,
                 int number, event *events, size_t event_count) {
    date_choice c =
        date_choice_of(v, timexes, count, events, event_count, &d->passage, d->owner, &d->room);
    for (size_t i = 0; i < event_count; i++)
        date_event(d, &c, i, number, &events[i]);
    passage_pass(&d->passage, timexes, count, number);
}
