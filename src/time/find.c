/* SPDX-License-Identifier: MIT */
/* Finding: words to parts, parts to expressions, expressions to timexes, in one pass. */
#include "time/expression.h"

/* Runs of parts longer than this are cut; a pattern is much shorter. */
#define LONGEST_RUN 64
/* Smaller numbers are years only where no word that they may count follows. */
#define FIRST_SURE_YEAR 1900

typedef struct scan {
    slice text;
    size_t at; /* of the next word */
    size_t end;
    part parts[LONGEST_RUN];
    char symbols[LONGEST_RUN + 1];
    size_t count;
    size_t next; /* the next part to be looked at */
} scan;

/* Symbols without which no run holds an expression, so that most runs are dropped at once. */
static bool is_trigger(part_kind kind) {
    return strchr("MJWwYyITUDRQZKFXdcPVE", (int)kind) != NULL;
}

/* Reads parts up to a word that no expression has in it. False at the end of the text. */
static bool read_run(scan *s) {
    for (;;) {
        bool triggered = false;
        s->count = s->next = 0;
        part p;
        do {
            p = grammar_word(s->text, &s->at, s->end);
            if (p.kind == PART_END || p.kind == PART_OTHER)
                break;
            triggered = triggered || is_trigger(p.kind);
            s->symbols[s->count] = (char)p.kind;
            s->parts[s->count++] = p;
        } while (s->count < LONGEST_RUN);
        s->symbols[s->count] = '\0';
        if (triggered)
            return true;
        if (p.kind == PART_END)
            return false;
    }
}

/* "1500 people": a number before a word in lower case counts, unless it must be a year. */
static bool counts_something(const scan *s, const expression *e) {
    bool lone_year = e->year && !e->month && !e->season && !e->quarter && !e->half && !e->mod;
    if (!lone_year || e->year >= FIRST_SURE_YEAR || e->end + 1 >= s->end)
        return false;
    char next = s->text.data[e->end + 1];
    return s->text.data[e->end] == ' ' && next >= 'a' && next <= 'z';
}

/* Two dates, of which each may lack what the other says: 15 and 16 June; June 15-July 3. */
static void share_fields(expression *first, expression *second) {
    if (!second->month)
        second->month = first->month;
    if (!first->month)
        first->month = second->month;
    if (!first->year && second->year && first->month)
        first->year = second->year;
    if (!second->year)
        second->year = first->month ? first->year : 0;
    second->ends_range = true;
}

static size_t expressions_of(const scan *s, const pattern_match *m, expression out[2]) {
    out[0] = expression_of(s->text, s->parts + m->first, m->first_end - m->first, m->rule);
    if (m->rule != RULE_RANGE)
        return 1;
    out[1] = expression_of(s->text, s->parts + m->second_first, m->end - m->second_first, m->rule);
    share_fields(&out[0], &out[1]);
    return 2;
}

/* The next one or two expressions; 0 at the end of the text. */
static size_t next_expressions(scan *s, expression out[2]) {
    for (;;) {
        if (s->next >= s->count && !read_run(s))
            return 0;
        while (s->next < s->count) {
            pattern_match m = grammar_pattern(s->symbols, s->next);
            if (m.rule == RULE_NONE) {
                s->next++;
                continue;
            }
            s->next = m.end;
            size_t count = expressions_of(s, &m, out);
            if (!counts_something(s, &out[0]))
                return count;
        }
    }
}

static verb_tense tense_of_verb(const token *tokens, size_t count, size_t at) {
    const token *t = &tokens[at];
    if (word_is(t->classes, FUTURE) || word_is(t->classes, PLAN))
        return TENSE_FUTURE;
    if (t->pos == POS_PAST)
        return TENSE_PAST;
    if (t->pos == POS_AUXILIARY) {
        if (word_is(t->classes, PAST) || word_is(t->classes, HAVE))
            return TENSE_PAST;
        for (size_t i = at + 1; i < count && i < at + 4; i++)
            if (word_is(tokens[i].classes, PLAN) || tokens[i].pos == POS_TO)
                return TENSE_FUTURE;
    }
    return TENSE_NONE;
}

/* The tense of the finite verb nearest before the expression, else of the nearest behind it. */
static verb_tense tense_around(const sentence *s, size_t start) {
    size_t here = 0;
    while (here < s->token_count && s->tokens[here].start < start)
        here++;
    for (size_t i = here; i > 0; i--) {
        const token *t = &s->tokens[i - 1];
        if (pos_is_finite(t->pos) || t->pos == POS_AUXILIARY)
            return tense_of_verb(s->tokens, s->token_count, i - 1);
    }
    for (size_t i = here; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        if (pos_is_finite(t->pos) || t->pos == POS_AUXILIARY)
            return tense_of_verb(s->tokens, s->token_count, i);
    }
    return TENSE_NONE;
}

/* Dates of a day or a little more move the story; whole years and vague words do not. */
static void move_story(timex_finder *f, const timex *t) {
    if (when_is_dated(t->when) && t->when.days.last - t->when.days.first < 31)
        f->stands_at = t->when.days.first;
}

static void add_timex(timex_finder *f, const expression *e, verb_tense tense, timex_list *out) {
    timex found;
    if (!expression_resolve(e, f, tense, &found)) {
        slice words = slice_range(f->text, e->start, e->end);
        if (f->said && (e->rule == RULE_DATE || e->rule == RULE_RANGE || e->rule == RULE_NUMERIC))
            diagnose(f->said, DATELINE_BAD_DATE, DATELINE_NOTE, f->document, e->start,
                     "\"%.*s\" is no date of the calendar; passed over", SLICE_ARGS(words));
        return;
    }
    move_story(f, &found);
    *vector_push(out, f->owner) = found;
}

void timexes_find(timex_finder *f, sentence *sentences, size_t count, timex_list *out) {
    if (!count)
        return;
    scan s = {.text = f->text, .at = sentences[0].start, .end = sentences[count - 1].end};
    expression found[2];
    size_t here = 0;
    for (size_t n; (n = next_expressions(&s, found)) > 0;) {
        while (here + 1 < count && sentences[here + 1].start <= found[0].start)
            here++;
        sentence_analyse(f->text, &sentences[here], f->owner);
        verb_tense tense = tense_around(&sentences[here], found[0].start);
        for (size_t i = 0; i < n; i++)
            add_timex(f, &found[i], tense, out);
    }
}
