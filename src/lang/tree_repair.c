/* SPDX-License-Identifier: MIT */
#include "lang/tree_repair.h"

/* ---- Words before nouns ------------------------------------------------------------------- */

/* "in | the capital Lima": what leads to a compound leads to all of it. */
static void lift_leads(sentence *s) {
    for (size_t i = 0; i < s->token_count; i++) {
        token *t = &s->tokens[i];
        bool leads = t->relation == RELATION_CASE || t->relation == RELATION_DET;
        while (leads && t->head != TOKEN_ROOT && t->head > i &&
               s->tokens[t->head].relation == RELATION_COMPOUND &&
               s->tokens[t->head].head > t->head && s->tokens[t->head].head != TOKEN_ROOT)
            t->head = s->tokens[t->head].head;
    }
}

static bool is_within(const sentence *s, size_t at, size_t above) {
    while (at != above && s->tokens[at].head != TOKEN_ROOT)
        at = s->tokens[at].head;
    return at == above;
}

/* The subject of a noun that nothing like "is" joins to it, where the words before `at` end it. */
static size_t subject_up_to(const sentence *s, size_t noun, size_t at) {
    size_t subject = SIZE_MAX;
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        if (t->head == noun && t->relation == RELATION_COP)
            return SIZE_MAX;
        if (t->head == noun && t->relation == RELATION_NSUBJ && i < at)
            subject = i;
    }
    return subject != SIZE_MAX && is_within(s, at - 1, subject) ? subject : SIZE_MAX;
}

/* The verb takes the noun's place, and all before it; the noun is its object. */
static void raise_verb(sentence *s, size_t verb, size_t noun) {
    token *v = &s->tokens[verb], *n = &s->tokens[noun];
    v->head = n->head;
    v->relation = n->relation;
    v->tag = PENN_VBD;
    n->head = (uint32_t)verb;
    n->relation = RELATION_OBJ;
    for (size_t i = 0; i < s->token_count; i++) {
        token *t = &s->tokens[i];
        if (t->head != noun || (i > verb && t->relation != RELATION_PUNCT))
            continue;
        t->head = (uint32_t)verb;
        if (t->relation == RELATION_NMOD)
            t->relation = RELATION_OBL;
    }
}

/* "The authority | tightened | controls": a noun with a subject right before its participle is none
 * with a subject; the participle is a verb in the past. */
static void raise_verbs(sentence *s) {
    for (size_t i = 1; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        bool participle = t->relation == RELATION_AMOD && t->head != TOKEN_ROOT && t->head > i &&
                          (t->tag == PENN_VBN || t->tag == PENN_VBD);
        if (participle && subject_up_to(s, t->head, i) != SIZE_MAX)
            raise_verb(s, i, t->head);
    }
}

/* ---- Subjects that another verb was given ------------------------------------------------- */

/* The first dependent with that relation; SIZE_MAX where there is none. */
static size_t dependent(const sentence *s, size_t head, relation r) {
    for (size_t i = 0; i < s->token_count; i++)
        if (s->tokens[i].head == head && s->tokens[i].relation == r)
            return i;
    return SIZE_MAX;
}

/* The first word of its clause that says that it is finite: "| had risen", "| was a | success",
 * "| rose"; SIZE_MAX where it is not. */
