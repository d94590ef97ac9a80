/* SPDX-License-Identifier: MIT */
#include "event/clause.h"

/* How far a verb may stand behind the word that would begin its clause. */
#define LONGEST_SUBJECT 14

typedef struct splitter {
    slice text;
    const sentence *s;
    const range_list *dates;
    arena *owner;
    clause_list *out;
} splitter;

static bool token_is(const splitter *p, size_t at, char mark) {
    return at < p->s->token_count && p->text.data[p->s->tokens[at].start] == mark;
}

static part_of_speech pos_at(const splitter *p, size_t at) {
    return at < p->s->token_count ? p->s->tokens[at].pos : POS_PUNCTUATION;
}

static bool is_finite_or_auxiliary(part_of_speech pos) {
    return pos_is_finite(pos) || pos == POS_AUXILIARY;
}

static bool has_finite_verb(const splitter *p, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (is_finite_or_auxiliary(pos_at(p, i)))
            return true;
    return false;
}

/* Behind adverbs and numbers, what comes first: a verb makes the conjunction join predicates. */
static size_t skip_adverbs(const splitter *p, size_t at) {
    while (pos_at(p, at) == POS_ADVERB)
        at++;
    return at;
}

static size_t skip_quotes(const splitter *p, size_t at) {
    while (at < p->s->token_count && slice_is_quote(token_text(p->text, &p->s->tokens[at])))
        at++;
    return at;
}

/* ", its director, said": behind a comma, an apposition that a verb of saying ends. */
static bool apposition_says(const splitter *p, size_t comma) {
    size_t end = comma + 1;
    while (end < p->s->token_count && end < comma + LONGEST_SUBJECT && !token_is(p, end, ','))
        if (is_finite_or_auxiliary(pos_at(p, end++)))
            return false;
    return token_is(p, end, ',') && end + 1 < p->s->token_count &&
           is_finite_or_auxiliary(pos_at(p, end + 1)) &&
           word_is(p->s->tokens[end + 1].classes, SAY);
}

/* "the fighting that followed closed it": a second verb behind a relative clause's own. */
static bool verb_behind_relative(const splitter *p, size_t relative) {
    size_t verbs = 0;
    for (size_t i = relative + 1; i < p->s->token_count && i < relative + LONGEST_SUBJECT; i++) {
        if (pos_at(p, i) == POS_PUNCTUATION || pos_at(p, i) == POS_COORDINATOR)
            break;
        verbs += pos_is_finite(pos_at(p, i)) ||
                 (pos_at(p, i) == POS_AUXILIARY && pos_at(p, i - 1) != POS_AUXILIARY);
    }
    return verbs > 1;
}

/* A noun phrase and then a finite verb, with no mark or joining word between them. */
static bool begins_with_subject(const splitter *p, size_t at) {
    bool nominal = false;
    at = skip_quotes(p, at);
    for (size_t i = at; i < p->s->token_count && i < at + LONGEST_SUBJECT; i++) {
        part_of_speech pos = pos_at(p, i);
        if (is_finite_or_auxiliary(pos))
            return nominal;
        if (nominal && token_is(p, i, ','))
            return apposition_says(p, i);
        if (nominal && pos == POS_RELATIVE)
            return verb_behind_relative(p, i);
        if (pos == POS_PUNCTUATION || pos == POS_COORDINATOR || pos == POS_RELATIVE ||
            pos == POS_SUBORDINATOR || pos == POS_TO)
            return false;
        nominal = nominal || pos_is_nominal(pos) || pos == POS_NUMBER;
    }
    return false;
}

static bool is_strong_mark(const splitter *p, size_t at) {
    slice word = token_text(p->text, &p->s->tokens[at]);
    return slice_equal(word, SLICE(";")) || slice_equal(word, SLICE("--")) ||
           slice_equal(word, SLICE("—")) || slice_equal(word, SLICE(" – "));
}

static bool verb_says(const splitter *p, size_t at) {
    return pos_is_finite(pos_at(p, at)) && word_is(p->s->tokens[at].classes, SAY);
}

static bool says_before(const splitter *p, size_t first, size_t at) {
    for (size_t i = first; i < at; i++)
        if (word_is(p->s->tokens[i].classes, SAY) && pos_is_verb(pos_at(p, i)))
            return true;
    return false;
}

/* "officials said | the bridge was closed" */
static bool says_without_that(const splitter *p, size_t first, size_t at) {
    return at > first + 1 && verb_says(p, at - 1) && pos_at(p, at) != POS_PREPOSITION &&
           begins_with_subject(p, at);
}

