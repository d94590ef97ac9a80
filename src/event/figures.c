/* SPDX-License-Identifier: MIT */
#include "event/figures.h"

#include "event/senses.h"
#include "time/grammar.h"

/* How far what is counted may stand from its number, in tokens. */
#define REACH_AHEAD 4
#define REACH_BACK  3
/* Fewer of something than this are told by the title. */
#define FEWEST_COUNTED 10

/* WordNet's files 04, 05, 06, 14 and 18, as senses.h packs them. */
enum {
    NOUN_ACT = 4 - FIRST_NOUN_FIELD,
    NOUN_ANIMAL = 5 - FIRST_NOUN_FIELD,
    NOUN_ARTIFACT = 6 - FIRST_NOUN_FIELD,
    NOUN_GROUP = 14 - FIRST_NOUN_FIELD,
    NOUN_PERSON = 18 - FIRST_NOUN_FIELD
};

/* What a word says that a number counts; "" if nothing. */
static slice counted_by(word_classes classes) {
    static const struct {
        word_classes class;
        const char *word;
    } kinds[] = {{WORD(KILLED), "killed"},
                 {WORD(INJURED), "injured"},
                 {WORD(MISSING), "missing"},
                 {WORD(ARRESTED), "arrested"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (classes & kinds[i].class)
            return slice_of(kinds[i].word);
    return (slice){"", 0};
}

static bool is_hyphen_between(slice text, const token *before, const token *hyphen) {
    return before->end == hyphen->start && slice_equal(token_text(text, hyphen), SLICE("-"));
}

/* A part of "two-day" or "20-30", which counts nothing by itself. */
static bool is_in_compound(slice text, const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    bool before =
        at > 0 && t[-1].end == t->start && at > 1 && is_hyphen_between(text, t - 2, t - 1);
    return before || (at + 1 < s->token_count && is_hyphen_between(text, t, t + 1));
}

/* The number that a token is, in digits or words; negative where it is none. */
static double number_at(slice text, const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    size_t from = t->start;
    if (is_in_compound(text, s, at))
        return -1;
    part p = grammar_word(text, &from, t->end);
    bool number =
        p.kind == PART_DAY || p.kind == PART_NUMBER || p.kind == PART_COUNT || p.kind == PART_YEAR;
    bool whole = p.end == t->end;
    bool multiplied = at + 1 < s->token_count && word_is(s->tokens[at + 1].classes, NUMBER);
    return number && whole && !multiplied ? p.value : -1;
}

static bool is_boundary(const token *t) {
    return t->pos == POS_PUNCTUATION || t->pos == POS_COORDINATOR || t->pos == POS_NUMBER ||
           t->pos == POS_PREPOSITION;
}

/* "15 people dead", "40 others were injured": ahead, up to a joining word or another number. */
static slice counted_ahead(const sentence *s, size_t at, size_t end) {
    for (size_t i = at + 1; i < end && i <= at + REACH_AHEAD && !is_boundary(&s->tokens[i]); i++) {
        slice of = counted_by(s->tokens[i].classes);
        if (of.length)
            return of;
    }
    return (slice){"", 0};
}

/* "killing at least 15": back, over the words that go with a number. */
static slice counted_back(const sentence *s, size_t at, size_t first) {
    for (size_t i = at; i > first && i + REACH_BACK > at; i--) {
        const token *t = &s->tokens[i - 1];
        slice of = counted_by(t->classes);
        if (of.length)
            return of;
        bool goes_with = t->pos == POS_ADVERB || t->pos == POS_PREPOSITION ||
                         t->pos == POS_ADJECTIVE || t->pos == POS_DETERMINER ||
                         word_is(t->classes, AT_LEAST) || word_is(t->classes, AT_MOST) ||
                         word_is(t->classes, ABOUT);
        if (!goes_with)
            break;
    }
    return (slice){"", 0};
}

static bound bound_before(const sentence *s, size_t at, size_t first) {
    for (size_t i = at; i > first && i + 2 > at; i--) {
        word_classes classes = s->tokens[i - 1].classes;
        word_classes wider = i - 1 > first ? classes | s->tokens[i - 2].classes : classes;
        if (word_is(classes, AT_LEAST) || (word_is(classes, ADVERB) && word_is(wider, AT_LEAST)))
            return BOUND_AT_LEAST;
        if (word_is(classes, AT_MOST))
            return BOUND_AT_MOST;
        if (word_is(classes, ABOUT))
            return BOUND_ABOUT;
    }
    return BOUND_EXACT;
}

/* "more than", "less than": the comparison stands a word before the one that joins the number. */
static bound bound_of(slice text, const sentence *s, size_t at, size_t first) {
    bool compared =
        at >= first + 2 && slice_equal_nocase(token_text(text, &s->tokens[at - 1]), SLICE("than"));
    return bound_before(s, compared ? at - 1 : at, first);
}

static bool is_known(const figure_list *list, slice of) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equal(list->items[i].of, of))
            return true;
    return false;
}

