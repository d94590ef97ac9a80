/* SPDX-License-Identifier: MIT */
/*
 * The tense of the verb nearest to an expression, by what each word can be. It goes the way that
 * tense_around() goes, and tells nothing where a word on it may be more than one thing.
 */
#include "time/tense.h"

#include "lang/tagger.h"

/* What a word is to a search for verbs. */
typedef enum verb_guess {
    GUESS_NONE,      /* neither a finite verb nor a participle of the past */
    GUESS_PAST,      /* one of them, of the past */
    GUESS_AUXILIARY, /* a form of be or have, or a modal */
    GUESS_OPEN
} verb_guess;

/* The words of a cut sentence, and where the date in it begins. */
typedef struct words {
    slice text;
    const sentence *s;
    tagger_model tagger;
    size_t date;
} words;

typedef struct word_tense {
    bool is_sure;
    verb_tense tense;
} word_tense;

static const word_tense unsure = {false, TENSE_NONE};

static word_tense sure(verb_tense tense) {
    return (word_tense){true, tense};
}

static slice word_at(const words *w, size_t at) {
    return token_text(w->text, &w->s->tokens[at]);
}

static word_classes classes_at(const words *w, size_t at) {
    return w->s->tokens[at].classes;
}

static bool is_capital(slice word) {
    return ascii_is_upper(word.data[0]);
}

/* Most words have capitals, so that they tell no names. */
static bool is_headline(const words *w) {
    size_t capitals = 0;
    for (size_t i = 0; i < w->s->token_count; i++)
        capitals += is_capital(word_at(w, i));
    return capitals * 2 > w->s->token_count;
}

/* "'s" is the end of a name or a noun, but a verb behind "he" or "that". */
static bool is_possession(const words *w, size_t at) {
    const word_classes subjects = WORD(PRONOUN) | WORD(RELATIVE) | WORD(DETERMINER) | WORD(ADVERB);
    return at > 0 && clitic_may_possess(word_at(w, at)) && !(classes_at(w, at - 1) & subjects);
}

/* "the raid", "of talks", "its search": no verb stands behind such a word, but a noun does. */
static bool leads_noun(const words *w, size_t at) {
    const word_classes others = WORD(PRONOUN) | WORD(RELATIVE) | WORD(SUBORDINATOR) | WORD(ADVERB);
    word_classes c = classes_at(w, at);
    if (word_leads_infinitive(word_at(w, at)))
        return false;
    return word_is(c, POSSESSIVE) || is_possession(w, at) ||
           ((c & (WORD(DETERMINER) | WORD(PREPOSITION))) && !(c & others));
}

/* "raids" may be a verb, "officials" is none. */
static bool may_be_third_person(const words *w, slice word) {
    slice stem = slice_range(word, 0, word.length - 1);
    for (int i = 0; i < 2; i++, stem.length--) /* "reach" of "reaches" */
        if (word_is(word_classes_of(stem), VERB) ||
            (word_penn_tags(&w->tagger, stem) & (PENN_BIT(VB) | PENN_BIT(VBP))))
            return true;
    return false;
}

/* Of a word that the treebanks do not know well. */
static verb_guess guess_unknown(const words *w, size_t at) {
    slice word = word_at(w, at);
    word_classes c = classes_at(w, at);
    if (word_is(c, VERB))
        return GUESS_OPEN;
    if ((c & (WORD(PAST) | WORD(PARTICIPLE))) || ending_is_past(word))
        return c & (WORD(NOUN) | WORD(ADJECTIVE)) ? GUESS_OPEN : GUESS_PAST;
    return ending_is_third_person(word) && may_be_third_person(w, word) ? GUESS_OPEN : GUESS_NONE;
}

/* "London-based": a part of a compound, which describes. */
static bool is_in_compound(const words *w, size_t at) {
    const token *t = &w->s->tokens[at];
    bool behind = at > 0 && w->text.data[t->start - 1] == '-' && t[-1].end == t->start;
    bool before = at + 1 < w->s->token_count && w->text.data[t->end] == '-' && t[1].start == t->end;
    return behind || before;
}

