/* SPDX-License-Identifier: MIT */
#include "event/full_names.h"

#include "base/map.h"
#include "event/name.h"
#include "lang/words.h"

/* Words that stand before a surname at most: "Ana Maria Berg". */
#define MOST_GIVEN_NAMES 3

static bool is_name_byte(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80 || c == '-' || c == '\'' ||
           ascii_is_digit(c);
}

static bool stands_alone(slice text, size_t start, size_t end) {
    return (start == 0 || !is_name_byte(text.data[start - 1])) &&
           (end == text.length || !is_name_byte(text.data[end]) || text.data[end] == '\'');
}

/* The word before an offset, over one space; "" where something else stands there. */
static slice word_before(slice text, size_t at) {
    if (at < 2 || text.data[at - 1] != ' ')
        return (slice){"", 0};
    size_t start = at - 1;
    bool initial = text.data[start - 1] == '.' && start >= 2 &&
                   ascii_is_upper(text.data[start - 2]) &&
                   (start == 2 || text.data[start - 3] == ' ');
    start -= initial;
    while (start > 0 && is_name_byte(text.data[start - 1]))
        start--;
    return slice_range(text, start, at - 1);
}

/* A word that may be a given name though none knows it: capitalised, and no other word. */
static bool may_be_given_name(slice word) {
    if (name_is(name_classes_of(word), GIVEN_NAME))
        return true;
    bool capital = word.length > 1 && ascii_is_upper(word.data[0]) &&
                   !ascii_is_upper(word.data[1]) && word.data[word.length - 1] != '.';
    return capital && !name_classes_of(word) && !word_classes_of(word);
}

static bool may_be_middle(slice word) {
    bool initial = word.length == 2 && ascii_is_upper(word.data[0]) && word.data[1] == '.';
    return initial || name_is(name_classes_of(word), PARTICLE) || may_be_given_name(word);
}

/* "Luiz Inácio Lula | da Silva": where a name goes on behind small words. */
static size_t end_of_name(slice text, size_t end) {
    size_t at = end;
    slice word;
    do {
        size_t start = at + 1;
        at = start;
        while (at < text.length && is_name_byte(text.data[at]))
            at++;
        word = start < text.length && text.data[start - 1] == ' ' ? slice_range(text, start, at)
                                                                  : (slice){"", 0};
    } while (word.length && name_is(name_classes_of(word), PARTICLE));
    if (slice_ends_with(word, SLICE("'s")) || slice_ends_with(word, SLICE("’s")))
        at = end; /* whose it is, not the name */
    bool goes_on =
        at > end && word.length && word.data != text.data + end + 1 && ascii_is_upper(word.data[0]);
    return goes_on ? at : end;
}

/* The full name that the surname at an offset is part of; "" if only that stands there. */
static slice full_name_at(slice text, size_t start, size_t end) {
    size_t first = start, given = start;
    for (int i = 0; i < MOST_GIVEN_NAMES; i++) {
        slice word = word_before(text, first);
        if (!word.length || !may_be_middle(word))
            break;
        first -= word.length + 1;
        if (may_be_given_name(word))
            given = first;
        if (name_is(name_classes_of(word), GIVEN_NAME) && i > 0 &&
            !name_is(name_classes_of(word_before(text, first)), GIVEN_NAME))
            break;
    }
    return given < start ? slice_range(text, given, end_of_name(text, end)) : (slice){"", 0};
}

static slice first_word(slice words) {
    size_t end = 0;
    while (end < words.length && words.data[end] != ' ')
        end++;
    return slice_range(words, 0, end);
}

/* The full name that the article has for a surname; "" if none or several: a family. */
static slice full_name_of(slice text, slice surname) {
    slice found = {"", 0};
    for (size_t at = slice_find(text, surname, 0); at != SIZE_MAX;
         at = slice_find(text, surname, at + 1)) {
        size_t end = at + surname.length;
        slice full = stands_alone(text, at, end) ? full_name_at(text, at, end) : (slice){"", 0};
        if (!full.length || slice_equal(full, found))
            continue;
        if (found.length && !slice_equal(first_word(full), first_word(found)))
            return (slice){"", 0};
        if (full.length > found.length)
            found = full;
    }
    return found;
}

/* ---- Acronyms ----------------------------------------------------------------------------- */

/* The start of the words whose initials a word of capitals is, behind which it stands in brackets
 * at `bracket`; SIZE_MAX if they are not these. Small words between them do not count. */
static size_t start_of_initials(slice text, size_t bracket, slice acronym) {
    size_t at = bracket, wanted = acronym.length;
    while (wanted) {
        slice word = word_before(text, at);
        if (!word.length)
            return SIZE_MAX;
        at -= word.length + 1;
        if (word.data[0] == acronym.data[wanted - 1])
            wanted--;
        else if (ascii_is_upper(word.data[0]) || wanted == acronym.length)
            return SIZE_MAX;
    }
    return at;
}

static slice words_of_acronym(slice text, slice acronym, arena *a) {
    slice bracketed = arena_format(a, "(%.*s)", SLICE_ARGS(acronym));
    size_t at = slice_find(text, bracketed, 0);
    size_t start = at == SIZE_MAX ? SIZE_MAX : start_of_initials(text, at, acronym);
    return start == SIZE_MAX ? (slice){"", 0} : slice_range(text, start, at - 1);
}

/* ---- Mentions ----------------------------------------------------------------------------- */

static bool is_one_word(slice name) {
    return !memchr(name.data, ' ', name.length);
}

/* The name that is told for an actor in this article; the same where it has no longer one. */
static slice settled(slice text, slice actor, arena *a) {
    if (!is_one_word(actor) || ascii_lower(actor.data[0]) == actor.data[0])
        return actor;
    name_classes listed = name_classes_of(actor);
    if (listed & (NAME(ORGANISATION) | NAME(COUNTRY)))
        return actor;
    bool capitals = actor.length > 1 && ascii_is_upper(actor.data[1]);
    slice full = capitals ? words_of_acronym(text, actor, a) : full_name_of(text, actor);
    return full.length ? full : actor;
}

typedef struct settler {
    slice text;
    arena *owner;
    map *seen; /* each short name to its place in `told` */
    slice_list told;
} settler;

static slice settle(settler *s, slice name) {
    size_t *place = map_at(s->seen, name, s->told.count);
    if (*place == s->told.count)
        *vector_push(&s->told, s->owner) = settled(s->text, name, s->owner);
    return s->told.items[*place];
}

static void settle_actors(settler *s, slice_list *actors) {
    slice_list all = {0};
    for (size_t i = 0; i < actors->count; i++)
        name_add(&all, settle(s, actors->items[i]), s->owner);
    *actors = all;
}

/* A city or region that is somebody's surname here: "Jordan Smith", "George Washington". */
static bool is_person_here(settler *s, slice place) {
    slice full = settle(s, place);
    return full.length > place.length && name_is(name_classes_of(first_word(full)), GIVEN_NAME);
}

static void settle_places(settler *s, slice_list *places) {
    slice_list all = {0};
    for (size_t i = 0; i < places->count; i++)
        if (!is_person_here(s, places->items[i]))
            name_add(&all, places->items[i], s->owner);
    *places = all;
}

void full_names_settle(slice text, mention_list *mentions, size_t first, arena *a) {
    settler s = {.text = text, .owner = a, .seen = map_new(a)};
    for (size_t i = first; i < mentions->count; i++) {
        settle_actors(&s, &mentions->items[i].actors);
        settle_places(&s, &mentions->items[i].places);
    }
}
