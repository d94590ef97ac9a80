/* SPDX-License-Identifier: MIT */
#include "event/name.h"

#include "event/senses.h"

#define LONGEST_NOUN 32
#define MOST_NAMES   8 /* of a kind in one mention */
/* Words of a name; a longer run is a headline. */
#define MOST_NAME_WORDS 9
/* Tokens between two words of a name: "of the", "-au-". */
#define WIDEST_GAP 3

static name_classes classes_at(const tree *t, size_t at) {
    return name_classes_of(tree_word(t, at));
}

static bool is_word(const tree *t, size_t at, const char *word) {
    return slice_equal(tree_word(t, at), slice_of(word));
}

/* "Theresa May", but not "May 3": a word of time behind a given name, or hung on one. */
static bool is_surname(const tree *t, size_t at) {
    bool dated = at + 1 < t->count && tree_token(t, at + 1)->pos == POS_NUMBER;
    bool behind_name = at > 0 && name_is(classes_at(t, at - 1), GIVEN_NAME);
    return (behind_name || tree_relation(t, at) == RELATION_FLAT) && !dated;
}

/* Capitalised, and not for any other reason than that it is part of a name. */
static bool is_name_word(const tree *t, size_t at) {
    const token *word = tree_token(t, at);
    char first = t->text.data[word->start];
    bool foreign = (unsigned char)first >= 0xc3 && word->pos == POS_PROPER;
    if (!ascii_is_upper(first) && !foreign)
        return false;
    if (word_is(word->classes, TIME_WORD) && !is_surname(t, at))
        return false;
    bool describes = word->pos == POS_ADJECTIVE || word->pos == POS_NOUN ||
                     word->pos == POS_GERUND || word->pos == POS_PARTICIPLE;
    return word->pos == POS_PROPER || describes;
}

static bool is_glued(const tree *t, size_t at) {
    return at > 0 && at + 1 < t->count && is_word(t, at, "-") &&
           tree_token(t, at - 1)->end == tree_token(t, at)->start &&
           tree_token(t, at)->end == tree_token(t, at + 1)->start;
}

/* "Ministry of", "Gulf of", "Secretary of": words that go on behind a joining word. */
static bool goes_on(const tree *t, size_t at, size_t joiner) {
    name_classes before = classes_at(t, at);
    bool of = word_is(tree_classes(t, joiner), OF);
    return name_is(before, ORGANISATION_WORD) ||
           (of && (before & (NAME(PLACE_WORD) | NAME(HONORIFIC) | NAME(ROYAL_TITLE))));
}

/* Whether two words of names are parts of one, with what stands between them. */
static bool are_joined(const tree *t, size_t left, size_t right) {
    size_t between = left + 1;
    if (between == right)
        return true;
    name_classes first = classes_at(t, between);
    if (between + 1 == right) {
        bool topics = tree_token(t, between)->pos == POS_COORDINATOR &&
                      name_is(classes_at(t, left), TOPIC) && name_is(classes_at(t, right), TOPIC);
        return is_glued(t, between) || is_word(t, between, "&") || name_is(first, PARTICLE) ||
               topics || (name_is(first, NAME_JOINER) && goes_on(t, left, between));
    }
    if (between + 3 == right) /* "Port-au-Prince" */
        return is_glued(t, between) && is_glued(t, between + 2);
    if (name_is(first, PARTICLE) && is_glued(t, between + 1)) /* "Omar al-Haddad" */
        return true;
    bool with_the = tree_token(t, between + 1)->pos == POS_DETERMINER;
    return (name_is(first, PARTICLE) && name_is(classes_at(t, between + 1), PARTICLE)) ||
           (with_the && name_is(first, NAME_JOINER) && goes_on(t, left, between));
}

static size_t left_of(const tree *t, size_t at) {
    for (size_t gap = 0; gap <= WIDEST_GAP && at > gap; gap++)
        if (is_name_word(t, at - 1 - gap))
            return are_joined(t, at - 1 - gap, at) ? at - 1 - gap : NO_TOKEN;
    return NO_TOKEN;
}

