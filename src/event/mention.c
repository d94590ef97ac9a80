/* SPDX-License-Identifier: MIT */
#include "event/mention.h"

#define WORD_OF(name, word) SLICE(word),

static const slice status_words[] = {EVENT_STATUS_LIST(WORD_OF)};
static const slice bound_words[] = {BOUND_LIST(WORD_OF)};

slice event_status_word(event_status status) {
    return status_words[status];
}

bool event_status_named(slice word, event_status *out) {
    size_t i = slice_index(status_words, sizeof status_words / sizeof *status_words, word);
    if (i != SIZE_MAX)
        *out = (event_status)i;
    return i != SIZE_MAX;
}

slice bound_word(bound b) {
    return bound_words[b];
}

bool bound_named(slice word, bound *out) {
    size_t i = slice_index(bound_words, sizeof bound_words / sizeof *bound_words, word);
    if (i != SIZE_MAX)
        *out = (bound)i;
    return i != SIZE_MAX;
}
