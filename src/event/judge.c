/* SPDX-License-Identifier: MIT */
#include "event/judge.h"

static bool dependent_is(const tree *t, size_t head, word_classes class) {
    for (size_t c = tree_first(t, head); c != NO_TOKEN; c = tree_next(t, c))
        if (tree_classes(t, c) & class)
            return true;
    return false;
}

/* The infinitive that completes a verb: "plans | to meet", "is | to open". */
static bool leads_to_infinitive(const tree *t, const clause *c) {
    size_t completed = tree_dependent(t, c->predicate, RELATION_XCOMP);
    if (completed == NO_TOKEN)
        return false;
    size_t mark = tree_dependent(t, completed, RELATION_MARK);
    return mark != NO_TOKEN && tree_token(t, mark)->tag == PENN_TO;
}

static bool looks_ahead(const tree *t, const clause *c) {
    if (clause_auxiliary(t, c, WORD(MODAL)) != NO_TOKEN)
        return true;
    bool plans = word_is(tree_classes(t, c->predicate), PLAN);
    bool is = c->passive || clause_auxiliary(t, c, WORD(BE)) != NO_TOKEN;
    return plans && (is || leads_to_infinitive(t, c));
}

/* "has been fighting", "are fighting": what began and goes on. */
static bool goes_on(const tree *t, const clause *c) {
    if (tree_token(t, c->predicate)->tag != PENN_VBG || c->kind == CLAUSE_RESULT)
        return false;
    size_t have = clause_auxiliary(t, c, WORD(HAVE)), be = clause_auxiliary(t, c, WORD(BE));
    size_t first = have != NO_TOKEN ? have : be;
    return first != NO_TOKEN && !word_is(tree_classes(t, first), PAST) &&
           clause_auxiliary(t, c, WORD(MODAL)) == NO_TOKEN;
}

static bool lies_ahead(when found, day_number published) {
    return published != NO_DAY && when_is_dated(found) && found.days.first > published;
}

event_status judge_status_of_noun(when found, day_number published) {
    return lies_ahead(found, published) ? EVENT_PLANNED : EVENT_HAPPENED;
}

/* "called off the strike that was planned": what is done to its noun. */
static bool noun_is_cancelled(const tree *t, const clause *told) {
    bool of_noun = told->kind == CLAUSE_RELATIVE || told->kind == CLAUSE_PARTICIPLE;
    return of_noun && told->above && word_is(tree_classes(t, told->above->predicate), CANCEL);
}

event_status judge_status(const tree *t, const clause *told, report said, when found,
                          day_number published) {
    if (word_is(tree_classes(t, told->predicate), CANCEL) || noun_is_cancelled(t, told))
        return EVENT_CANCELLED;
    bool ahead = published == NO_DAY || !when_is_dated(found) || found.days.last >= published;
    if (lies_ahead(found, published) || (looks_ahead(t, told) && ahead))
        return EVENT_PLANNED;
    word_classes saying = said.by ? tree_classes(t, said.by->predicate) : 0;
    if (word_is(saying, DENY))
        return EVENT_DENIED;
    if (word_is(saying, CLAIM) || dependent_is(t, told->predicate, WORD(ALLEGE)))
        return EVENT_ALLEGED;
    return goes_on(t, told) ? EVENT_ONGOING : EVENT_HAPPENED;
}

bool judge_negated(const tree *t, const clause *told) {
    if (dependent_is(t, told->predicate, WORD(NEGATION)))
        return true;
    return told->subject != NO_TOKEN && (word_is(tree_classes(t, told->subject), NEGATION) ||
                                         dependent_is(t, told->subject, WORD(NEGATION)));
}

static bool is_question(const tree *t) {
    for (size_t i = t->count; i-- > 0 && tree_token(t, i)->pos == POS_PUNCTUATION;)
        if (t->text.data[tree_token(t, i)->start] == '?')
            return true;
    return false;
}

bool judge_tells_of_past(const tree *t, const clause *told) {
    penn_tag tag = tree_token(t, told->verb)->tag;
    return tag == PENN_VBD && !looks_ahead(t, told);
}

bool judge_is_after(when found, day_number published) {
    return published != NO_DAY && when_is_dated(found) && found.days.first > published + 1;
}

/* "is loud and clear", "was 2,200": what something is like, unless that is itself an event. */
static bool describes(const tree *t, const asked_events *events, const clause *c) {
    if (tree_dependent(t, c->predicate, RELATION_COP) == NO_TOKEN ||
        pos_is_verb(tree_token(t, c->predicate)->pos))
        return false;
    if (tree_classes(t, c->predicate) & (WORD_KINDS | WORD(KILLED) | WORD(PLAN)))
        return false;
    return !event_happens(events, c->predicate);
}

/* "After leaving the city": a verb without a tense of its own. */
static bool is_bare(const tree *t, const clause *c) {
    penn_tag tag = tree_token(t, c->verb)->tag;
    bool shares = c->kind == CLAUSE_COORDINATE;
    if (tag == PENN_VBN && c->verb == c->predicate)
        return c->kind == CLAUSE_SUBORDINATE; /* "set for noon" */
    return tag == PENN_VB ? c->kind != CLAUSE_COORDINATE : tag == PENN_VBG && !shares;
}

bool judge_tells_of_fact(const tree *t, const asked_events *events, const clause *told,
                         report said) {
    size_t modal = clause_auxiliary(t, told, WORD(MODAL));
    if (is_bare(t, told) || describes(t, events, told) || clause_is_conditional(told) ||
        is_question(t))
        return false;
    if (modal == NO_TOKEN || word_is(tree_classes(t, modal), FUTURE))
        return true;
    return !word_is(tree_classes(t, modal), DOUBT) && said.who != NO_TOKEN;
}
