/* SPDX-License-Identifier: MIT */
#include "event/verb_group.h"

#define LONGEST_GROUP 8 /* tokens between the first auxiliary and the verb */

/* What stands before the verb, found from right to left. */
typedef struct verb_group {
    const token *have;   /* of "have gone" */
    const token *be;     /* of "is going", "was seen", "is glad" */
    const token *modal;  /* will, would, can */
    const token *to;     /* of the infinitive */
    const token *finite; /* the leftmost auxiliary: it carries the tense */
    bool negated;
} verb_group;

static bool is_auxiliary(const token *t) {
    return (t->classes & (WORD(BE) | WORD(HAVE) | WORD(DO) | WORD(MODAL))) != 0 &&
           (t->pos == POS_AUXILIARY || pos_is_verb(t->pos));
}

static bool is_negation(const token *t) {
    return word_is(t->classes, NEGATION);
}

static bool stands_in_group(const token *t) {
    return t->pos == POS_ADVERB || is_negation(t) || is_auxiliary(t) || t->pos == POS_TO;
}

/* What an adjective or noun may have between itself and "be": "was not a very close friend". */
static bool stands_in_predicate(const token *t) {
    return t->pos == POS_DETERMINER || t->pos == POS_ADJECTIVE || t->pos == POS_NOUN ||
           t->pos == POS_NUMBER;
}

static void take_auxiliary(verb_group *g, const token *t) {
    if (word_is(t->classes, MODAL))
        g->modal = t;
    else if (word_is(t->classes, HAVE))
        g->have = t;
    else if (word_is(t->classes, BE) && !g->be)
        g->be = t;
    g->finite = t;
}

/* "Have you seen", "Why did he go": the subject stands behind the auxiliary that opens the clause.
 */
static bool asks_about(const sentence *s, size_t subject) {
    if (subject == 0 || !pos_is_nominal(s->tokens[subject].pos) ||
        !is_auxiliary(&s->tokens[subject - 1]))
        return false;
    part_of_speech before = subject > 1 ? s->tokens[subject - 2].pos : POS_PUNCTUATION;
    return before == POS_PUNCTUATION || before == POS_SUBORDINATOR || before == POS_RELATIVE;
}

static verb_group group_before(const sentence *s, size_t at, bool predicate) {
    verb_group g = {0};
    for (size_t back = 1; back <= LONGEST_GROUP && back <= at; back++) {
        const token *t = &s->tokens[at - back];
        if (!g.finite && asks_about(s, at - back))
            continue;
        if (!stands_in_group(t) && !(predicate && !g.finite && stands_in_predicate(t)))
            break;
        g.negated = g.negated || is_negation(t);
        if (is_auxiliary(t)) {
            take_auxiliary(&g, t);
        } else if (t->pos == POS_TO) {
            g.to = t;
            break;
        }
    }
    return g;
}

/* "had to leave", "is going to leave": what stands before "to" says more than the infinitive. */
static const token *before_to(const sentence *s, const verb_group *g) {
    return g->to && g->to > s->tokens ? g->to - 1 : NULL;
}

static event_tense tense_of_finite(const token *t) {
    switch (t->pos) {
    case POS_PAST:
        return EVENT_TENSE_PAST;
    case POS_PRESENT:
        return EVENT_TENSE_PRESENT;
    case POS_BASE:
        return EVENT_TENSE_INFINITIVE;
    case POS_GERUND:
        return EVENT_TENSE_PRESPART;
    case POS_PARTICIPLE:
        return EVENT_TENSE_PASTPART;
    default:
        return word_is(t->classes, PAST) ? EVENT_TENSE_PAST : EVENT_TENSE_PRESENT;
    }
}

static event_tense tense_of(const sentence *s, const verb_group *g, const token *verb) {
    const token *before = before_to(s, g);
    if (g->modal)
        return word_is(g->modal->classes, FUTURE) ? EVENT_TENSE_FUTURE : EVENT_TENSE_NONE;
    if (before && word_is(before->classes, HAVE)) {
        verb_group obligation = group_before(s, (size_t)(before - s->tokens), false);
        return tense_of_finite(obligation.finite ? obligation.finite : before);
    }
    if (g->to)
        return EVENT_TENSE_INFINITIVE;
    return tense_of_finite(g->finite ? g->finite : verb);
}