static size_t right_of(const tree *t, size_t at) {
    for (size_t gap = 0; gap <= WIDEST_GAP && at + 1 + gap < t->count; gap++)
        if (is_name_word(t, at + 1 + gap))
            return are_joined(t, at, at + 1 + gap) ? at + 1 + gap : NO_TOKEN;
    return NO_TOKEN;
}

slice name_words(const tree *t, token_range r) {
    return slice_range(t->text, tree_token(t, r.first)->start, tree_token(t, r.end - 1)->end);
}

static token_range run_around(const tree *t, size_t at) {
    token_range run = {at, at + 1};
    for (size_t left = left_of(t, run.first); left != NO_TOKEN; left = left_of(t, run.first))
        run.first = left;
    for (size_t right = right_of(t, at); right != NO_TOKEN; right = right_of(t, right))
        run.end = right + 1;
    while (run.end + 1 < t->count && is_glued(t, run.end) &&
           tree_token(t, run.end + 1)->pos == POS_PROPER)
        run.end += 2; /* "Geun-hye" */
    bool led = run.first > 1 && is_glued(t, run.first - 1) &&
               name_is(classes_at(t, run.first - 2), PARTICLE);
    if (led) /* "al-Assad" */
        run.first -= 2;
    return run;
}

/* ---- Where it begins and ends ------------------------------------------------------------- */

static bool ends_as_institution(const tree *t, token_range r) {
    return (classes_at(t, r.end - 1) & (NAME(ORGANISATION_WORD) | NAME(PLACE_WORD))) != 0;
}

static bool holds_class(const tree *t, token_range r, name_classes wanted) {
    for (size_t i = r.first; i < r.end; i++)
        if (classes_at(t, i) & wanted)
            return true;
    return false;
}

/* Behind "Secretary of State": the first word that may be a person's; the end if there is none. */
static size_t behind_office(const tree *t, token_range r, size_t at) {
    if (at >= r.end || !word_is(tree_classes(t, at), OF))
        return at;
    while (at < r.end && !name_is(classes_at(t, at), GIVEN_NAME) &&
           tree_dependent(t, at, RELATION_FLAT) == NO_TOKEN)
        at++;
    return at;
}

/* "Interior Minister | Ana Berg". What ends as an institution is one: "Justice Department". */
static bool cut_titles(const tree *t, token_range *r) {
    if (ends_as_institution(t, *r))
        return false;
    for (size_t i = r->end; i-- > r->first;) {
        if (!name_is(classes_at(t, i), HONORIFIC))
            continue;
        size_t behind = behind_office(t, *r, i + 1);
        if (behind < r->end)
            r->first = behind;
        return true;
    }
    return false;
}

/* "Republican | John McCain": a person's words hang on each other, flat. */
static bool cut_to_person(const tree *t, token_range *r) {
    for (size_t i = r->first; i < r->end; i++) {
        size_t head = tree_head(t, i);
        if (tree_relation(t, i) != RELATION_FLAT || head == NO_TOKEN || !range_holds(*r, head))
            continue;
        r->first = i < head ? i : head;
        return true;
    }
    return false;
}

/* "Rapper | Milo Kent": before a given name, a noun for a person. */
static void cut_calling(const tree *t, token_range *r) {
    if (r->end - r->first < 3 || !name_is(classes_at(t, r->first + 1), GIVEN_NAME) ||
        (classes_at(t, r->first) & (NAME(GIVEN_NAME) | NAME(ROYAL_TITLE))))
        return;
    if (noun_is_somebody(tree_word(t, r->first), false))
        r->first++;
}

/* "Russian | Gazprom": an adjective that belongs to no institution. */
static void cut_adjectives(const tree *t, token_range *r) {
    bool institution = holds_class(t, *r, NAME(ORGANISATION_WORD) | NAME(PLACE_WORD));
    while (!institution && r->first + 1 < r->end && !known_name_of(name_words(t, *r)) &&
           (tree_token(t, r->first)->pos != POS_PROPER ||
            name_is(classes_at(t, r->first), PEOPLE_ADJECTIVE)))
        r->first++;
}

