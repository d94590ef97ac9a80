/* SPDX-License-Identifier: MIT */
#include "event/dating.h"

/* Days in the longest stretch of time that dates an event: a generation. */
#define WIDEST 11000

bool timex_dates(const timex *t) {
    bool date = t->type == TIMEX_DATE || t->type == TIMEX_TIME;
    return (date && (when_is_dated(t->when) || t->open)) || t->how == HOW_ANCHORED;
}

token_range timex_tokens_of(const sentence *s, const timex *t) {
    size_t words_end = t->lead_end ? t->lead_end : t->end;
    token_range range = {0, 0};
    while (range.first < s->token_count && s->tokens[range.first].end <= t->start)
        range.first++;
    range.end = range.first;
    while (range.end < s->token_count && s->tokens[range.end].start < words_end)
        range.end++;
    return range;
}

token_range timex_anchor(const tree *t, const timex *expression) {
    token_range anchor = timex_tokens_of(t->sentence, expression);
    anchor.first = anchor.end;
    if (expression->how != HOW_ANCHORED || anchor.first >= t->count)
        return anchor;
    /* The largest part of the tree that begins there. */
    size_t top = anchor.first;
    for (size_t up = tree_head(t, top); up != NO_TOKEN; up = tree_head(t, up)) {
        if (tree_below(t, up).first < anchor.first && up < anchor.first)
            break;
        if (tree_below(t, up).first >= anchor.first || tree_head(t, up) == NO_TOKEN ||
            tree_head(t, up) < anchor.first)
            top = up;
    }
    anchor.end = tree_below(t, top).end;
    for (size_t i = anchor.first; i < anchor.end; i++)
        if (tree_token(t, i)->pos == POS_PUNCTUATION)
            anchor.end = i;
    return anchor;
}

bool noun_happens(const tree *t, const asked_events *events, size_t at) {
    if (!pos_is_nominal(tree_token(t, at)->pos))
        return false;
    return (tree_classes(t, at) & WORD_KINDS) || event_happens(events, at);
}

/* The word by which a range of words hangs on the rest of the sentence. */
static size_t top_of(const tree *t, token_range range) {
    for (size_t i = range.first; i < range.end; i++) {
        size_t head = tree_head(t, i);
        bool filling = tree_relation(t, i) == RELATION_PUNCT ||
                       tree_relation(t, i) == RELATION_CASE || tree_relation(t, i) == RELATION_CC;
        if (!filling && (head == NO_TOKEN || !range_holds(range, head)))
            return i;
    }
    return NO_TOKEN;
}

static size_t led_by(const tree *t, size_t date) {
    size_t word = tree_dependent(t, date, RELATION_CASE);
    return word != NO_TOKEN ? word : tree_dependent(t, date, RELATION_MARK);
}

/* "The lowest since 2001": nothing happens then. But "has fallen since 2001". */
static bool begins_nothing(const clause_list *l, size_t date) {
    const tree *t = l->tree;
    size_t word = led_by(t, date);
    const clause *c = l->of[date];
    return word != NO_TOKEN && word_is(tree_classes(t, word), SUBORDINATOR) &&
           (relation_is_nominal_modifier(tree_relation(t, date)) || !c ||
            clause_auxiliary(t, c, WORD(HAVE)) == NO_TOKEN);
}

/* "before May 3", "than last year": the clause is not of that date. But "scheduled for May 3". */
static bool stands_apart(const tree *t, size_t date) {
    size_t head = tree_head(t, date);
    if (head != NO_TOKEN && (tree_classes(t, head) & (WORD(PLAN) | WORD(CANCEL))))
        return false;
    size_t word = led_by(t, date);
    return word != NO_TOKEN && word_is(tree_classes(t, word), DATE_APART);
}

/* "the March 22 attack", "the floods of 1957": the date is the noun's, whatever happens to it. But
 * not "on March 22 | troops attacked". */
static bool names_noun(const tree *t, size_t date, size_t noun) {
    size_t first = tree_below(t, date).first;
    if (date < noun && first > 0 && tree_token(t, first - 1)->pos == POS_PREPOSITION &&
        tree_head(t, first - 1) == noun)
        return false;
    size_t lead = led_by(t, date);
    return date < noun || (lead != NO_TOKEN && word_is(tree_classes(t, lead), OF));
}

/* Of which clause of the sentence the noun is the subject, or NULL. */
static const clause *clause_with_subject(const clause_list *l, size_t noun) {
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].subject == noun && l->items[i].kind != CLAUSE_RELATIVE &&
            l->items[i].kind != CLAUSE_PARTICIPLE)
            return &l->items[i];
    return NULL;
}

/* The noun that a word hangs on, of "concert hall attack" the last. */
static size_t noun_above(const tree *t, size_t at) {
    size_t noun = tree_head(t, at);
    while (noun != NO_TOKEN && tree_relation(t, noun) == RELATION_COMPOUND)
        noun = tree_head(t, noun);
    return noun;
}

