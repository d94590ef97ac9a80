/* SPDX-License-Identifier: MIT */
/*
 * A name in a parsed sentence: a run of capitalised words with what joins them ("Ministry of
 * Defence", "Ursula von der Leyen", "Johnson & Johnson"), without titles before it and "'s" behind
 * it; and whose name it is.
 */
#ifndef EVENT_NAME_H
#define EVENT_NAME_H

#include "event/known_names.h"
#include "event/mention.h"
#include "lang/tree.h"

typedef enum name_kind {
    NAME_KIND_UNKNOWN,
    NAME_KIND_PERSON,
    NAME_KIND_ORGANISATION,
    NAME_KIND_PLACE
} name_kind;

typedef struct name_span {
    token_range words;
    name_kind kind;
    size_t head; /* the word that all others of it hang on */
} name_span;

/* The name that the word at `at` is part of; false where it is part of none. */
bool name_at(const tree *t, size_t at, name_span *out);

/* The kind of that name; NAME_KIND_UNKNOWN where there is none. */
name_kind name_kind_at(const tree *t, size_t at);

/* What the words of a name say by themselves. */
name_kind name_kind_of(slice words);

/* The words as they stand. */
slice name_words(const tree *t, token_range words);

/* The words as they are told: of a place or an organisation that is listed in the list's spelling,
 * of others as they stand, white space as one space each. In the text, the list, or the arena. */
slice name_text(const tree *t, token_range words, arena *a);

/* Whether a noun in its dictionary form is one for persons, or for groups of them where these are
 * asked for, too; not for just anybody. By WordNet (event/senses.h) and the lists. */
bool noun_is_somebody(slice lemma, bool groups);

/* Letters, figures, and marks that stand in names: no addresses, no remains of markup. */
bool name_is_clean(slice words);

/* The next word of a name at or behind `*at`, which moves behind it; "" at the end. Hyphens part
 * words, too. */
slice name_next_word(slice words, size_t *at);

/* Adds a name to those of a mention, each once, a few of a kind. */
void name_add(slice_list *names, slice name, arena *a);

#endif