/* Of a word that is no auxiliary and no name. */
static verb_guess guess_verb(const words *w, size_t at) {
    const word_classes joining = WORD(DETERMINER) | WORD(PRONOUN) | WORD(PREPOSITION) |
                                 WORD(COORDINATOR) | WORD(SUBORDINATOR) | WORD(RELATIVE);
    const uint64_t presents = PENN_BIT(VBZ) | PENN_BIT(VBP), pasts = PENN_BIT(VBD) | PENN_BIT(VBN);
    const uint64_t others = presents | PENN_BIT(VB) | PENN_BIT(NN) | PENN_BIT(NNS);
    if (classes_at(w, at) & joining)
        return word_is(classes_at(w, at), VERB) ? GUESS_OPEN : GUESS_NONE;
    uint64_t tags = word_penn_tags(&w->tagger, word_at(w, at));
    if (!tags)
        return guess_unknown(w, at);
    if (tags & pasts)
        return tags & others ? GUESS_OPEN : GUESS_PAST;
    return tags & presents ? GUESS_OPEN : GUESS_NONE;
}

static verb_guess guess_at(const words *w, size_t at) {
    const word_classes verbs = WORD(VERB) | WORD(PAST) | WORD(PARTICIPLE) | WORD(DO) | WORD(SAY);
    word_classes c = classes_at(w, at);
    slice word = word_at(w, at);
    if (w->s->tokens[at].pos == POS_PUNCTUATION || ascii_is_digit(word.data[0]))
        return GUESS_NONE;
    if (!ascii_is_letter(word.data[0]))
        return word_is(c, FUTURE)           ? GUESS_AUXILIARY
               : !c || is_possession(w, at) ? GUESS_NONE
                                            : GUESS_OPEN;
    bool led = at > 0 && leads_noun(w, at - 1);
    if (c & (WORD(BE) | WORD(HAVE) | WORD(MODAL)))
        return is_capital(word) || led ? GUESS_OPEN : GUESS_AUXILIARY;
    if (is_capital(word) && at > 0)
        return c & verbs ? GUESS_OPEN : GUESS_NONE;
    return led || is_in_compound(w, at) ? GUESS_NONE : guess_verb(w, at);
}

/* ---- Groups of verbs ----------------------------------------------------------------------- */

/* What may stand between an auxiliary and its verb. */
static bool is_adverb(const words *w, size_t at) {
    word_classes c = classes_at(w, at);
    return (c & (WORD(ADVERB) | WORD(NEGATION))) || ending_is_adverb(word_at(w, at));
}

/* Behind the word before `at` that is no adverb. */
static size_t skip_adverbs_back(const words *w, size_t at) {
    while (at > 0 && is_adverb(w, at - 1))
        at--;
    return at;
}

/* "be", "been", "having". */
static bool is_infinite(const words *w, size_t at) {
    word_classes c = classes_at(w, at);
    bool participle = word_is(c, PARTICIPLE) && !word_is(c, PAST);
    return word_is(c, VERB) || participle || ending_is_gerund(word_at(w, at));
}

/* Whether "to" is before a verb, or before a noun, or may be either. */
typedef enum infinitive { INFINITIVE_NOT, INFINITIVE_SURE, INFINITIVE_OPEN } infinitive;

static infinitive infinitive_at(const words *w, size_t at) {
    const uint64_t others = ~(PENN_BIT(VB) | PENN_BIT(VBP));
    if (!word_leads_infinitive(word_at(w, at)) || at + 1 >= w->s->token_count || at + 1 == w->date)
        return INFINITIVE_NOT;
    slice next = word_at(w, at + 1);
    if (is_capital(next) || leads_noun(w, at + 1))
        return INFINITIVE_NOT;
    uint64_t tags = word_penn_tags(&w->tagger, next);
    if (tags & PENN_BIT(VB))
        return tags & others ? INFINITIVE_OPEN : INFINITIVE_SURE;
    return tags ? INFINITIVE_NOT : INFINITIVE_OPEN;
}

