/* SPDX-License-Identifier: MIT */
#include "event/actors.h"

#include "event/name.h"

#define LONGEST_ROLE 60 /* characters */

static bool is_led_by(const tree *t, size_t at, name_classes wanted) {
    for (size_t c = tree_first(t, at); c != NO_TOKEN; c = tree_next(t, c))
        if (tree_relation(t, c) == RELATION_CASE && (name_classes_of(tree_word(t, c)) & wanted))
            return true;
    return false;
}

/* ---- By what they are --------------------------------------------------------------------- */

/* Who may be told by what they are. */
typedef enum may_be { NAMED_ONLY, PERSON_ROLE, ANY_ROLE } may_be;

/* A noun for somebody, who are not counted. */
static bool is_role(const tree *t, size_t at, may_be how, arena *a) {
    const token *word = tree_token(t, at);
    if (how == NAMED_ONLY || word->pos != POS_NOUN ||
        tree_dependent(t, at, RELATION_NUMMOD) != NO_TOKEN ||
        name_is(name_classes_of(tree_word(t, at)), NOBODY_IN_PARTICULAR))
        return false;
    bool as_it_stands = name_is(name_classes_of(tree_word(t, at)), SOMEBODY);
    return as_it_stands || noun_is_somebody(token_lemma(t->text, word, a), how == ANY_ROLE);
}

/* The noun with the adjectives and nouns right before it, and whose it is: "president of Egypt". */
static token_range role_words(const tree *t, size_t noun) {
    token_range r = {noun, noun + 1};
    while (r.first > 0) {
        size_t before = r.first - 1;
        relation relation_before = tree_relation(t, before);
        bool describes = relation_before == RELATION_AMOD || relation_before == RELATION_COMPOUND ||
                         tree_token(t, before)->tag == PENN_HYPH;
        bool counts = (tree_classes(t, before) & (WORD(PRONOUN) | WORD(NUMBER))) != 0;
        if (!describes || counts || !tree_is_below(t, before, noun))
            break;
        r.first--;
    }
    for (size_t c = tree_first(t, noun); c != NO_TOKEN; c = tree_next(t, c)) {
        name_span of;
        bool joined = relation_is_nominal_modifier(tree_relation(t, c)) &&
                      is_led_by(t, c, NAME(NAME_JOINER)) && name_at(t, c, &of) &&
                      tree_below(t, c).first == noun + 1;
        if (joined) {
            r.end = of.words.end;
            break;
        }
    }
    return r;
}

/* As it would stand within a sentence. */
static void add_role(const tree *t, size_t noun, arena *a, slice_list *out) {
    token_range r = role_words(t, noun);
    const token *first = tree_token(t, r.first);
    slice words = slice_range(t->text, first->start, tree_token(t, r.end - 1)->end);
    bool cut = first->tag == PENN_HYPH || slice_starts_with(words, SLICE("-"));
    if (cut || words.length > LONGEST_ROLE || !name_is_clean(words))
        return;
    bool lower = r.first == 0 && (first->pos == POS_NOUN || word_is(first->classes, ADJECTIVE)) &&
                 !(words.length > 1 && ascii_is_upper(words.data[1]));
    if (lower) {
        words = arena_copy(a, words);
        ((char *)words.data)[0] = ascii_lower(words.data[0]);
    }
    name_add(out, words, a);
}

/* ---- By name ------------------------------------------------------------------------------ */

typedef struct finder {
    const tree *tree;
    arena *owner;
    slice_list *out;
    bool places; /* "Egypt" may act */
} finder;

static void add_somebody(const finder *f, size_t at, may_be how);

/* "the president, Ana Berg", "the singer Ana Berg": the name that is told beside what somebody is.
 */
static size_t named_beside(const tree *t, size_t at) {
    token_range below = tree_below(t, at);
    for (size_t c = at + 1; c < below.end; c++) {
        size_t above = tree_head(t, c);
        bool beside = tree_relation(t, c) == RELATION_APPOS && above != NO_TOKEN &&
                      (above == at || tree_head(t, above) == at);
        name_span found;
        bool follows = c == at + 1 && (above == at || (!relation_is_subject(tree_relation(t, c)) &&
                                                       tree_relation(t, c) != RELATION_OBJ));
        if ((beside || follows) && name_at(t, c, &found) && found.kind != NAME_KIND_PLACE)
            return c;
    }
    return NO_TOKEN;
}