/* What kind of clause begins at the token, which is `joins` words behind; false if none does. */
static bool begins_clause(const splitter *p, clause_kind current, size_t first, size_t at,
                          clause_kind *kind, size_t *joins) {
    const token *t = &p->s->tokens[at];
    *joins = 1;
    if (is_strong_mark(p, at)) {
        *kind = CLAUSE_MAIN;
        return true;
    }
    if (word_is(t->classes, SUBORDINATOR) && word_is(t->classes, RELATIVE) &&
        says_before(p, first, at) && begins_with_subject(p, at + 1)) {
        *kind = CLAUSE_CONTENT;
        return true;
    }
    if (current == CLAUSE_RELATIVE && is_finite_or_auxiliary(t->pos) &&
        has_finite_verb(p, first, at) && !pos_is_verb(pos_at(p, at - 1)) &&
        pos_at(p, at - 1) != POS_AUXILIARY && pos_at(p, at - 1) != POS_ADVERB) {
        *kind = CLAUSE_RESUMED; /* "the fighting that followed | closed it" */
        *joins = 0;
        return true;
    }
    if (word_is(t->classes, ACCORDING)) {
        *kind = CLAUSE_SOURCE;
        *joins = 0;
        return true;
    }
    if (t->pos == POS_RELATIVE) {
        *kind = CLAUSE_RELATIVE;
        return has_finite_verb(p, at + 1, p->s->token_count);
    }
    if (word_is(t->classes, CONDITION)) {
        *kind = CLAUSE_CONDITION;
        return true;
    }
    if (t->pos == POS_SUBORDINATOR && at > first) {
        *kind = word_is(t->classes, RELATIVE) && pos_is_verb(pos_at(p, at - 1))
                    ? CLAUSE_CONTENT
                    : CLAUSE_SUBORDINATE;
        return has_finite_verb(p, at + 1, p->s->token_count);
    }
    if (word_is(t->classes, SUBORDINATOR) && t->pos == POS_PREPOSITION) {
        *kind = CLAUSE_SUBORDINATE;
        /* Not in the middle of a subject: "a ship as long as four fields lay". */
        bool may_begin = at == first || token_is(p, at - 1, ',') || has_finite_verb(p, first, at);
        return may_begin && (pos_at(p, at + 1) == POS_GERUND || begins_with_subject(p, at + 1));
    }
    if (t->pos == POS_COORDINATOR && has_finite_verb(p, first, at)) {
        size_t next = skip_adverbs(p, at + 1);
        *kind = CLAUSE_COORDINATE;
        return is_finite_or_auxiliary(pos_at(p, next)) || begins_with_subject(p, at + 1);
    }
    if (says_without_that(p, first, at)) {
        *kind = CLAUSE_CONTENT;
        *joins = 0;
        return true;
    }
    if (token_is(p, at, ',') && at > first) {
        *kind = CLAUSE_MAIN;
        if (verb_says(p, skip_quotes(p, at + 1)) && has_finite_verb(p, first, at))
            return true; /* "…, said the club" */
        *kind = CLAUSE_GERUND;
        if (pos_at(p, at + 1) == POS_GERUND)
            return true;
        /* "the minister, who resigned, said": the verb goes on with the clause before. */
        *kind = CLAUSE_RESUMED;
        size_t next = skip_adverbs(p, at + 1);
        if (current == CLAUSE_RELATIVE && is_finite_or_auxiliary(pos_at(p, next)))
            return true;
        /* A comma alone divides only what has a verb on both sides: "…, officials said". */
        *kind = CLAUSE_MAIN;
        return has_finite_verb(p, first, at) && begins_with_subject(p, at + 1);
    }
    return false;
}

static size_t trim_marks_left(const splitter *p, size_t first, size_t end) {
    while (first < end && pos_at(p, first) == POS_PUNCTUATION)
        first++;
    return first;
}

static size_t trim_marks_right(const splitter *p, size_t first, size_t end) {
    while (end > first && pos_at(p, end - 1) == POS_PUNCTUATION)
        end--;
    return end;
}

/* "the hearing scheduled for Monday was held": the clause's verb is the one with an auxiliary. */
static size_t behind_reduced_relative(const splitter *p, const clause *c) {
    if (pos_at(p, c->verb) != POS_PAST || c->verb + 1 >= c->tokens.end ||
        pos_at(p, c->verb + 1) != POS_PREPOSITION)
        return c->verb;
    for (size_t i = c->verb + 1; i < c->tokens.end; i++) {
        if (pos_at(p, i) == POS_AUXILIARY)
            return i;
        if (pos_at(p, i) == POS_PUNCTUATION || pos_at(p, i) == POS_COORDINATOR)
            break;
    }
    return c->verb;
}

