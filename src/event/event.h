/* SPDX-License-Identifier: MIT */
/*
 * Events in the sense of TimeML 1.2.1 (Saurí et al. 2006): the words of a sentence that say that
 * something happens, holds or is said, each with its class, the tense, aspect, polarity and
 * modality of its verb group, and the time expression that dates it.
 */
#ifndef EVENT_EVENT_H
#define EVENT_EVENT_H

#include "base/vector.h"
#include "time/timex.h"

#define EVENT_CLASS_LIST(_)                                                                        \
    _(OCCURRENCE)                                                                                  \
    _(STATE)                                                                                       \
    _(REPORTING)                                                                                   \
    _(I_ACTION) /* takes another event: tried to, promised to, prevented */                        \
    _(I_STATE)  /* believes, wants or fears another event */                                       \
    _(ASPECTUAL)                                                                                   \
    _(PERCEPTION)

typedef enum event_class {
#define EVENT_CLASS_CODE(name) EVENT_CLASS_##name,
    EVENT_CLASS_LIST(EVENT_CLASS_CODE)
#undef EVENT_CLASS_CODE
        EVENT_CLASS_COUNT
} event_class;

#define EVENT_TENSE_LIST(_)                                                                        \
    _(NONE)                                                                                        \
    _(PAST)                                                                                        \
    _(PRESENT)                                                                                     \
    _(FUTURE)                                                                                      \
    _(INFINITIVE)                                                                                  \
    _(PRESPART)                                                                                    \
    _(PASTPART)

typedef enum event_tense {
#define EVENT_TENSE_CODE(name) EVENT_TENSE_##name,
    EVENT_TENSE_LIST(EVENT_TENSE_CODE)
#undef EVENT_TENSE_CODE
} event_tense;

#define EVENT_ASPECT_LIST(_)                                                                       \
    _(NONE)                                                                                        \
    _(PROGRESSIVE)                                                                                 \
    _(PERFECTIVE)                                                                                  \
    _(PERFECTIVE_PROGRESSIVE)

typedef enum event_aspect {
#define EVENT_ASPECT_CODE(name) EVENT_ASPECT_##name,
    EVENT_ASPECT_LIST(EVENT_ASPECT_CODE)
#undef EVENT_ASPECT_CODE
} event_aspect;

#define EVENT_WORD_LIST(_)                                                                         \
    _(VERB)                                                                                        \
    _(NOUN)                                                                                        \
    _(ADJECTIVE)                                                                                   \
    _(PREPOSITION)                                                                                 \
    _(OTHER)

typedef enum event_word {
#define EVENT_WORD_CODE(name) EVENT_WORD_##name,
    EVENT_WORD_LIST(EVENT_WORD_CODE)
#undef EVENT_WORD_CODE
} event_word;

/* How the verb of an event stands. */
typedef struct event_form {
    event_word word; /* what part of speech the event is */
    event_tense tense;
    event_aspect aspect;
    bool negated;
    slice modality; /* the modal verb in lower case, or "have to"; "" where there is none */
} event_form;

typedef struct event {
    size_t token; /* of its sentence */
    size_t start; /* bytes of the article's text */
    size_t end;
    event_class class;
    event_form form;
    int timex; /* that dates it: its number in the text, from 1; or TIMEX_NONE */
} event;

typedef VECTOR(event) event_list;

/* The names that TimeML gives them. */
slice event_class_name(event_class class);
slice event_tense_name(event_tense tense);
slice event_aspect_name(event_aspect aspect);
slice event_word_name(event_word word);

#endif