static event_aspect aspect_of(const verb_group *g, const token *verb) {
    bool progressive = g->be && (verb->tag == PENN_VBG || g->be->tag == PENN_VBG);
    if (g->have)
        return progressive ? EVENT_ASPECT_PERFECTIVE_PROGRESSIVE : EVENT_ASPECT_PERFECTIVE;
    return progressive ? EVENT_ASPECT_PROGRESSIVE : EVENT_ASPECT_NONE;
}

static slice modality_of(slice text, const sentence *s, const verb_group *g) {
    const token *before = before_to(s, g);
    if (g->modal && !word_is(g->modal->classes, FUTURE))
        return token_text(text, g->modal);
    if (before && word_is(before->classes, HAVE))
        return slice_range(text, before->start, g->to->end);
    return (slice){"", 0};
}

static event_word word_of(part_of_speech pos) {
    switch (pos) {
    case POS_NOUN:
    case POS_PROPER:
        return EVENT_WORD_NOUN;
    case POS_ADJECTIVE:
        return EVENT_WORD_ADJECTIVE;
    case POS_PREPOSITION:
        return EVENT_WORD_PREPOSITION;
    default:
        return pos_is_verb(pos) ? EVENT_WORD_VERB : EVENT_WORD_OTHER;
    }
}

/* The verb that this one is joined to; itself where it is to none. */
static size_t verb_before(const sentence *s, size_t at) {
    const token *verb = &s->tokens[at];
    bool bare = verb->pos == POS_PARTICIPLE || verb->pos == POS_BASE || verb->pos == POS_GERUND;
    if (!bare || at < 2)
        return at;
    if (s->tokens[at - 1].tag == PENN_COMMA && s->tokens[at - 2].pos == verb->pos)
        return at - 2;
    if (s->tokens[at - 1].pos != POS_COORDINATOR)
        return at;
    for (size_t back = 2; back <= LONGEST_GROUP && back <= at; back++) {
        part_of_speech pos = s->tokens[at - back].pos;
        if (pos == verb->pos || (pos == POS_PAST && verb->pos == POS_PARTICIPLE))
            return at - back;
        if (pos_is_finite(pos))
            return at;
    }
    return at;
}

/*
 * "was arrested, tried and jailed": the verbs behind the first have its auxiliaries. Where the
 * first has none, they are in its tense.
 */
static size_t verb_joined_to(const sentence *s, size_t at) {
    size_t first = verb_before(s, at);
    for (size_t last = at; first != last; first = verb_before(s, first))
        last = first;
    return first;
}

/* "no attack", "no survivors" */
static bool noun_is_negated(const sentence *s, size_t at) {
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        const token *t = &s->tokens[at - back];
        if (is_negation(t))
            return true;
        if (t->pos != POS_ADJECTIVE && t->pos != POS_NOUN)
            return false;
    }
    return false;
}

/* "does not have to wait" */
static bool obligation_is_negated(const sentence *s, const verb_group *g) {
    const token *before = before_to(s, g);
    return before && word_is(before->classes, HAVE) &&
           group_before(s, (size_t)(before - s->tokens), false).negated;
}

event_form verb_group_form(slice text, const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    event_form form = {.word = word_of(t->pos), .modality = {"", 0}};
    if (form.word == EVENT_WORD_NOUN) {
        form.negated = noun_is_negated(s, at);
        return form;
    }
    bool is_verb = form.word == EVENT_WORD_VERB;
    size_t first = verb_joined_to(s, at);
    verb_group g = group_before(s, first, !is_verb);
    form.negated = g.negated || obligation_is_negated(s, &g);
    if (!is_verb && !g.finite)
        return form;
    form.tense = tense_of(s, &g, &s->tokens[first]);
    form.aspect = is_verb ? aspect_of(&g, t) : g.have ? EVENT_ASPECT_PERFECTIVE : EVENT_ASPECT_NONE;
    form.modality = modality_of(text, s, &g);
    return form;
}