/* Of a verb's auxiliaries: what its tense is told by. */
typedef struct verb_group {
    bool had, ahead, could, denied, past;
} verb_group;

static verb_group group_of(const words *w, size_t first, size_t last) {
    verb_group g = {0};
    for (size_t i = first; i <= last; i++) {
        word_classes c = classes_at(w, i);
        g.had = g.had || (word_is(c, HAVE) && word_is(c, PAST));
        g.ahead = g.ahead || word_is(c, MODAL);
        g.could = g.could || (word_is(c, MODAL) && modal_is_past(word_at(w, i)));
        g.denied = g.denied || word_is(c, NEGATION);
        g.past = g.past || word_is(c, PAST) || word_is(c, HAVE);
    }
    return g;
}

/* "is to", "was about to", "are expected": TENSE_FUTURE instead of `otherwise`. */
static word_tense tense_to_do(const words *w, size_t at, word_tense otherwise) {
    for (size_t i = at + 1; i < w->s->token_count && i <= at + TO_DO_REACH; i++) {
        infinitive to = infinitive_at(w, i);
        if (word_is(classes_at(w, i), PLAN) || to == INFINITIVE_SURE)
            return sure(TENSE_FUTURE);
        if (to == INFINITIVE_OPEN)
            return unsure;
    }
    return otherwise;
}

/* The first of the auxiliaries that the one at `at` is the last of, or an adverb before it. */
static size_t group_first(const words *w, size_t at) {
    while (at > 0 && (is_adverb(w, at - 1) || guess_at(w, at - 1) == GUESS_AUXILIARY))
        at--;
    return at;
}

/* As tense_of_verb(), of an auxiliary with those before it. */
static word_tense tense_of_auxiliary(const words *w, size_t at) {
    size_t first = group_first(w, at), lead;
    for (lead = first; lead < at && is_adverb(w, lead); lead++)
        ;
    bool is_whole = first == 0 || ascii_is_letter(word_at(w, first - 1).data[0]) ||
                    guess_at(w, first - 1) == GUESS_NONE;
    if (is_infinite(w, lead) || !is_whole)
        return unsure;
    verb_group g = group_of(w, first, at);
    if (g.had)
        return sure(TENSE_PAST);
    if (g.ahead)
        return sure(g.could && g.denied ? TENSE_PAST : TENSE_FUTURE);
    return tense_to_do(w, at, sure(g.past ? TENSE_PAST : TENSE_NONE));
}

/* "is on Monday": only prepositions and adverbs between. */
static bool stands_before_date(const words *w, size_t at) {
    for (size_t i = at + 1; i < w->date; i++)
        if (!is_adverb(w, i) && !word_is(classes_at(w, i), PREPOSITION))
            return false;
    return true;
}

/* "is due to open": what is planned. */
static word_tense tense_of_plan(const words *w, size_t to) {
    if (to < 2 || !word_is(classes_at(w, to - 1), PLAN))
        return unsure;
    size_t lead = skip_adverbs_back(w, to - 1);
    bool is_planned = lead > 0 && guess_at(w, lead - 1) == GUESS_AUXILIARY &&
                      word_is(classes_at(w, lead - 1), BE);
    return is_planned ? tense_of_auxiliary(w, lead - 1) : unsure;
}

/* Words from a date that are looked at; sentences of nothing but dates are no harder than others.
 */
#define FARTHEST_VERB_FORM 60

/* ---- The nearest verb ---------------------------------------------------------------------- */

static word_tense tense_at_auxiliary(const words *w, const expression *e, size_t at) {
    word_classes c = classes_at(w, at);
    bool is_ahead = !e->is_owner && word_is(c, BE) && !word_is(c, PAST) && !is_infinite(w, at) &&
                    stands_before_date(w, at);
    return is_ahead ? sure(TENSE_FUTURE) : tense_of_auxiliary(w, at);
}