/* "McDonald's" */
static void take_possessive(const tree *t, token_range *r) {
    token_range longer = {r->first, r->end + 1};
    if (longer.end <= t->count && tree_token(t, r->end)->tag == PENN_POS &&
        known_name_of(name_words(t, longer)))
        *r = longer;
}

/* ---- Whether it is one, and whose --------------------------------------------------------- */

bool name_is_clean(slice words) {
    for (size_t i = 0; i < words.length; i++) {
        char c = words.data[i];
        bool mark = c == '-' || c == '\'' || c == '.' || c == '&' || c == '+';
        if (!mark && !ascii_is_letter(c) && !ascii_is_digit(c) && !ascii_is_space(c) &&
            (unsigned char)c < 0x80)
            return false;
    }
    return words.length > 1;
}

/* A sign right behind it that no text has there: what was a letter before its bytes were misread.
 */
static bool is_broken_off(const tree *t, token_range r) {
    slice behind = slice_range(t->text, tree_token(t, r.end - 1)->end, t->text.length);
    return (slice_starts_with(behind, SLICE("\xc2")) &&
            !slice_starts_with(behind, SLICE("\xc2\xa0"))) ||
           (slice_starts_with(behind, SLICE("\xe2")) &&
            !slice_starts_with(behind, SLICE("\xe2\x80")));
}

static bool names_something(const tree *t, token_range r) {
    if (r.end - r.first > MOST_NAME_WORDS || is_broken_off(t, r) ||
        !name_is_clean(name_words(t, r)) || holds_class(t, r, NAME(CREDIT)))
        return false;
    for (size_t i = r.first; i < r.end; i++)
        if (tree_token(t, i)->pos == POS_PROPER &&
            !(classes_at(t, i) & (NAME(HONORIFIC) | NAME(PEOPLE_ADJECTIVE))))
            return true;
    return ends_as_institution(t, r) && r.end - r.first > 1;
}

static size_t head_of(const tree *t, token_range r) {
    for (size_t i = r.first; i < r.end; i++) {
        size_t above = tree_head(t, i);
        if (above == NO_TOKEN || !range_holds(r, above))
            return i;
    }
    return r.first;
}

/* All capitals: "IMF". */
static bool is_acronym(slice word) {
    size_t capitals = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (ascii_is_upper(word.data[i]))
            capitals++;
        else if (!ascii_is_digit(word.data[i]) && word.data[i] != '.')
            return false;
    }
    return capitals > 1;
}

slice name_next_word(slice words, size_t *at) {
    while (*at < words.length && (ascii_is_space(words.data[*at]) || words.data[*at] == '-'))
        ++*at;
    size_t start = *at;
    while (*at < words.length && !ascii_is_space(words.data[*at]) && words.data[*at] != '-')
        ++*at;
    return slice_range(words, start, *at);
}

static name_kind kind_of_listed(name_classes classes) {
    if (name_is(classes, ORGANISATION))
        return NAME_KIND_ORGANISATION;
    if (classes & NAME_PLACES)
        return NAME_KIND_PLACE;
    return name_is(classes, GIVEN_NAME) ? NAME_KIND_PERSON : NAME_KIND_UNKNOWN;
}

name_kind name_kind_of(slice words) {
    name_kind listed = kind_of_listed(name_classes_of(words));
    if (listed != NAME_KIND_UNKNOWN)
        return listed;
    if (is_acronym(words))
        return NAME_KIND_ORGANISATION;
    size_t at = 0, count = 0;
    name_classes first = 0, last = 0, any = 0;
    for (slice word = name_next_word(words, &at); word.length; word = name_next_word(words, &at)) {
        last = name_classes_of(word);
        first = count++ ? first : last;
        any |= last;
    }
    bool initial_place = name_is(first, PLACE_WORD) && count > 1;
    if (name_is(last, PLACE_WORD) && count > 1)
        return NAME_KIND_PLACE;
    if (name_is(any, ORGANISATION_WORD))
        return NAME_KIND_ORGANISATION;
    if ((first & (NAME(GIVEN_NAME) | NAME(ROYAL_TITLE))) && count > 1)
        return NAME_KIND_PERSON;
    return initial_place ? NAME_KIND_PLACE : NAME_KIND_UNKNOWN;
}

