/* SPDX-License-Identifier: MIT */
/*
 * Which time expression dates which event: those of the event's own sentence and the last one
 * before it are ranked by a learnt model; where none is likely the event is left undated.
 */
#ifndef EVENT_DATED_BY_H
#define EVENT_DATED_BY_H

#include "event/dated_by_features.h"
#include "event/linear_model.h"

typedef struct event_dater {
    linear_model model;
    passage_date passage;
    arena *owner;
    timex_tokens_list room;
} event_dater;

event_dater event_dater_of(day_number published, arena *a);

/*
 * Sets event.timex of the events of a sentence. `timexes` are the `count` expressions in it,
 * the first of which is `number` in the text, from 1. Sentences come in their order.
 */
void events_date(event_dater *d, const seen_sentence *v, const timex *timexes, size_t count,
                 int number, event *events, size_t event_count);

#endif
