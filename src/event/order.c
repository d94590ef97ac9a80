/* SPDX-License-Identifier: MIT */
#include "event/order.h"

#include "event/dating.h"
#include "event/order_words.h"

/* Words in the longest phrase that tells the order. */
#define LONGEST_ORDER 12

static bool makes_definite(slice text, const token *t) {
    slice word = token_text(text, t);
    return word_marks_owner(word) || (word_is(t->classes, DETERMINER) && !word_is_indefinite(word));
}

/* Whether behind a word something is named that makes an event definite, or a kind of it. */
static bool leads_to_definite(slice text, const sentence *s, size_t at) {
    for (size_t i = at + 1; i < s->token_count && i <= at + LONGEST_ORDER; i++) {
        slice word = token_text(text, &s->tokens[i]);
        if (word.data[0] == ',' || word.data[0] == ';')
            return false;
        if ((s->tokens[i].classes & WORD_KINDS) || makes_definite(text, &s->tokens[i]))
            return true;
    }
    return false;
}

/* Whether what stands behind a word may be what something else comes after. */
static bool may_lead(slice text, const sentence *s, size_t at) {
    return word_puts_behind(token_text(text, &s->tokens[at])) &&
           !word_is_indefinite(token_text(text, &s->tokens[at + 1]));
}

bool order_is_possible(slice text, sentence *s, arena *a) {
    if (!text_puts_behind(slice_range(text, s->start, s->end)))
        return false;
    sentence_cut(text, s, a);
    for (size_t i = 0; i + 1 < s->token_count; i++)
        if (may_lead(text, s, i) && leads_to_definite(text, s, i))
            return true;
    return false;
}

/* Whether behind a word, before the next mark, an event is named that another may come after. */
static bool leads_to_event(slice text, const sentence *s, const asked_events *events, size_t at) {
    bool definite = false;
    for (size_t i = at + 1; i < s->token_count && i <= at + LONGEST_ORDER; i++) {
        const token *t = &s->tokens[i];
        bool kind = (t->classes & WORD_KINDS) != 0;
        if (t->pos == POS_PUNCTUATION)
            return false;
        if ((kind && t->tag == PENN_VBD) ||
            (definite && pos_is_nominal(t->pos) && (kind || event_happens(events, i))))
            return true;
        definite = definite || makes_definite(text, t);
    }
    return false;
}

bool order_is_likely(slice text, const sentence *s, const asked_events *events) {
    bool past = false, leads = false;
    for (size_t i = 0; !leads && i + 1 < s->token_count; i++)
        leads = may_lead(text, s, i) && leads_to_event(text, s, events, i);
    for (size_t i = 0; leads && !past && i < s->token_count; i++)
        past = (s->tokens[i].tag == PENN_VBD || s->tokens[i].tag == PENN_VBN) &&
               event_happens_at_once(events, i);
    return past;
}

/* The word that leads to it by that relation, if it puts behind; else NO_TOKEN. */
static size_t led_by(const tree *t, size_t at, relation r) {
    size_t lead = tree_dependent(t, at, r);
    return lead != NO_TOKEN && word_puts_behind(tree_word(t, lead)) ? lead : NO_TOKEN;
}

/* "the attack", "Monday's vote": not "an attack", or "his", which another may be. */
static bool is_definite(const tree *t, size_t noun) {
    for (size_t d = tree_first(t, noun); d != NO_TOKEN && d < noun; d = tree_next(t, d)) {
        relation r = tree_relation(t, d);
        bool owner = r == RELATION_NMOD_POSS && tree_token(t, d)->tag != PENN_PRP_POSSESSIVE;
        if (owner || (r == RELATION_DET && !word_is_indefinite(tree_word(t, d))))
            return true;
    }
    return false;
}

static bool is_noun_before(const tree *t, const asked_events *events, size_t at) {
    return relation_is_oblique(tree_relation(t, at)) && noun_happens(t, events, at) &&
           is_definite(t, at) && led_by(t, at, RELATION_CASE) != NO_TOKEN;
}

/* In the past, and of a kind by which another mention of it can be known. */
static bool is_clause_before(const clause_list *l, size_t at) {
    const tree *t = l->tree;
    const clause *c = l->of[at];
    return tree_relation(t, at) == RELATION_ADVCL && c && c->predicate == at &&
           (tree_classes(t, at) & WORD_KINDS) && c->subject != NO_TOKEN &&
           tree_token(t, c->verb)->tag == PENN_VBD && led_by(t, at, RELATION_MARK) != NO_TOKEN;
}

order_words order_of(const clause_list *l, const asked_events *events, const clause *c) {
    const tree *t = l->tree;
    for (size_t d = tree_first(t, c->predicate); d != NO_TOKEN; d = tree_next(t, d)) {
        bool noun = is_noun_before(t, events, d);
        if (!noun && !is_clause_before(l, d))
            continue;
        token_range all = tree_below(t, d);
        size_t lead = led_by(t, d, noun ? RELATION_CASE : RELATION_MARK);
        while (all.end > d + 1 && tree_token(t, all.end - 1)->pos == POS_PUNCTUATION)
            all.end--;
        all.first = lead; /* without "shortly", "two hours" */
        if (lead < d && all.end - all.first <= LONGEST_ORDER)
            return (order_words){all, {lead + 1, all.end}};
    }
    return (order_words){{0, 0}, {0, 0}};
}
