/* SPDX-License-Identifier: MIT */
#include "event/worth.h"

bool token_begins_with(const tree *t, size_t at, char mark) {
    return at < t->count && t->text.data[tree_token(t, at)->start] == mark;
}

static bool sets_off(const tree *t, size_t mark) {
    return tree_token(t, mark)->pos == POS_PUNCTUATION && !slice_is_quote(tree_word(t, mark)) &&
           tree_token(t, mark)->tag != PENN_HYPH;
}

/* A mark between a word and its head that belongs to the word. */
static bool has_own_mark(const tree *t, size_t at) {
    size_t head = tree_head(t, at);
    for (size_t c = tree_first(t, at); c != NO_TOKEN && c < at; c = tree_next(t, c))
        if (head != NO_TOKEN && c > head && sets_off(t, c))
            return true;
    return false;
}

bool is_set_off(const tree *t, size_t at) {
    size_t first = tree_below(t, at).first;
    while (first < at && tree_token(t, first)->pos == POS_PUNCTUATION)
        first++;
    return (first > 0 && sets_off(t, first - 1)) || has_own_mark(t, at);
}

bool is_enclosed(const tree *t, size_t at) {
    size_t end = tree_below(t, at).end;
    return is_set_off(t, at) &&
           (token_begins_with(t, end, ',') || token_begins_with(t, end - 1, ','));
}

static bool is_led_by(const tree *t, size_t at, word_classes class) {
    for (size_t c = tree_first(t, at); c != NO_TOKEN; c = tree_next(t, c))
        if (tree_relation(t, c) == RELATION_CASE && (tree_classes(t, c) & class))
            return true;
    return false;
}

bool date_names_noun(const tree *t, size_t date, size_t head) {
    relation r = tree_relation(t, date);
    bool modifies = relation_is_nominal_modifier(r) || r == RELATION_COMPOUND ||
                    r == RELATION_AMOD || r == RELATION_NUMMOD;
    return modifies && (date < head || is_led_by(t, date, WORD(OF)));
}

static worth worth_of_adverb(const tree *t, const clause *told, size_t at, size_t head) {
    bool of_clause = told && head == told->predicate;
    if (!of_clause)
        return NEEDED;
    if (tree_token(t, at)->tag == PENN_WRB)
        return LEFT_OUT; /* "there | when": what it led to is left out, too */
    bool negates = word_is(tree_classes(t, at), NEGATION);
    size_t behind = tree_below(t, at).end;
    if (behind < t->count && tree_token(t, behind)->pos == POS_NUMBER)
        return NEEDED; /* "more than | 100 ships" */
    bool leads_in = at < told->verb && (told->subject == NO_TOKEN || at < told->subject);
    bool opens = at < told->predicate && word_is(tree_classes(t, at), OPENER);
    if (!negates && (leads_in || opens || is_set_off(t, at)))
        return LEFT_OUT;
    return tree_first(t, at) == NO_TOKEN ? NEEDED : OPTIONAL;
}

/* "filed | for bankruptcy": what stands first behind a verb often completes it. */
static bool is_first_oblique(const phrase *p, size_t at, size_t head) {
    for (size_t c = tree_first(p->tree, head); c != NO_TOKEN && c < at; c = tree_next(p->tree, c))
        if (c > head && relation_is_oblique(tree_relation(p->tree, c)) && !range_with(p->dates, c))
            return false;
    return true;
}

/* "after two women | accused him", "after Ana Berg, 32, | said": a clause whose subject was taken
 * for an oblique. */
static bool begins_clause(const tree *t, size_t at) {
    size_t behind = at + 1;
    while (behind < t->count && tree_relation(t, behind) == RELATION_FLAT)
        behind++;
    if (token_begins_with(t, behind, ',')) {
        for (behind++; behind < t->count && !token_begins_with(t, behind, ',');)
            behind++;
        behind++;
    }
    return behind < t->count && penn_is_finite(tree_token(t, behind)->tag) &&
           is_led_by(t, at, WORD(SUBORDINATOR));
}