/* A date that hangs on a noun: of that noun, if it happens, or of the clause. */
static dated dated_noun(const clause_list *l, const asked_events *events, size_t date, size_t noun,
                        bool *decided) {
    const tree *t = l->tree;
    bool happens = noun_happens(t, events, noun);
    bool names = noun_above(t, date) == noun && names_noun(t, date, noun);
    const clause *of_subject = clause_with_subject(l, noun);
    *decided = happens || names;
    if (!happens)
        return (dated){NULL, NO_TOKEN};
    if (of_subject && !of_subject->says)
        return (dated){of_subject, NO_TOKEN};
    size_t verb = tree_head(t, noun);
    bool finite = verb != NO_TOKEN && tree_token(t, verb)->tag != PENN_VBG &&
                  tree_token(t, verb)->tag != PENN_VB;
    if (!names && finite &&
        tree_relation(t, noun) == RELATION_OBJ) { /* "took a beating on Monday" */
        *decided = false;
        return (dated){NULL, NO_TOKEN};
    }
    size_t lead = led_by(t, noun);
    bool during = !names && lead != NO_TOKEN && word_is(tree_classes(t, lead), ATTACHES) &&
                  relation_is_oblique(tree_relation(t, noun));
    return (dated){l->of[noun], during && l->of[noun] ? NO_TOKEN : noun};
}

/* "May 3: Workers leave the plant": the clause behind a date that stands alone. */
static dated dated_item(const clause_list *l, size_t date) {
    for (size_t c = tree_first(l->tree, date); c != NO_TOKEN; c = tree_next(l->tree, c))
        if (c > date && l->of[c] && l->of[c]->predicate == c)
            return (dated){l->of[c], NO_TOKEN};
    return (dated){NULL, NO_TOKEN};
}

/* "started a system to siphon oil on Monday": what completes a clause tells nothing by itself. The
 * date of what came of it (", killing") is not known to be that of the clause. */
static const clause *told_of(const clause *c) {
    while (c->above && c->kind == CLAUSE_PURPOSE)
        c = c->above;
    return c->kind == CLAUSE_RESULT ? NULL : c;
}

/* A century or more is no date for a timeline. */
static bool is_too_wide(const timex *t) {
    return when_is_dated(t->when) && t->when.days.last - t->when.days.first > WIDEST;
}

/*
 * "a report | published on Monday" tells no more than when, so the date is of what the report does.
 * So is one before the participle: "issued a report on Monday | advising people to leave".
 */
static bool tells_only_when(const tree *t, const clause *c, size_t date) {
    if (c->kind != CLAUSE_PARTICIPLE)
        return false;
    if (date < c->predicate)
        return true;
    for (size_t d = tree_first(t, c->predicate); d != NO_TOKEN; d = tree_next(t, d)) {
        relation r = tree_relation(t, d);
        if (word_is(tree_classes(t, d), TIME_WORD))
            continue; /* "starting Monday" */
        if (r == RELATION_OBJ || r == RELATION_XCOMP || r == RELATION_OBL_AGENT ||
            r == RELATION_CCOMP)
            return false;
    }
    return true;
}

/* "1925 Mobile phone users have": a number that a sentence begins with may be a time of day. */
static bool may_be_clock(const tree *t, const timex *expression, token_range words) {
    bool year = expression->when.granularity == GRANULARITY_YEAR && words.end == words.first + 1;
    return year && words.first == 0 && words.end < t->count &&
           ascii_is_upper(t->text.data[tree_token(t, words.end)->start]);
}

dated timex_dated(const clause_list *l, const asked_events *events, const timex *expression) {
    const tree *t = l->tree;
    const dated nothing = {NULL, NO_TOKEN};
    token_range words = timex_tokens_of(t->sentence, expression);
    words.end = timex_anchor(t, expression).end;
    size_t date = top_of(t, words);
    if (date == NO_TOKEN || may_be_clock(t, expression, words) || is_too_wide(expression))
        return nothing;
    if (expression->how != HOW_ANCHORED && (stands_apart(t, date) || begins_nothing(l, date)))
        return nothing;
    size_t at = noun_above(t, date);
    if (at == NO_TOKEN)
        return dated_item(l, date);
    for (; at != NO_TOKEN; at = noun_above(t, at)) {
        const clause *c = l->of[at];
        bool verb = pos_is_verb(tree_token(t, at)->pos) || tree_token(t, at)->pos == POS_AUXILIARY;
        if (c && c->predicate == at && tells_only_when(t, c, date))
            continue;
        if (c && (c->predicate == at || verb))
            return (dated){told_of(c), NO_TOKEN};
        bool decided = false;
        dated noun = dated_noun(l, events, date, at, &decided);
        if (decided)
            return noun;
    }
    return nothing;
}