/* The first run of verb words, and in it the one that carries the meaning. */
static void find_verb(const splitter *p, clause *c) {
    c->verb = c->main_verb = NO_TOKEN;
    for (size_t i = c->tokens.first; i < c->tokens.end && c->verb == NO_TOKEN; i++)
        if (is_finite_or_auxiliary(pos_at(p, i)) ||
            (c->kind == CLAUSE_GERUND && pos_at(p, i) == POS_GERUND))
            c->verb = i;
    if (c->verb == NO_TOKEN)
        return;
    c->verb = behind_reduced_relative(p, c);
    c->main_verb = c->verb;
    for (size_t i = c->verb + 1; i < c->tokens.end; i++) {
        part_of_speech pos = pos_at(p, i);
        bool between =
            pos == POS_ADVERB || pos == POS_AUXILIARY || word_is(p->s->tokens[i].classes, NEGATION);
        if (pos == POS_PARTICIPLE || pos == POS_BASE || pos == POS_GERUND)
            c->main_verb = i;
        else if (!between)
            break;
    }
    c->says = c->kind != CLAUSE_GERUND && word_is(p->s->tokens[c->main_verb].classes, SAY);
}

/* "Acme, a maker of toys, said": behind what stands in apposition, the comma before it. */
static size_t before_apposition(const splitter *p, size_t first, size_t comma) {
    for (size_t i = comma; i > first + 1; i--)
        if (token_is(p, i - 1, ','))
            return i - 1;
    return comma;
}

/* "In early April | the owner declared": what begins at the token is not part of the date. */
static bool fronted_date_ends(const splitter *p, size_t at) {
    const token_range *date = range_with(p->dates, at - 1);
    part_of_speech led_by = date && date->first > 0 ? pos_at(p, date->first - 1) : POS_PREPOSITION;
    bool begins_phrase = pos_at(p, at) == POS_DETERMINER || pos_at(p, at) == POS_PRONOUN ||
                         pos_at(p, at) == POS_PROPER || pos_at(p, at) == POS_NOUN ||
                         pos_at(p, at) == POS_NUMBER || pos_at(p, at) == POS_ADJECTIVE;
    return date && date->end == at && begins_phrase && led_by != POS_DETERMINER;
}

/* ", on Saturday published": before a date that stands before a verb, and what leads it. */
static size_t before_date(const splitter *p, size_t first, size_t verb) {
    const token_range *date = verb > first ? range_with(p->dates, verb - 1) : NULL;
    if (!date || date->first <= first)
        return verb;
    size_t at = date->first;
    if (word_is(p->s->tokens[at - 1].classes, OF) || pos_at(p, at - 1) == POS_COORDINATOR)
        return verb; /* "the floods of 1957 and 1968 | killed" */
    if (pos_at(p, at - 1) == POS_PREPOSITION)
        at--;
    return at > first ? at : verb;
}

/* "the agency (WHO) said": before what stands in brackets. */
static size_t before_brackets(const splitter *p, size_t first, size_t end) {
    for (size_t i = end; end > first && token_is(p, end - 1, ')') && i > first; i--)
        if (token_is(p, i - 1, '('))
            return i - 1;
    return end;
}

/* The noun phrase before a verb: back to a mark, a verb or the beginning of the clause. */
static token_range noun_phrase_before(const splitter *p, size_t first, size_t verb) {
    size_t end = verb;
    while (end > first && pos_at(p, end - 1) == POS_ADVERB)
        end--;
    end = before_brackets(p, first, before_date(p, first, end));
    if (end > first && token_is(p, end - 1, ','))
        end = before_apposition(p, first, end - 1);
    while (end > first && pos_at(p, end - 1) == POS_PUNCTUATION)
        end--;
    size_t begin = end;
    while (begin > first && pos_at(p, begin - 1) != POS_PUNCTUATION &&
           !is_finite_or_auxiliary(pos_at(p, begin - 1)) && !fronted_date_ends(p, begin))
        begin--;
    while (begin < end &&
           (word_is(p->s->tokens[begin].classes, OPENER) || pos_at(p, begin) == POS_COORDINATOR ||
            pos_at(p, begin) == POS_SUBORDINATOR))
        begin++;
    return (token_range){begin, end};
}

static token_range subject_of(const splitter *p, const clause *c) {
    token_range none = {c->tokens.first, c->tokens.first};
    if (c->verb == NO_TOKEN)
        return none;
    token_range own = noun_phrase_before(p, c->tokens.first, c->verb);
    if (!range_is_empty(own) && pos_at(p, own.first) != POS_PREPOSITION)
        return own;
    const clause *before = p->out->count ? &p->out->items[p->out->count - 1] : NULL;
    if (before && c->kind == CLAUSE_COORDINATE)
        return before->subject;
    if (before && c->kind == CLAUSE_RESUMED && before->kind == CLAUSE_RELATIVE)
        return before->subject;
    if (before && c->kind == CLAUSE_RELATIVE && before->tokens.end > before->tokens.first) {
        size_t begin = before->tokens.end;
        while (begin > before->tokens.first && pos_at(p, begin - 1) != POS_PUNCTUATION &&
               pos_at(p, begin - 1) != POS_PREPOSITION && !pos_is_verb(pos_at(p, begin - 1)))
            begin--;
        return (token_range){begin, before->tokens.end};
    }
    return none;
}

