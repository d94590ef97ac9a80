/* SPDX-License-Identifier: MIT */
#include "event/clause.h"

static const range_list no_dates;

static bool tag_is_verb(penn_tag tag) {
    return tag == PENN_VB || tag == PENN_VBD || tag == PENN_VBG || tag == PENN_VBN ||
           tag == PENN_VBP || tag == PENN_VBZ;
}

static bool has_verb(const tree *t, size_t at) {
    if (tag_is_verb(tree_token(t, at)->tag))
        return true;
    for (size_t c = tree_first(t, at); c != NO_TOKEN; c = tree_next(t, c))
        if (relation_is_auxiliary(tree_relation(t, c)))
            return true;
    return false;
}

static bool relation_is_relative(relation r) {
    return r == RELATION_ACL_RELCL || r == RELATION_ADVCL_RELCL;
}

/* The word that begins a clause: "that", "after", "if"; NO_TOKEN where there is none. */
static size_t mark_of(const tree *t, size_t predicate) {
    return tree_dependent(t, predicate, RELATION_MARK);
}

static clause_kind kind_of_adverbial(const tree *t, size_t predicate) {
    size_t mark = mark_of(t, predicate);
    if (mark != NO_TOKEN && word_is(tree_classes(t, mark), CONDITION))
        return CLAUSE_CONDITION;
    penn_tag tag = tree_token(t, predicate)->tag;
    bool purpose = mark != NO_TOKEN && !word_is(tree_classes(t, mark), SUBORDINATOR);
    if (mark != NO_TOKEN) /* "to hunt them", "for lightening the load" */
        return purpose && (tag == PENN_VB || tag == PENN_VBG) ? CLAUSE_PURPOSE : CLAUSE_SUBORDINATE;
    size_t above = tree_head(t, predicate);
    return tag == PENN_VBG && predicate > above ? CLAUSE_RESULT : CLAUSE_SUBORDINATE;
}

/* "told the court | that she had paid": "that" joins the clause and is no part of it. */
static bool is_that_clause(const tree *t, size_t predicate) {
    const token *first = tree_token(t, tree_below(t, predicate).first);
    return first->tag == PENN_IN && word_is(first->classes, RELATIVE);
}

/* The word that stands in a relative clause for its noun: "who", "that"; NO_TOKEN: there is none.
 */
static size_t relative_word(const tree *t, size_t predicate) {
    token_range below = tree_below(t, predicate);
    for (size_t i = below.first; i < predicate; i++) {
        penn_tag tag = tree_token(t, i)->tag;
        if (tag == PENN_WDT || tag == PENN_WP || tag == PENN_WP_POSSESSIVE || tag == PENN_WRB)
            return i;
    }
    return NO_TOKEN;
}

/* The first auxiliary, copula or the verb itself. */
static size_t first_verb(const tree *t, size_t predicate) {
    for (size_t c = tree_first(t, predicate); c != NO_TOKEN; c = tree_next(t, c))
        if (relation_is_auxiliary(tree_relation(t, c)))
            return c < predicate ? c : predicate;
    return predicate;
}

/* "The firm last week | was fined": a date is the subject of no verb. */
static size_t own_subject(const tree *t, const range_list *dates, size_t predicate) {
    bool verb = tag_is_verb(tree_token(t, predicate)->tag);
    for (size_t c = tree_first(t, predicate); c != NO_TOKEN; c = tree_next(t, c))
        if (relation_is_subject(tree_relation(t, c)) && !(verb && range_with(dates, c)))
            return c;
    return NO_TOKEN;
}

/* Whether the word may be a finite verb that the parser hung on a noun: no word stands for that. */
static bool looks_lost(const tree *t, size_t at) {
    penn_tag tag = tree_token(t, at)->tag;
    relation r = tree_relation(t, at);
    return (tag == PENN_VBD || tag == PENN_VBN) && (relation_is_relative(r) || r == RELATION_ACL) &&
           first_verb(t, at) == at && relative_word(t, at) == NO_TOKEN &&
           own_subject(t, &no_dates, at) == NO_TOKEN;
}

/*
 * "The clinic that treated miners | closed": where a sentence has no verb of its own, the last
 * finite one, or participle, that hangs on its noun without a word for that is the verb.
 */
static bool is_lost_verb(const tree *t, size_t at) {
    size_t noun = tree_head(t, at);
    if (noun == NO_TOKEN || noun != t->root || has_verb(t, noun) || !looks_lost(t, at))
        return false;
    for (size_t c = tree_next(t, at); c != NO_TOKEN; c = tree_next(t, c))
        if (looks_lost(t, c))
            return false;
    return true;
}