static size_t finite_word(const sentence *s, size_t predicate) {
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        if (i == predicate || (t->head == predicate && relation_is_auxiliary(t->relation)))
            return penn_is_finite(t->tag) ? i : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* The last word that hangs on the verb behind it and ends where the clause below has its first
 * verb, if nothing else is that clause's subject; SIZE_MAX where there is none. */
static size_t word_before_clause(const sentence *s, size_t predicate, size_t verb) {
    size_t begins = finite_word(s, predicate), found = SIZE_MAX;
    for (size_t i = 0; begins != SIZE_MAX && i < begins; i++) {
        const token *t = &s->tokens[i];
        if (t->head == predicate && relation_is_subject(t->relation))
            return SIZE_MAX;
        if (t->head == verb && i > verb)
            found = i;
    }
    return found != SIZE_MAX && is_within(s, begins - 1, found) ? found : SIZE_MAX;
}

/*
 * Whether the word that hangs on the verb before a clause is that clause's subject: "officials said
 * | fires | had stopped", "it is closed since | a storm | sank it".
 */
static bool is_subject_of(const sentence *s, size_t word, size_t predicate) {
    const token *w = &s->tokens[word], *p = &s->tokens[predicate];
    bool object = w->relation == RELATION_NSUBJ || w->relation == RELATION_OBJ;
    if (p->relation == RELATION_CCOMP)
        return object && word_is(s->tokens[p->head].classes, SAY);
    size_t mark = p->relation == RELATION_ADVCL ? dependent(s, predicate, RELATION_MARK) : SIZE_MAX;
    return mark != SIZE_MAX && mark < word && mark > p->head &&
           (object || relation_is_oblique(w->relation)) &&
           dependent(s, word, RELATION_CASE) == SIZE_MAX;
}

/*
 * "It ends | as Ana Berg prepares to leave": a finite verb that nothing joins to the one before
 * it, behind what looks like an oblique of that: the word that leads the oblique in leads a clause
 * in. That word; SIZE_MAX where it is not so.
 */
static size_t mark_before(const sentence *s, size_t word, size_t predicate) {
    relation r = s->tokens[predicate].relation;
    if ((r != RELATION_CONJ && r != RELATION_ADVCL) ||
        !relation_is_oblique(s->tokens[word].relation) ||
        dependent(s, predicate, RELATION_CC) != SIZE_MAX ||
        dependent(s, predicate, RELATION_MARK) != SIZE_MAX)
        return SIZE_MAX;
    size_t lead = dependent(s, word, RELATION_CASE);
    return lead != SIZE_MAX && word_is(s->tokens[lead].classes, SUBORDINATOR) ? lead : SIZE_MAX;
}

static void hang(sentence *s, size_t at, size_t head, relation r) {
    s->tokens[at].head = (uint32_t)head;
    s->tokens[at].relation = r;
}

static void give_subjects_back(sentence *s) {
    for (size_t i = 1; i < s->token_count; i++) {
        relation r = s->tokens[i].relation;
        bool below = s->tokens[i].head < i &&
                     (r == RELATION_CCOMP || r == RELATION_ADVCL || r == RELATION_CONJ);
        size_t word = below ? word_before_clause(s, i, s->tokens[i].head) : SIZE_MAX;
        if (word == SIZE_MAX)
            continue;
        size_t mark = mark_before(s, word, i);
        if (mark != SIZE_MAX) {
            hang(s, mark, i, RELATION_MARK);
            s->tokens[i].relation = RELATION_ADVCL;
        }
        if (mark != SIZE_MAX || is_subject_of(s, word, i))
            hang(s, word, i, RELATION_NSUBJ);
    }
}

/* ---- What they said ----------------------------------------------------------------------- */

/* "those who said | they left": the clause beside a relative one of saying whose subject begins
 * right behind that verb; SIZE_MAX where there is none. */
static size_t clause_behind(const sentence *s, size_t verb) {
    if (verb + 1 >= s->token_count || s->tokens[verb].relation != RELATION_ACL_RELCL ||
        !word_is(s->tokens[verb].classes, SAY))
        return SIZE_MAX;
    size_t at = verb + 1;
    while (s->tokens[at].head != TOKEN_ROOT && !relation_is_subject(s->tokens[at].relation))
        at = s->tokens[at].head;
    size_t said = s->tokens[at].head;
    bool beside = said != TOKEN_ROOT && said > verb && s->tokens[said].head == s->tokens[verb].head;
    return beside && s->tokens[said].relation == RELATION_ACL_RELCL ? said : SIZE_MAX;
}

/* What they said depends on "said", not on those who did. */
static void hang_said_on_relatives(sentence *s) {
    for (size_t i = 0; i < s->token_count; i++) {
        size_t said = clause_behind(s, i);
        if (said != SIZE_MAX)
            hang(s, said, i, RELATION_CCOMP);
    }
}

void tree_repair(sentence *s) {
    lift_leads(s);
    raise_verbs(s);
    give_subjects_back(s);
    hang_said_on_relatives(s);
}