static worth worth_of_oblique(const phrase *p, const clause *told, size_t at, size_t head) {
    const tree *t = p->tree;
    bool of_clause = told && head == told->predicate;
    size_t first_word = told && told->subject != NO_TOKEN && told->subject < told->verb
                            ? tree_below(t, told->subject).first
                        : told ? told->verb
                               : 0;
    bool leads_in = of_clause && at < first_word;
    if (leads_in || is_led_by(t, at, WORD(ACCORDING)) || begins_clause(t, at) ||
        (at > head && is_set_off(t, at)))
        return LEFT_OUT;
    if (at > head && tree_relation(t, head) == RELATION_AMOD && head > tree_head(t, head))
        return NEEDED; /* "people responsible | for the harbour" */
    return at > head && is_first_oblique(p, at, head) ? LAST_TO_GO : OPTIONAL;
}

/* Another predicate under the same subject stays if there is room, but not one with its own date.
 */
static worth worth_of_joined_clause(const phrase *p, const place *where, size_t at) {
    const tree *t = p->tree;
    const clause *joined = where->clauses->of[at];
    bool own_subject = joined->subject != where->told->subject;
    for (size_t c = tree_first(t, where->told->predicate); c != NO_TOKEN && c < at;
         c = tree_next(t, c)) /* which the parser may have hung on the first */
        own_subject =
            own_subject || (c > where->told->predicate && relation_is_subject(tree_relation(t, c)));
    for (size_t i = 0; i < p->dates->count && !own_subject; i++)
        if (where->clauses->of[p->dates->items[i].first] == joined)
            return LEFT_OUT;
    return own_subject || (is_set_off(t, at) && !token_begins_with(t, at, ',')) ? LEFT_OUT
                                                                                : OPTIONAL;
}

static bool is_of_subject(const tree *t, size_t noun) {
    while (noun != NO_TOKEN && !relation_is_subject(tree_relation(t, noun)))
        noun = tree_head(t, noun);
    return noun != NO_TOKEN;
}

/* "condolences | and feelings of solidarity": of what something is done to, the first will do. */
static worth worth_of_joined_noun(const tree *t, size_t at, size_t head) {
    if (pos_is_verb(tree_token(t, head)->pos) && !pos_is_verb(tree_token(t, at)->pos))
        return LEFT_OUT; /* it was joined to something else */
    if (tree_token(t, head)->pos == POS_NOUN && tree_token(t, at)->pos == POS_PROPER &&
        !relation_is_subject(tree_relation(t, head)))
        return LEFT_OUT; /* likewise: "linked the killings to Utopia and | the West" */
    size_t others = 0;
    for (size_t c = tree_first(t, head); c != NO_TOKEN; c = tree_next(t, c))
        others += c != at && tree_relation(t, c) == RELATION_CONJ;
    if (others == 0 && is_set_off(t, at))
        return LEFT_OUT; /* ", but the second": a pair has no comma, so it is something else */
    return is_of_subject(t, head) ? NEEDED : LAST_TO_GO;
}

/* "the finance | Minister Ana Berg": what the title cannot stand without. */
static bool leads_title(const tree *t, size_t at) {
    return at + 1 < t->count && tree_token(t, at + 1)->pos == POS_PROPER &&
           word_is(tree_classes(t, at + 1), PERSON_TITLE) &&
           tree_relation(t, at) == RELATION_COMPOUND;
}

/* "the car maker | Acme": common words before a name, which can stand without any of them. */
static bool describes_name(const tree *t, size_t at, size_t head) {
    if (tree_token(t, head)->pos != POS_PROPER || at > head || leads_title(t, at))
        return false;
    for (size_t c = tree_first(t, head); c != NO_TOKEN && c < head; c = tree_next(t, c)) {
        relation r = tree_relation(t, c);
        bool describes = r == RELATION_COMPOUND || r == RELATION_NMOD_DESC || r == RELATION_AMOD;
        if (describes && tree_token(t, c)->pos != POS_PROPER)
            return tree_token(t, at)->pos != POS_PROPER;
    }
    return false;
}

static bool says_what(const tree *t, size_t noun) {
    return tree_token(t, noun)->pos == POS_NOUN || word_is(tree_classes(t, noun), PERSON_TITLE);
}

/* "the mayor of Lenna, | Ana Berg,": the noun that says what the bearer of a name beside it is,
 * over a name in between that it may hang on; NO_TOKEN where there is none. */