/*
 * True where the word is the predicate of a clause of its own. What "to" or nothing joins to a verb
 * completes it, and so does what is joined to such a word.
 */
static bool begins_clause(const tree *t, size_t at, const bool *begins, clause_kind *kind) {
    size_t above = tree_head(t, at);
    relation r = tree_relation(t, at);
    if (!has_verb(t, at))
        return false;
    if (above == NO_TOKEN || r == RELATION_CSUBJ || r == RELATION_CSUBJ_PASS || r == RELATION_DEP ||
        r == RELATION_LIST || is_lost_verb(t, at))
        *kind = CLAUSE_MAIN;
    else if (r == RELATION_CONJ && begins[above])
        *kind = CLAUSE_COORDINATE;
    else if ((relation_is_relative(r) || r == RELATION_ACL) && is_that_clause(t, at))
        *kind = CLAUSE_CONTENT;
    else if (relation_is_relative(r))
        *kind = CLAUSE_RELATIVE;
    else if (r == RELATION_ACL)
        *kind = mark_of(t, at) == NO_TOKEN ? CLAUSE_PARTICIPLE : CLAUSE_PURPOSE;
    else if (r == RELATION_CCOMP)
        *kind = CLAUSE_CONTENT;
    else if (r == RELATION_ADVCL)
        *kind = kind_of_adverbial(t, at);
    else if (r == RELATION_PARATAXIS || r == RELATION_APPOS)
        *kind = CLAUSE_ASIDE;
    else
        return false;
    return true;
}

/* The predicate whose clause a word belongs to: itself or the nearest above it. */
static size_t predicate_above(const tree *t, size_t at, const bool *begins) {
    while (at != NO_TOKEN && !begins[at])
        at = tree_head(t, at);
    return at;
}

/* "In May 2022, the group attacked": a subject that the parser hung on the date before it. */
static size_t subject_behind_date(const tree *t, const range_list *dates, size_t predicate) {
    for (size_t i = 0; i < dates->count; i++)
        for (size_t d = dates->items[i].first; d < dates->items[i].end; d++)
            for (size_t c = tree_first(t, d); c != NO_TOKEN; c = tree_next(t, c))
                if (c >= dates->items[i].end && c < predicate &&
                    pos_is_nominal(tree_token(t, c)->pos) && tree_is_below(t, d, predicate))
                    return c;
    return NO_TOKEN;
}

static bool is_relative_word(const tree *t, size_t at) {
    penn_tag tag = tree_token(t, at)->tag;
    return tag == PENN_WDT || tag == PENN_WP ||
           (word_is(tree_classes(t, at), RELATIVE) && tree_token(t, at)->pos != POS_DETERMINER &&
            tag != PENN_DT);
}

/* The subject, which for most kinds may be that of the clause above. */
static size_t subject_of(const tree *t, const range_list *dates, const clause *c) {
    size_t own = own_subject(t, dates, c->predicate);
    size_t above = tree_head(t, c->predicate);
    if (c->kind == CLAUSE_RELATIVE && own != NO_TOKEN && is_relative_word(t, own))
        return above;
    if (own != NO_TOKEN)
        return own;
    if (c->kind == CLAUSE_PARTICIPLE || is_lost_verb(t, c->predicate))
        return above;
    size_t behind_date = subject_behind_date(t, dates, c->predicate);
    if (behind_date != NO_TOKEN)
        return behind_date;
    bool shares = c->kind == CLAUSE_COORDINATE || c->kind == CLAUSE_RESULT ||
                  c->kind == CLAUSE_PURPOSE || c->kind == CLAUSE_SUBORDINATE;
    return shares && c->above ? c->above->subject : NO_TOKEN;
}

static bool is_passive(const tree *t, const clause *c) {
    if (tree_dependent(t, c->predicate, RELATION_AUX_PASS) != NO_TOKEN ||
        tree_dependent(t, c->predicate, RELATION_NSUBJ_PASS) != NO_TOKEN)
        return true;
    bool participle = tree_token(t, c->predicate)->tag == PENN_VBN;
    return participle && (c->kind == CLAUSE_PARTICIPLE ||
                          (c->kind == CLAUSE_COORDINATE && c->above && c->above->passive));
}

/* The clauses of a sentence while they are made; the arrays have an item for each token. */
typedef struct maker {
    const tree *tree;
    const range_list *dates;
    bool *begins; /* a clause of its own */
    clause_kind *kinds;
    clause **made; /* where it begins one: that clause */
    bool *filled;
} maker;