/* By a word before the date that is, or may be, the form of a verb. */
static word_tense tense_at_verb(const words *w, size_t at, verb_guess guess) {
    size_t lead = skip_adverbs_back(w, at);
    verb_guess before = lead > 0 ? guess_at(w, lead - 1) : GUESS_NONE;
    bool planned = word_is(classes_at(w, at), PLAN);
    if (before == GUESS_AUXILIARY &&
        (guess == GUESS_PAST || planned || word_is(classes_at(w, lead - 1), MODAL)))
        return tense_of_auxiliary(w, lead - 1);
    if (guess == GUESS_PAST)
        return before == GUESS_OPEN || planned ? unsure : sure(TENSE_PAST);
    bool to = lead > 0 && word_leads_infinitive(word_at(w, lead - 1));
    return to ? tense_of_plan(w, lead - 1) : unsure;
}

/* Of the verb before the date; *found tells whether there may be one. */
static word_tense tense_before(const words *w, const expression *e, bool *found) {
    *found = true;
    for (size_t at = w->date; at-- > 0;) {
        if (w->date - at > FARTHEST_VERB_FORM)
            return unsure;
        verb_guess guess = guess_at(w, at);
        if (infinitive_at(w, at) != INFINITIVE_NOT)
            return tense_of_plan(w, at);
        if (guess == GUESS_AUXILIARY)
            return tense_at_auxiliary(w, e, at);
        if (guess != GUESS_NONE)
            return tense_at_verb(w, at, guess);
    }
    *found = false;
    return unsure;
}

/* No participle: behind the date or a pronoun, or before an object. */
static bool is_finite_past(const words *w, size_t at, size_t behind) {
    const word_classes subjects = WORD(PRONOUN) | WORD(RELATIVE);
    const word_classes objects = WORD(DETERMINER) | WORD(POSSESSIVE);
    size_t lead = skip_adverbs_back(w, at);
    return lead == behind || (lead > behind && (classes_at(w, lead - 1) & subjects)) ||
           (at + 1 < w->s->token_count && (classes_at(w, at + 1) & objects)) ||
           word_is(classes_at(w, at), SAY);
}

/* Of the first finite verb behind the date. A participle before it, or what may be one, tells the
 * same. */
static word_tense tense_behind(const words *w, size_t behind) {
    bool past = false;
    for (size_t at = behind; at < w->s->token_count && at - behind < FARTHEST_VERB_FORM; at++) {
        verb_guess guess = guess_at(w, at);
        if (guess == GUESS_PAST && is_finite_past(w, at, behind))
            return sure(TENSE_PAST);
        if (guess == GUESS_AUXILIARY) {
            word_tense told = tense_of_auxiliary(w, at);
            return past && told.tense != TENSE_PAST ? unsure : told;
        }
        if (guess == GUESS_OPEN)
            return unsure;
        past = past || guess == GUESS_PAST;
    }
    return unsure;
}

size_t tense_rests_on(slice text, const sentence *s, const expression *e, arena *a) {
    words w = {text, s, tagger_of_library(a), tense_token_behind(s, e->start)};
    for (size_t at = w.date; at > 0 && w.date - at < FARTHEST_VERB_FORM;) {
        at--;
        size_t lead = skip_adverbs_back(&w, at);
        verb_guess guess = guess_at(&w, at),
                   before = lead > 0 ? guess_at(&w, lead - 1) : GUESS_NONE;
        if (guess == GUESS_PAST && before == GUESS_NONE)
            return lead;
        if (guess == GUESS_AUXILIARY && before != GUESS_OPEN)
            return group_first(&w, at);
    }
    return 0;
}

bool tense_by_words(slice text, const sentence *s, const expression *e, arena *a, verb_tense *out) {
    words w = {text, s, tagger_of_library(a), tense_token_behind(s, e->start)};
    bool found = true;
    word_tense told = unsure;
    if (e->is_ahead)
        told = w.date == 1 ? unsure : sure(TENSE_FUTURE);
    else if (!is_headline(&w))
        told = tense_before(&w, e, &found);
    if (!found)
        told = tense_behind(&w, tense_token_behind(s, e->end));
    *out = told.tense;
    return told.is_sure;
}
