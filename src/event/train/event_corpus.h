/* SPDX-License-Identifier: MIT */
/*
 * Documents with events, time expressions and the links between them, as people annotated them in
 * TimeML: JSON Lines of `{"id", "dct", "text", "events", "timex", "tlinks"}`, offsets in code
 * points. They are read as the program reads them, so that the models learn what they will see.
 */
#ifndef EVENT_TRAIN_EVENT_CORPUS_H
#define EVENT_TRAIN_EVENT_CORPUS_H

#include "event/event.h"
#include "read/article.h"

/* Of each file, every third document is held back: nothing is learnt from it. */
#define HELD_BACK_EVERY 3

typedef struct gold_event {
    size_t start; /* bytes */
    size_t end;
    event_class class;
    VECTOR(size_t) within; /* gold time expressions that the event lies in, by index */
    VECTOR(size_t) linked; /* those that it is linked to in another way */
} gold_event;

typedef struct gold_timex {
    size_t start;
    size_t end;
} gold_timex;

typedef struct gold_document {
    article article;
    bool held_back;
    VECTOR(gold_event) events;
    VECTOR(gold_timex) timexes;
    sentence_list sentences; /* analysed */
    timex_list found;        /* time expressions, as the program finds them */
} gold_document;

typedef VECTOR(gold_document) gold_list;

/* Adds the documents of the file. */
void gold_read(const char *path, arena *a, gold_list *out);

/* The time expressions of the sentence among those found: from *first, this many. */
size_t gold_sentence_timexes(const gold_document *d, const sentence *s, size_t *first);

#endif