static size_t noun_named(const tree *t, size_t at, size_t head) {
    token_range below = tree_below(t, at);
    for (size_t i = below.first; i < below.end; i++)
        if (tree_token(t, i)->pos != POS_PROPER && tree_token(t, i)->pos != POS_PUNCTUATION)
            return NO_TOKEN;
    while (head != NO_TOKEN && !says_what(t, head))
        head = tree_relation(t, head) == RELATION_NMOD ? tree_head(t, head) : NO_TOKEN;
    return head != NO_TOKEN && head < at && is_enclosed(t, at) ? head : NO_TOKEN;
}

static worth worth_of_apposition(const tree *t, const place *where, size_t at, size_t head) {
    if (!is_set_off(t, at))
        return NEEDED;
    size_t noun = noun_named(t, at, head);
    if (noun == NO_TOKEN || noun == where->top)
        return LEFT_OUT;
    return where->told && noun == where->told->subject ? LAST_TO_GO : OPTIONAL;
}

static bool has_mark(const tree *t, size_t at) {
    return tree_dependent(t, at, RELATION_MARK) != NO_TOKEN;
}

/* ", starting Monday" says nothing but when. */
static bool has_words_but_dates(const phrase *p, size_t at) {
    for (size_t c = tree_first(p->tree, at); c != NO_TOKEN; c = tree_next(p->tree, c))
        if (tree_relation(p->tree, c) != RELATION_PUNCT && !range_with(p->dates, c))
            return true;
    return false;
}

/* "rested | on waiting", "suspected | of hiding losses", "involved | digging": a gerund right
 * behind its verb, but for a date, completes it. */
static bool completes_verb(const phrase *p, size_t at, size_t head) {
    const tree *t = p->tree;
    size_t first = tree_below(t, at).first, mark = tree_dependent(t, at, RELATION_MARK);
    if (at < head || tree_token(t, at)->tag != PENN_VBG || !pos_is_verb(tree_token(t, head)->pos) ||
        is_set_off(t, at) || !has_words_but_dates(p, at) ||
        (mark != NO_TOKEN && word_is(tree_classes(t, mark), SUBORDINATOR)))
        return false;
    for (size_t i = head + 1; i < first; i++)
        if (!range_with(p->dates, i) &&
            !(tree_token(t, i)->pos == POS_PREPOSITION && range_with(p->dates, i + 1)))
            return false;
    return true;
}

/* "plans | to build a road": an infinitive right behind its noun. */
static bool completes_noun(const tree *t, size_t at, size_t head) {
    size_t first = tree_below(t, at).first;
    return first == head + 1 && tree_token(t, first)->pos == POS_TO;
}

static worth worth_of_clause_below(const phrase *p, const place *where, size_t at) {
    clause_kind kind = where->clauses->of[at]->kind;
    if (!has_words_but_dates(p, at))
        return LEFT_OUT;
    return kind == CLAUSE_RESULT || kind == CLAUSE_PURPOSE ? OPTIONAL : LEFT_OUT;
}

/* "said in an interview | that it was true": a content clause, whatever word the parser hangs it
 * on.
 */
static worth worth_of_content(const clause *content) {
    return content->above && content->above->says ? NEEDED : LAST_TO_GO;
}

/* What leads to a noun, or makes it a predicate ("Thursday was | the anniversary"). */
static bool is_beside_noun(relation r) {
    return relation_is_subject(r) || r == RELATION_CASE || r == RELATION_CC || r == RELATION_MARK ||
           r == RELATION_COP || r == RELATION_AUX || r == RELATION_ADVMOD || r == RELATION_CCOMP ||
           relation_is_oblique(r);
}

/* A subject beside the clause's own: one of a verb behind ("was closed but trains | ran"), or an
 * apposition ("the mill, an old | one,"). */
static bool is_second_subject(const tree *t, const clause *told, size_t at) {
    return told->subject < at && (at > told->predicate || is_enclosed(t, at));
}

