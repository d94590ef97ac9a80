/* SPDX-License-Identifier: MIT */
#include "event/places.h"

#include "event/name.h"
#include "event/senses.h"

#define DATELINE_REACH 60 /* bytes before the mark that ends it */

static name_classes classes_at(const tree *t, size_t at) {
    return name_classes_of(tree_word(t, at));
}

/* The preposition before a noun, or before what it is joined to; one that the parser gave to the
 * verb ("sank off | Sicily") stands right before the noun's first word. */
static size_t preposition_of(const tree *t, size_t at, size_t first) {
    size_t found = tree_dependent(t, at, RELATION_CASE);
    if (found != NO_TOKEN)
        return found;
    if (tree_relation(t, at) == RELATION_CONJ)
        return tree_dependent(t, tree_head(t, at), RELATION_CASE);
    bool of_verb = first > 0 && tree_relation(t, first - 1) == RELATION_COMPOUND_PRT;
    return of_verb ? first - 1 : NO_TOKEN;
}

/* "in Cairo", "arrived from Oslo"; not "the ambassador to Norway". */
static bool is_placed(const tree *t, const name_span *n) {
    size_t led_by = preposition_of(t, n->head, n->words.first), above = tree_head(t, n->head);
    if (led_by == NO_TOKEN || above == NO_TOKEN ||
        !name_is(classes_at(t, led_by), PLACE_PREPOSITION))
        return false;
    bool locates = name_is(classes_at(t, led_by), LOCATING_PREPOSITION);
    bool of_noun = relation_is_nominal_modifier(tree_relation(t, n->head)) &&
                   word_is(tree_classes(t, above), PERSON_TITLE);
    if (of_noun && !locates)
        return false;
    name_classes listed = name_classes_of(name_words(t, n->words));
    return n->kind == NAME_KIND_PLACE || (listed & NAME_PLACES) ||
           (locates && n->kind == NAME_KIND_UNKNOWN);
}

/* "off the coast of Peru", "in the capital Lima", "in the village of Orm". */
static bool is_told_by_noun(const tree *t, const name_span *n) {
    size_t noun = tree_head(t, n->head);
    if (noun == NO_TOKEN || noun > n->head || !name_is(classes_at(t, noun), PLACE_NOUN) ||
        n->kind == NAME_KIND_PERSON || n->kind == NAME_KIND_ORGANISATION)
        return false;
    size_t led_by = tree_dependent(t, n->head, RELATION_CASE),
           whole = preposition_of(t, noun, noun);
    bool of =
        led_by == NO_TOKEN ? noun + 1 == n->words.first : word_is(tree_classes(t, led_by), OF);
    return of && whole != NO_TOKEN && name_is(classes_at(t, whole), PLACE_PREPOSITION);
}

/* "Port Sudan, Sudan": right behind a comma behind a place. */
static bool is_beside(const tree *t, const name_span *n, size_t end_of_last) {
    relation r = tree_relation(t, n->head);
    return n->kind == NAME_KIND_PLACE && end_of_last != NO_TOKEN &&
           end_of_last + 1 == n->words.first && tree_token(t, end_of_last)->tag == PENN_COMMA &&
           (r == RELATION_APPOS || r == RELATION_NMOD_UNMARKED || r == RELATION_LIST ||
            r == RELATION_NMOD || r == RELATION_CONJ || r == RELATION_PARATAXIS ||
            r == RELATION_OBL_UNMARKED);
}

/* A noun that most often names what happens; by its form, since few such nouns change it. */
static bool often_happens(const tree *t, size_t noun) {
    return senses_happens(senses_of(slice_hash(tree_word(t, noun)))) >= HAPPENS_OFTEN;
}

/* "visited Brazil", "the Haiti earthquake". */
static bool is_what_happens_there(const tree *t, const name_span *n, dated told) {
    relation r = tree_relation(t, n->head);
    size_t above = tree_head(t, n->head);
    bool object = r == RELATION_OBJ && told.noun == NO_TOKEN && above == told.clause->predicate;
    bool before = (r == RELATION_COMPOUND || r == RELATION_NMOD_POSS || r == RELATION_NMOD) &&
                  above == told.noun;
    bool subject = told.noun == NO_TOKEN && r == RELATION_COMPOUND &&
                   above == told.clause->subject && often_happens(t, above);
    return n->kind == NAME_KIND_PLACE && (object || before || subject);
}

void places_find(const clause_list *l, dated told, arena *a, slice_list *out) {
    const tree *t = l->tree;
    token_range where =
        told.noun != NO_TOKEN ? tree_below(t, told.noun) : (token_range){0, t->count};
    size_t end_of_last = NO_TOKEN;
    for (size_t at = where.first; at < where.end; at++) {
        bool told_here =
            told.noun != NO_TOKEN ? tree_is_below(t, at, told.noun) : l->of[at] == told.clause;
        name_span found;
        if (!told_here || !name_at(t, at, &found))
            continue;
        bool placed = is_placed(t, &found) || is_told_by_noun(t, &found) ||
                      is_beside(t, &found, end_of_last) || is_what_happens_there(t, &found, told);
        if (placed) {
            name_add(out, name_text(t, found.words, a), a);
            end_of_last = found.words.end;
        }
        at = found.words.end - 1;
    }
}

/* ---- Datelines ---------------------------------------------------------------------------- */

/* "PORT SUDAN" as names are listed: "Port Sudan". */
static slice capitalised(slice words, arena *a) {
    slice copy = arena_copy(a, words);
    char *letters = (char *)copy.data;
    for (size_t i = 1; i < copy.length; i++)
        if (ascii_is_letter(words.data[i - 1]))
            letters[i] = ascii_lower(letters[i]);
    return copy;
}

/* A dash, or a bracket that opens: what ends the place of "PARIS (Agency) – " and what goes with
 * it. */
static bool parts_dateline(slice text, size_t at) {
    return text.data[at] == '(' ||
           slice_starts_with(slice_range(text, at, text.length), SLICE("–")) ||
           slice_starts_with(slice_range(text, at, text.length), SLICE("—")) ||
           slice_starts_with(slice_range(text, at, text.length), SLICE("- ")) ||
           slice_starts_with(slice_range(text, at, text.length), SLICE("--"));
}

/* The place that a text begins with as datelines do, "PARIS, May 24 —"; "" if it does not. */
static slice dateline_place(slice text) {
    size_t place = 0, end = 0;
    while (end < text.length && end < DATELINE_REACH && !parts_dateline(text, end)) {
        if (!place && text.data[end] == ',')
            place = end;
        end++;
    }
    if (end == text.length || end == DATELINE_REACH)
        return (slice){"", 0};
    return slice_trim(slice_range(text, 0, place ? place : end));
}

static const block *first_paragraph(const article *from) {
    for (size_t i = 0; i < from->block_count; i++)
        if (from->blocks[i].kind == BLOCK_PARAGRAPH)
            return &from->blocks[i];
    return NULL;
}

void places_of_dateline(const article *from, arena *a, slice_list *out) {
    const block *first = first_paragraph(from);
    if (!first)
        return;
    slice place = dateline_place(slice_range(from->text, first->start, first->end));
    const known_name *known = known_name_of(place);
    if (!known)
        known = known_name_of(capitalised(place, a));
    if (known && (known->classes & NAME_PLACES))
        name_add(out, known_name_told(known), a);
}