/* "according to": the words up to a mark or a verb name the source. What follows is a clause. */
static size_t add_source(splitter *p, size_t first, size_t end) {
    clause c = {.kind = CLAUSE_SOURCE, .verb = first, .main_verb = first, .says = true};
    size_t name = first + 1 < end ? first + 2 : end;
    size_t behind = name;
    while (behind < end && pos_at(p, behind) != POS_PUNCTUATION &&
           !is_finite_or_auxiliary(pos_at(p, behind)))
        behind++;
    c.subject = (token_range){name, behind};
    c.tokens = (token_range){first, behind};
    *vector_push(p->out, p->owner) = c;
    return behind;
}

/* Words without a verb belong to the clause before them, or stand before the one behind. */
static void add_clause(splitter *p, clause_kind kind, size_t first, size_t end) {
    if (kind == CLAUSE_SOURCE && first < end) {
        first = add_source(p, first, end);
        kind = CLAUSE_MAIN;
    }
    first = trim_marks_left(p, first, end);
    size_t last = trim_marks_right(p, first, end);
    if (first >= last)
        return;
    clause c = {.kind = kind, .tokens = {first, last}};
    find_verb(p, &c);
    clause *before = p->out->count ? &p->out->items[p->out->count - 1] : NULL;
    bool awaits_verb = kind == CLAUSE_COORDINATE; /* behind the relative clause that comes */
    if (c.verb == NO_TOKEN && before && before->kind != CLAUSE_SOURCE && !awaits_verb) {
        before->tokens.end = last;
        return;
    }
    c.subject = subject_of(p, &c);
    *vector_push(p->out, p->owner) = c;
}

/* "said Lopez": where the subject of a verb of saying stands behind it. */
static void find_inverted_speaker(const splitter *p, clause *c) {
    size_t behind = c->main_verb + 1;
    if (!c->says || !range_is_empty(c->subject) || behind >= c->tokens.end ||
        !(pos_is_nominal(pos_at(p, behind)) || pos_at(p, behind) == POS_DETERMINER))
        return;
    size_t end = behind;
    while (end < c->tokens.end && pos_at(p, end) != POS_PUNCTUATION &&
           !pos_is_verb(pos_at(p, end)) && pos_at(p, end) != POS_PREPOSITION)
        end++;
    c->subject = (token_range){behind, end};
}

void clauses_find(slice text, const sentence *s, const range_list *dates, arena *a,
                  clause_list *out) {
    splitter p = {text, s, dates, a, out};
    clause_kind kind = CLAUSE_MAIN;
    size_t first = 0;
    for (size_t at = 0; at < s->token_count; at++) {
        clause_kind next;
        size_t joins;
        if (!begins_clause(&p, kind, first, at, &next, &joins))
            continue;
        add_clause(&p, kind, first, at);
        kind = next;
        first = at + joins;
    }
    add_clause(&p, kind, first, s->token_count);
    for (size_t i = 0; i < out->count; i++)
        find_inverted_speaker(&p, &out->items[i]);
}

const clause *clause_at(const clause_list *clauses, size_t at) {
    const clause *last = NULL;
    for (size_t i = 0; i < clauses->count; i++) {
        if (clauses->items[i].kind == CLAUSE_SOURCE)
            continue;
        last = &clauses->items[i];
        if (at < last->tokens.end)
            return last;
    }
    return last;
}

/* A comma or a closing quote before a last clause of saying: all before it is what was said. */
static bool stands_apart(slice text, const sentence *s, const clause *c) {
    if (c->tokens.first == 0)
        return false;
    const token *before = &s->tokens[c->tokens.first - 1];
    return text.data[before->start] == ',' || before->pos == POS_PUNCTUATION;
}

const clause *clause_said_by(slice text, const sentence *s, const clause_list *clauses,
                             const clause *told) {
    const clause *last = NULL;
    for (size_t i = 0; i < clauses->count; i++) {
        const clause *c = &clauses->items[i];
        if (c == told && last && told->kind != CLAUSE_MAIN) {
            return last;
        } else if (c->kind == CLAUSE_SOURCE) {
            return c;
        } else if (c->says && c < told) {
            last = c->tokens.end <= told->tokens.first ? c : last;
        } else if (c->says && c > told && stands_apart(text, s, c)) {
            return c;
        }
    }
    return NULL;
}