worth worth_of(const phrase *p, const place *where, size_t at, size_t head) {
    const tree *t = p->tree;
    bool own_clause =
        where->clauses && where->clauses->of[at] && where->clauses->of[at]->predicate == at;
    bool noun = !where->told || head != where->told->predicate;
    if (noun && head == where->top && is_beside_noun(tree_relation(t, at)))
        return LEFT_OUT;
    bool leads_subject = where->told && head == where->told->subject && at < head;
    if (leads_subject && (tree_relation(t, at) == RELATION_CASE ||
                          (tree_relation(t, at) == RELATION_CC && at == tree_below(t, head).first)))
        return LEFT_OUT; /* "since | an explosion destroyed it"; not "food | and farming agency" */
    bool noun_clause =
        tree_relation(t, at) == RELATION_ACL || tree_relation(t, at) == RELATION_ACL_RELCL;
    if (noun_clause && own_clause && where->clauses->of[at]->kind == CLAUSE_CONTENT)
        return worth_of_content(where->clauses->of[at]);
    switch (tree_relation(t, at)) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        return where->told && head == where->told->predicate &&
                       is_second_subject(t, where->told, at)
                   ? LEFT_OUT
                   : NEEDED;
    case RELATION_COP: /* behind its predicate it is another's, which the parser mistook */
        return at < head ? NEEDED : LEFT_OUT;
    case RELATION_MARK: /* but "are | to board" */
    case RELATION_CC:
        return where->told && head == where->told->predicate && at < where->told->verb ? LEFT_OUT
                                                                                       : NEEDED;
    case RELATION_PUNCT:
    case RELATION_DISCOURSE:
    case RELATION_VOCATIVE:
    case RELATION_REPARANDUM:
    case RELATION_DISLOCATED:
    case RELATION_PARATAXIS:
    case RELATION_ADVCL_RELCL:
    case RELATION_LIST:
        return LEFT_OUT;
    case RELATION_ADVMOD:
        return worth_of_adverb(t, where->told, at, head);
    case RELATION_OBL:
    case RELATION_OBL_AGENT:
    case RELATION_OBL_UNMARKED:
        return worth_of_oblique(p, where->told, at, head);
    case RELATION_NMOD:
        return is_set_off(t, at) ? LEFT_OUT : is_led_by(t, at, WORD(OF)) ? NEEDED : OPTIONAL;
    case RELATION_APPOS:
        return worth_of_apposition(t, where, at, head);
    case RELATION_ACL:
        if (completes_verb(p, at, head))
            return LAST_TO_GO;
        return is_set_off(t, at) || !has_words_but_dates(p, at) ? LEFT_OUT
               : completes_noun(t, at, head)                    ? LAST_TO_GO
                                                                : OPTIONAL;
    case RELATION_ACL_RELCL:
        return is_set_off(t, at) ? LEFT_OUT : OPTIONAL;
    case RELATION_OBJ: /* "that" before a clause, which the parser took for a part of it */
        return where->told && head == where->told->predicate && tree_token(t, at)->tag == PENN_IN
                   ? LEFT_OUT
                   : NEEDED;
    case RELATION_CCOMP:
        return is_set_off(t, at) && !(own_clause && where->clauses->of[at]->above->says) ? LEFT_OUT
                                                                                         : NEEDED;
    case RELATION_ADVCL:
        if (completes_verb(p, at, head))
            return LAST_TO_GO;
        return own_clause ? worth_of_clause_below(p, where, at) : LEFT_OUT;
    case RELATION_CONJ:
        return own_clause && where->told && head == where->told->predicate
                   ? worth_of_joined_clause(p, where, at)
                   : worth_of_joined_noun(t, at, head);
    case RELATION_XCOMP:
        return tree_dependent(t, head, RELATION_OBJ) != NO_TOKEN && has_mark(t, at) ? LAST_TO_GO
                                                                                    : NEEDED;
    case RELATION_AMOD:
        if (word_is(tree_classes(t, at), PERSON_TITLE))
            return NEEDED; /* "chief executive" */
        return describes_name(t, at, head) ? FIRST_TO_GO : LAST_TO_GO;
    case RELATION_COMPOUND:
    case RELATION_NMOD_DESC:
    case RELATION_DET:
        return describes_name(t, at, head) ? FIRST_TO_GO : NEEDED;
    default:
        return NEEDED;
    }
}