/* The clauses above are filled before those below: a predicate's head may stand on either side. */
static const clause *fill_clause(const maker *m, size_t predicate) {
    clause *c = m->made[predicate];
    if (m->filled[predicate])
        return c;
    m->filled[predicate] = true;
    size_t above = tree_head(m->tree, predicate);
    above = above == NO_TOKEN ? NO_TOKEN : predicate_above(m->tree, above, m->begins);
    *c = (clause){.kind = m->kinds[predicate], .predicate = predicate};
    c->above = above == NO_TOKEN ? NULL : fill_clause(m, above);
    c->verb = first_verb(m->tree, predicate);
    c->subject = subject_of(m->tree, m->dates, c);
    c->passive = is_passive(m->tree, c);
    c->says = word_is(tree_classes(m->tree, predicate), SAY) && !c->passive;
    return c;
}

/* A predicate is known once the one it is joined to is, which mostly stands before it. */
static size_t find_predicates(const maker *m) {
    size_t found = 0;
    for (int pass = 0; pass < 2; pass++) {
        found = 0;
        for (size_t i = 0; i < m->tree->count; i++) {
            m->begins[i] = begins_clause(m->tree, i, m->begins, &m->kinds[i]);
            found += m->begins[i];
        }
    }
    return found;
}

clause_list clauses_of(const tree *t, const range_list *dates, arena *a) {
    maker m = {t,
               dates,
               ARENA_ARRAY(a, bool, t->count),
               ARENA_ARRAY(a, clause_kind, t->count),
               ARENA_ARRAY(a, clause *, t->count),
               ARENA_ARRAY(a, bool, t->count)};
    clause_list l = {.tree = t, .of = ARENA_ARRAY(a, const clause *, t->count)};
    l.count = find_predicates(&m);
    l.items = ARENA_ARRAY(a, clause, l.count);
    clause *next = l.items;
    for (size_t i = 0; i < t->count; i++)
        if (m.begins[i])
            m.made[i] = next++;
    for (size_t i = 0; i < t->count; i++) {
        size_t predicate = predicate_above(t, i, m.begins);
        if (predicate != NO_TOKEN)
            l.of[i] = fill_clause(&m, predicate);
    }
    return l;
}

size_t clause_antecedent(const tree *t, const clause *c) {
    size_t noun = tree_head(t, c->predicate);
    return c->kind == CLAUSE_RELATIVE && noun != c->subject ? noun : NO_TOKEN;
}

/* ---- Who says so -------------------------------------------------------------------------- */

/* "according to the police": the word that names the source, below the predicate. */
static size_t source_below(const tree *t, size_t predicate) {
    for (size_t c = tree_first(t, predicate); c != NO_TOKEN; c = tree_next(t, c)) {
        size_t led_by = tree_dependent(t, c, RELATION_CASE);
        if (led_by != NO_TOKEN && word_is(tree_classes(t, led_by), ACCORDING))
            return c;
    }
    return NO_TOKEN;
}

/* "…, officials said": a clause of saying that stands beside what it reports. */
static const clause *said_beside(const clause_list *l, const clause *c) {
    for (size_t i = 0; i < l->count; i++) {
        const clause *aside = &l->items[i];
        if (aside->above == c && aside->kind == CLAUSE_ASIDE && aside->says &&
            aside->subject != NO_TOKEN)
            return aside;
    }
    return NULL;
}

report clause_report(const clause_list *l, const clause *c) {
    for (; c; c = c->above) {
        size_t source = source_below(l->tree, c->predicate);
        if (source != NO_TOKEN)
            return (report){NULL, source};
        const clause *beside = said_beside(l, c);
        if (beside)
            return (report){beside, beside->subject};
        bool content = c->kind == CLAUSE_CONTENT && c->above && c->above->says;
        if (content && c->above->subject != NO_TOKEN)
            return (report){c->above, c->above->subject};
    }
    return (report){NULL, NO_TOKEN};
}

/* ---- The verb group ----------------------------------------------------------------------- */

size_t clause_auxiliary(const tree *t, const clause *c, word_classes class) {
    for (size_t d = tree_first(t, c->predicate); d != NO_TOKEN; d = tree_next(t, d))
        if (relation_is_auxiliary(tree_relation(t, d)) && (tree_classes(t, d) & class))
            return d;
    bool shares = c->kind == CLAUSE_COORDINATE && c->above && c->verb == c->predicate &&
                  !pos_is_finite(tree_token(t, c->predicate)->pos);
    return shares ? clause_auxiliary(t, c->above, class) : NO_TOKEN;
}

bool clause_is_conditional(const clause *c) {
    while (c && c->kind != CLAUSE_CONDITION)
        c = c->above;
    return c != NULL;
}

const clause *clause_main(const clause_list *clauses) {
    for (size_t i = 0; i < clauses->count; i++)
        if (!clauses->items[i].above)
            return &clauses->items[i];
    return NULL;
}
