/* SPDX-License-Identifier: MIT */
#include "event/event.h"

slice event_class_name(event_class class) {
    static const slice names[] = {
#define EVENT_CLASS_NAME(name) SLICE(#name),
        EVENT_CLASS_LIST(EVENT_CLASS_NAME)
#undef EVENT_CLASS_NAME
    };
    return names[class];
}

slice event_tense_name(event_tense tense) {
    static const slice names[] = {
#define EVENT_TENSE_NAME(name) SLICE(#name),
        EVENT_TENSE_LIST(EVENT_TENSE_NAME)
#undef EVENT_TENSE_NAME
    };
    return names[tense];
}

slice event_aspect_name(event_aspect aspect) {
    static const slice names[] = {
#define EVENT_ASPECT_NAME(name) SLICE(#name),
        EVENT_ASPECT_LIST(EVENT_ASPECT_NAME)
#undef EVENT_ASPECT_NAME
    };
    return names[aspect];
}

slice event_word_name(event_word word) {
    static const slice names[] = {
#define EVENT_WORD_NAME(name) SLICE(#name),
        EVENT_WORD_LIST(EVENT_WORD_NAME)
#undef EVENT_WORD_NAME
    };
    return names[word];
}
