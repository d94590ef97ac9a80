/* SPDX-License-Identifier: MIT */
/*
 * Which words of a sentence are events, of which class, in what form, and when: the whole of this
 * step for a text, sentence after sentence in their order:
 *
 *     event_finder finder = event_finder_of(text, published, a);
 *     event_list events = {0};
 *     events_find(&finder, &sentence, timexes, count, number, &events);   // for each sentence
 */
#ifndef EVENT_EVENTIVE_H
#define EVENT_EVENTIVE_H

#include "event/dated_by.h"
#include "event/event.h"
#include "event/linear_model.h"
#include "event/seen_words.h"

typedef struct event_finder {
    slice text;
    arena *owner;
    arena *words_owner; /* of the words of sentences; NULL: the owner */
    linear_model eventive;
    event_dater dater;
    seen_word_list room;
} event_finder;

/*
 * The events of one sentence for those who ask for a few words: each is told when it is asked for.
 * It holds until the finder looks at another sentence; parsing this one changes nothing.
 */
typedef struct asked_events {
    const event_finder *finder;
    seen_sentence seen;
    uint8_t *classes; /* of each word that was asked for; NULL: no word is an event */
} asked_events;

event_finder event_finder_of(slice text, day_number published, arena *a);

/*
 * Adds the events of a sentence in the order of its words; the sentence is analysed where it is
 * not yet. `timexes` are the `count` expressions that stand in it, the first of which is `number`
 * in the text, counted from 1.
 */
void events_find(event_finder *f, sentence *s, const timex *timexes, size_t count, int number,
                 event_list *out);

/* Nothing is told yet; the sentence is analysed where it is not yet. */
asked_events events_ask(event_finder *f, sentence *s, const timex *timexes, size_t count);

/* Whether a word is an event, as events_find() tells it, and no state; and whether it happens at a
 * time, so that it is no saying either. */
bool event_happens(const asked_events *e, size_t at);
bool event_happens_at_once(const asked_events *e, size_t at);

/*
 * The same for the sentences of a block: `timexes` are those of the whole text, in its order; from
 * `first` on they are the block's.
 */
void events_find_all(event_finder *f, sentence *sentences, size_t count, const timex_list *timexes,
                     size_t first, event_list *out);

#endif