/* People, animals, things made and done can be counted; metres, dollars and days measure. */
static bool is_countable(const tree *t, size_t noun, arena *a) {
    switch (senses_noun(senses_of(slice_hash(token_lemma(t->text, tree_token(t, noun), a))))) {
    case NOUN_ACT:
    case NOUN_ANIMAL:
    case NOUN_ARTIFACT:
    case NOUN_GROUP:
    case NOUN_PERSON:
        return true;
    default:
        return false;
    }
}

/* The noun that a number counts, in lower case: "bombs"; "" for other nouns, and where it counts
 * few. */
static slice counted_noun(const tree *t, size_t number, double value, arena *a) {
    size_t noun = tree_head(t, number);
    if (tree_relation(t, number) != RELATION_NUMMOD || noun == NO_TOKEN || noun < number ||
        tree_token(t, noun)->tag != PENN_NNS || value < FEWEST_COUNTED || !is_countable(t, noun, a))
        return (slice){"", 0};
    slice word = arena_copy(a, tree_word(t, noun));
    for (size_t i = 0; i < word.length; i++)
        ((char *)word.data)[i] = ascii_lower(word.data[i]);
    return word;
}

static void figures_in(const tree *t, token_range where, const range_list *dates, arena *a,
                       figure_list *out) {
    const sentence *s = t->sentence;
    for (size_t at = where.first; at < where.end; at++) {
        double value = range_with(dates, at) ? -1 : number_at(t->text, s, at);
        if (value < 0)
            continue;
        slice of = counted_ahead(s, at, where.end);
        if (!of.length)
            of = counted_back(s, at, where.first);
        if (!of.length)
            of = counted_noun(t, at, value, a);
        if (of.length && !is_known(out, of))
            *vector_push(out, a) = (figure){of, value, bound_of(t->text, s, at, where.first)};
    }
}

/* "The quake that struck on Monday killed 15": what its noun does besides is of the same event. */
static const clause *same_event(const clause_list *l, const asked_events *events, const clause *c) {
    if (c->kind != CLAUSE_RELATIVE || c->subject == NO_TOKEN ||
        !noun_happens(l->tree, events, c->subject))
        return NULL;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].subject == c->subject && &l->items[i] != c)
            return &l->items[i];
    return NULL;
}

void figures_find(const clause_list *l, const asked_events *events, dated told,
                  const range_list *dates, arena *a, figure_list *out) {
    const tree *t = l->tree;
    bool noun = told.noun != NO_TOKEN;
    figures_in(t, tree_below(t, noun ? told.noun : told.clause->predicate), dates, a, out);
    const clause *other = noun ? NULL : same_event(l, events, told.clause);
    if (other)
        figures_in(t, tree_below(t, other->predicate), dates, a, out);
}
