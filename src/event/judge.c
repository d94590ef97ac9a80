/* SPDX-License-Identifier: MIT */
#include "event/judge.h"

#include "base/utf8.h"

#define LONGEST_ATTRIBUTION 80 /* characters */

static bool any_is(const sentence *s, size_t first, size_t end, word_classes wanted) {
    for (size_t i = first; i < end; i++)
        if (s->tokens[i].classes & wanted)
            return true;
    return false;
}

/* From the clause's first verb to behind its main verb and the word after it. */
static token_range verb_words(const clause *c) {
    if (c->verb == NO_TOKEN)
        return (token_range){0, 0};
    size_t end = c->main_verb + 2;
    if (end > c->tokens.end)
        end = c->tokens.end;
    return (token_range){c->verb, end};
}

static bool looks_ahead(const sentence *s, const clause *c) {
    token_range verb = verb_words(c);
    if (range_is_empty(verb))
        return false;
    if (any_is(s, verb.first, c->main_verb + 1, WORD(FUTURE)))
        return true;
    for (size_t i = verb.first; i + 1 < verb.end; i++)
        if (word_is(s->tokens[i].classes, PLAN) && s->tokens[i + 1].pos == POS_TO)
            return true;
    return any_is(s, verb.first, verb.end, WORD(PLAN)) && s->tokens[c->verb].pos == POS_AUXILIARY;
}

/* "has been fighting": what began and goes on. */
static bool goes_on(const sentence *s, const clause *c) {
    const token *verb = c->verb == NO_TOKEN ? NULL : &s->tokens[c->verb];
    return verb && word_is(verb->classes, HAVE) && !word_is(verb->classes, PAST) &&
           s->tokens[c->main_verb].pos == POS_GERUND;
}

event_status judge_status(const sentence *s, const clause *told, const clause *said_by, when found,
                          day_number published) {
    token_range verb = verb_words(told);
    if (any_is(s, verb.first, verb.end, WORD(CANCEL)))
        return EVENT_CANCELLED;
    bool later = published != NO_DAY && when_is_dated(found) && found.days.first > published;
    if (later || (looks_ahead(s, told) && (published == NO_DAY || found.days.last >= published)))
        return EVENT_PLANNED;
    const token *reporting = said_by ? &s->tokens[said_by->main_verb] : NULL;
    if (reporting && word_is(reporting->classes, DENY))
        return EVENT_DENIED;
    if ((reporting && word_is(reporting->classes, CLAIM)) ||
        any_is(s, told->tokens.first, told->tokens.end, WORD(ALLEGE)))
        return EVENT_ALLEGED;
    return goes_on(s, told) ? EVENT_ONGOING : EVENT_HAPPENED;
}

bool judge_negated(const sentence *s, const clause *told) {
    token_range verb = verb_words(told);
    return any_is(s, verb.first, verb.end, WORD(NEGATION));
}

slice judge_attribution(slice text, const sentence *s, const clause *said_by, arena *a) {
    if (!said_by || range_is_empty(said_by->subject))
        return (slice){"", 0};
    token_range who = said_by->subject;
    slice words = slice_range(text, s->tokens[who.first].start, s->tokens[who.end - 1].end);
    if (utf8_count(words, 0, words.length) > LONGEST_ATTRIBUTION)
        return (slice){"", 0};
    char *copy = (char *)arena_copy(a, words).data;
    if (s->tokens[who.first].classes & (WORD(DETERMINER) | WORD(PRONOUN)))
        *copy = ascii_lower(*copy); /* "The ministry said" is according to the ministry */
    for (char *p = copy; *p; p++)
        if (ascii_is_space(*p))
            *p = ' ';
    return (slice){copy, words.length};
}