static void add_one(const finder *f, size_t at, may_be how) {
    const tree *t = f->tree;
    name_span found;
    if (name_at(t, at, &found)) {
        bool happens = name_is(name_classes_of(tree_word(t, found.words.first)) |
                                   name_classes_of(tree_word(t, found.words.end - 1)),
                               HAPPENING_WORD);
        if (!happens && (found.kind != NAME_KIND_PLACE || f->places))
            name_add(f->out, name_text(t, found.words, f->owner), f->owner);
        return;
    }
    size_t named = how == NAMED_ONLY ? NO_TOKEN : named_beside(t, at);
    if (named != NO_TOKEN)
        add_somebody(f, named, NAMED_ONLY);
    else if (is_role(t, at, how, f->owner))
        add_role(t, at, f->owner, f->out);
}

/* With all that it is joined to: "Berg and Falk". */
static void add_somebody(const finder *f, size_t at, may_be how) {
    add_one(f, at, how);
    for (size_t c = tree_first(f->tree, at); c != NO_TOKEN; c = tree_next(f->tree, c))
        if (tree_relation(f->tree, c) == RELATION_CONJ &&
            pos_is_nominal(tree_token(f->tree, c)->pos))
            add_one(f, c, how);
}

/* ---- In a clause, of a noun --------------------------------------------------------------- */

static void add_of_predicate(const finder *f, size_t predicate, bool passive) {
    const tree *t = f->tree;
    for (size_t c = tree_first(t, predicate); c != NO_TOKEN; c = tree_next(t, c)) {
        relation r = tree_relation(t, c);
        if (r == RELATION_OBJ || r == RELATION_IOBJ)
            add_somebody(f, c, PERSON_ROLE);
        else if (r == RELATION_OBL_AGENT ||
                 (passive && r == RELATION_OBL && is_led_by(t, c, NAME(AGENT_PREPOSITION))))
            add_somebody(f, c, ANY_ROLE);
        else if (r == RELATION_OBL && is_led_by(t, c, NAME(PARTNER_PREPOSITION)))
            add_somebody(f, c, NAMED_ONLY);
        else if (r == RELATION_XCOMP)
            add_of_predicate(f, c, passive);
    }
}

static void add_of_noun(const finder *f, size_t noun) {
    const tree *t = f->tree;
    for (size_t c = tree_first(t, noun); c != NO_TOKEN; c = tree_next(t, c)) {
        relation r = tree_relation(t, c);
        if (r == RELATION_NMOD_POSS || r == RELATION_COMPOUND)
            add_somebody(f, c, NAMED_ONLY);
        else if (relation_is_nominal_modifier(r) && is_led_by(t, c, NAME(AGENT_PREPOSITION)))
            add_somebody(f, c, ANY_ROLE);
        else if (relation_is_nominal_modifier(r) && is_led_by(t, c, NAME(WHOSE_PREPOSITION)))
            add_somebody(f, c, PERSON_ROLE);
    }
}

void actors_find(const tree *t, dated told, arena *a, slice_list *out) {
    finder objects = {t, a, out, false}, acting = {t, a, out, true};
    if (told.noun != NO_TOKEN) {
        add_of_noun(&objects, told.noun);
        return;
    }
    size_t subject = told.clause->subject;
    if (subject != NO_TOKEN) {
        add_somebody(&acting, subject, ANY_ROLE);
        if (tree_token(t, subject)->pos == POS_NOUN && !is_role(t, subject, ANY_ROLE, a))
            add_of_noun(&objects, subject);
    }
    add_of_predicate(&objects, told.clause->predicate, told.clause->passive);
}

/* All of its words are capitalised, but for small ones within: a name. */
static bool is_all_name(slice words) {
    size_t at = 0;
    for (slice word = name_next_word(words, &at); word.length; word = name_next_word(words, &at)) {
        bool capital = ascii_is_upper(word.data[0]) || (unsigned char)word.data[0] >= 0x80;
        if (!capital && !(name_classes_of(word) & (NAME(PARTICLE) | NAME(NAME_JOINER))))
            return false;
    }
    return true;
}

void actors_add_named(slice words, arena *a, slice_list *out) {
    size_t at = 0, from = 0;
    slice last = {"", 0};
    for (slice word = name_next_word(words, &at); word.length; word = name_next_word(words, &at)) {
        word_classes classes = word_classes_of(word);
        last = word;
        if (at < words.length && (name_is(name_classes_of(word), HONORIFIC) ||
                                  word_is(classes, DETERMINER) || word_is(classes, POSSESSIVE)))
            from = at + 1;
    }
    slice rest = slice_range(words, from, words.length);
    bool small = rest.length && !ascii_is_upper(rest.data[0]);
    bool somebody = small ? noun_is_somebody(last, true) : is_all_name(rest);
    if (somebody && rest.length <= LONGEST_ROLE && name_is_clean(rest))
        name_add(out, rest, a);
}