/* "spokesman Bryan Ferguson": a word in small letters before it that persons are told by. */
static bool is_introduced(const tree *t, size_t first) {
    return first > 0 && word_is(tree_classes(t, first - 1), PERSON_TITLE) &&
           tree_token(t, first - 1)->pos == POS_NOUN;
}

bool name_at(const tree *t, size_t at, name_span *out) {
    while (at + 1 < t->count && name_is(classes_at(t, at), PARTICLE) && !is_name_word(t, at))
        at++; /* "Ursula von der Linden" may hang on "von" */
    if (!is_name_word(t, at))
        return false;
    token_range r = run_around(t, at);
    bool person = cut_titles(t, &r);
    if (!person && !holds_class(t, r, NAME(ORGANISATION_WORD) | NAME(PLACE_WORD)) &&
        !known_name_of(name_words(t, r)))
        person = cut_to_person(t, &r);
    cut_calling(t, &r);
    cut_adjectives(t, &r);
    take_possessive(t, &r);
    if (!names_something(t, r))
        return false;
    name_kind kind = name_kind_of(name_words(t, r));
    if (person || (is_introduced(t, r.first) && kind == NAME_KIND_UNKNOWN))
        kind = NAME_KIND_PERSON;
    *out = (name_span){r, kind, head_of(t, r)};
    return true;
}

name_kind name_kind_at(const tree *t, size_t at) {
    name_span found;
    return name_at(t, at, &found) ? found.kind : NAME_KIND_UNKNOWN;
}

/* The entry of a place or an organisation, of a company without what says that it is one, too. */
static const known_name *known_for(slice words) {
    const known_name *known = known_name_of(words);
    size_t end = words.length;
    while (!known && end > 0 && !ascii_is_space(words.data[end - 1]))
        end--;
    bool company = !known && end > 0 &&
                   name_is(name_classes_of(slice_range(words, end, words.length)), COMPANY_FORM);
    if (company)
        known = known_name_of(slice_trim(slice_range(words, 0, end)));
    name_classes wanted = company ? NAME(ORGANISATION) : NAME_PLACES | NAME(ORGANISATION);
    return known && (known->classes & wanted) ? known : NULL;
}

slice name_text(const tree *t, token_range r, arena *a) {
    slice words = name_words(t, r);
    const known_name *known = known_for(words);
    if (known)
        return known_name_told(known);
    bool plain = true;
    for (size_t i = 0; i < words.length; i++)
        plain = plain && (words.data[i] == ' ' || !ascii_is_space(words.data[i]));
    if (plain)
        return words;
    slice copy = arena_copy(a, words);
    size_t length = 0;
    char *out = (char *)copy.data;
    for (size_t i = 0; i < words.length; i++) {
        bool space = ascii_is_space(words.data[i]);
        if (!space || !ascii_is_space(words.data[i - 1]))
            out[length++] = space ? ' ' : words.data[i];
    }
    return (slice){out, length};
}

void name_add(slice_list *names, slice name, arena *a) {
    if (slice_index(names->items, names->count, name) == SIZE_MAX && names->count < MOST_NAMES)
        *vector_push(names, a) = name;
}

/* WordNet's fields of nouns (senses.h): groups and persons. */
enum { FIELD_GROUP = 14 - FIRST_NOUN_FIELD, FIELD_PERSON = 18 - FIRST_NOUN_FIELD };

bool noun_is_somebody(slice lemma, bool groups) {
    char letters[LONGEST_NOUN];
    if (lemma.length > LONGEST_NOUN)
        return false;
    for (size_t i = 0; i < lemma.length; i++)
        letters[i] = ascii_lower(lemma.data[i]);
    slice folded = {letters, lemma.length};
    name_classes listed = name_classes_of(folded);
    unsigned field = senses_noun(senses_of(slice_hash(folded)));
    return (field == FIELD_PERSON || (groups && field == FIELD_GROUP) ||
            name_is(listed, SOMEBODY)) &&
           !name_is(listed, NOBODY_IN_PARTICULAR);
}
