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

static slice_list copy_slices(arena *a, const slice_list *from) {
    slice_list copy = {0};
    for (size_t i = 0; i < from->count; i++)
        *vector_push(&copy, a) = arena_copy(a, from->items[i]);
    return copy;
}

mention mention_copy(arena *a, const mention *m) {
    mention copy = *m;
    copy.quote = arena_copy(a, m->quote);
    copy.title = arena_copy(a, m->title);
    copy.core = arena_copy(a, m->core);
    copy.head = arena_copy(a, m->head);
    copy.timex = arena_copy(a, m->timex);
    copy.value = arena_copy(a, m->value);
    copy.attribution = arena_copy(a, m->attribution);
    copy.anchor = arena_copy(a, m->anchor);
    copy.actors = copy_slices(a, &m->actors);
    copy.places = copy_slices(a, &m->places);
    copy.figures = (figure_list){0};
    for (size_t i = 0; i < m->figures.count; i++) {
        figure *f = vector_push(&copy.figures, a);
        *f = m->figures.items[i];
        f->of = arena_copy(a, f->of);
    }
    return copy;
}
