/* SPDX-License-Identifier: MIT */
#include "event/names.h"

#define MOST_NAMES 8 /* of a kind in one mention */

/* A word of a name: capitalised, no word of time, no title before one. */
static bool is_name_word(const tree *t, size_t at) {
    const token *word = tree_token(t, at);
    return word->pos == POS_PROPER && !word_is(word->classes, TIME_WORD) &&
           !word_is(word->classes, PERSON_TITLE) && t->text.data[word->start] != '\'';
}

static void add_name(const tree *t, token_range words, arena *a, slice_list *out) {
    slice name =
        slice_range(t->text, tree_token(t, words.first)->start, tree_token(t, words.end - 1)->end);
    if (slice_index(out->items, out->count, name) == SIZE_MAX && out->count < MOST_NAMES)
        *vector_push(out, a) = name;
}

/* Behind a preposition of place, over what stands between it and the name. */
static bool is_placed(const tree *t, token_range words) {
    size_t last = words.end - 1;
    size_t led_by = tree_dependent(t, last, RELATION_CASE);
    return led_by != NO_TOKEN && word_is(tree_classes(t, led_by), ATTACHES) &&
           !word_is(tree_classes(t, led_by), OF);
}

static void names_in(const tree *t, token_range range, bool placed, arena *a, slice_list *out) {
    for (size_t at = range.first; at < range.end;) {
        token_range words = {at, at};
        while (words.end < range.end && is_name_word(t, words.end))
            words.end++;
        if (words.end > words.first && is_placed(t, words) == placed)
            add_name(t, words, a, out);
        at = words.end > words.first ? words.end : at + 1;
    }
}

void names_find(const clause_list *l, dated told, arena *a, slice_list *actors,
                slice_list *places) {
    const tree *t = l->tree;
    size_t whole = told.noun != NO_TOKEN ? told.noun : told.clause->predicate;
    if (told.noun == NO_TOKEN && told.clause->subject != NO_TOKEN)
        names_in(t, tree_below(t, told.clause->subject), false, a, actors);
    names_in(t, tree_below(t, whole), true, a, places);
}
