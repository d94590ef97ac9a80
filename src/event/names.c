/* SPDX-License-Identifier: MIT */
#include "event/names.h"

#define MOST_NAMES 8 /* of a kind in one mention */

/* A word of a name: capitalised, no word of time, no title before one. */
static bool is_name_word(slice text, const token *t) {
    return t->pos == POS_PROPER && !word_is(t->classes, TIME_WORD) &&
           !word_is(t->classes, PERSON_TITLE) && text.data[t->start] != '\'';
}

/* The name that begins at a token: up to the last capitalised word of the run. */
static size_t name_end(slice text, const sentence *s, size_t at, size_t end) {
    while (at < end && is_name_word(text, &s->tokens[at]))
        at++;
    return at;
}

static void add_name(slice text, const sentence *s, size_t first, size_t end, arena *a,
                     slice_list *out) {
    slice name = slice_range(text, s->tokens[first].start, s->tokens[end - 1].end);
    for (size_t i = 0; i < out->count; i++)
        if (slice_equal(out->items[i], name))
            return;
    if (out->count < MOST_NAMES)
        *vector_push(out, a) = name;
}

static void names_in(slice text, const sentence *s, token_range range, bool behind_preposition,
                     arena *a, slice_list *out) {
    for (size_t at = range.first; at < range.end;) {
        size_t end = name_end(text, s, at, range.end);
        if (end == at) {
            at++;
            continue;
        }
        size_t before = at;
        while (before > range.first && s->tokens[before - 1].pos == POS_DETERMINER)
            before--;
        bool placed = before > range.first && word_is(s->tokens[before - 1].classes, PLACE_BEFORE);
        if (placed == behind_preposition)
            add_name(text, s, at, end, a, out);
        at = end;
    }
}

void names_find(slice text, const sentence *s, const clause *c, arena *a, slice_list *actors,
                slice_list *places) {
    names_in(text, s, c->subject, false, a, actors);
    names_in(text, s, c->subject, true, a, places);
    names_in(text, s, c->tokens, true, a, places);
}

/* "Experts said": a word that is capitalised for its place alone. */
static bool may_be_no_name(slice text, const sentence *s, size_t first, size_t end) {
    return first == 0 && end == 1 && text.data[s->tokens[0].end - 1] == 's';
}

slice last_name_in(slice text, const sentence *s, token_range range) {
    slice found = {"", 0};
    for (size_t at = range.first; at < range.end;) {
        size_t end = name_end(text, s, at, range.end);
        if (end > at && !may_be_no_name(text, s, at, end))
            found = slice_range(text, s->tokens[at].start, s->tokens[end - 1].end);
        at = end > at ? end : at + 1;
    }
    return found;
}
