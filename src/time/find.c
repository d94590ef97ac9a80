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
    return strchr("MJevWwgYyITUunDrZjPqKFXdcmbk", (int)kind) != NULL;
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

/* Two dates, of which each may lack what the other says: 15 and 16 June; June 15-July 3. */
static void share_fields(expression *first, expression *second) {
    if (!second->month && !second->year && first->year && !first->month) { /* 1915-17 */
        second->year = first->year - first->year % 100 + second->day;
        second->day = 0;
    }
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

/*
 * The longest pattern at a symbol. One that was found by what stands before it gives way to one
 * that begins where it begins and goes further.
 */
static pattern_match match_at(const scan *s, size_t at) {
    pattern_match m = grammar_pattern(s->symbols, at);
    if (m.rule == RULE_NONE || m.first == at)
        return m;
    pattern_match inner = grammar_pattern(s->symbols, m.first);
    return inner.rule != RULE_NONE && inner.first == m.first && inner.end >= m.end ? inner : m;
}

/* The next one or two expressions; 0 at the end of the text. */
static size_t next_expressions(scan *s, expression out[2]) {
    for (;;) {
        if (s->next >= s->count && !read_run(s))
            return 0;
        while (s->next < s->count) {
            size_t at = s->next;
            pattern_match m = match_at(s, at);
            s->next = m.rule == RULE_NONE ? at + 1 : m.end;
            if (m.rule == RULE_NONE || m.rule == RULE_NO_TIME)
                continue;
            size_t count = expressions_of(s, &m, out);
            const part *before = m.first > 0 ? &s->parts[m.first - 1] : NULL;
            out[0].is_led_in = m.first > at;
            out[0].is_ahead = before && before->kind == PART_TO && before->value;
            out[0].sets_story = before && before->kind == PART_IN && before->value;
            return count;
        }
    }
}

/* ---- Words around an expression ----------------------------------------------------------- */

static size_t token_behind(const sentence *s, size_t offset) {
    size_t at = 0;
    while (at < s->token_count && s->tokens[at].start < offset)
        at++;
    return at;
}

static bool counted_noun_at(const sentence *s, size_t at) {
    return at < s->token_count &&
           (s->tokens[at].pos == POS_NOUN || s->tokens[at].pos == POS_ADJECTIVE);
}

/*
 * Whether a number that may be a year, or the day of a month, counts what follows it: 1500 people.
 * The years of our time seldom do.
 */
static bool counts_something(const sentence *s, const expression *e) {
    bool other_words = e->month || e->season || e->quarter || e->half || e->mod || e->unit ||
                       e->weekday || e->clock;
    if (other_words || (e->rule != RULE_DATE && e->rule != RULE_RANGE))
        return false;
    size_t here = token_behind(s, e->start), behind = token_behind(s, e->end);
    bool noun_behind = counted_noun_at(s, behind);
    if (e->day)
        return noun_behind || (behind < s->token_count && s->tokens[behind].pos == POS_PROPER);
    if (!e->year || (e->year >= FIRST_SURE_YEAR && e->year % 100))
        return false;
    bool determined = here > 0 && s->tokens[here - 1].pos == POS_DETERMINER;
    if (determined)
        return noun_behind && e->year % 100 == 0;
    return noun_behind || (!e->is_led_in && here > 0);
}

/*
 * The tense of the verb at a token, and of the auxiliaries before it. What would, might or is to be
 * done lies ahead.
 */
static verb_tense tense_of_verb(const sentence *s, size_t at) {
    bool past = s->tokens[at].pos == POS_PAST;
    size_t first = at;
    while (first > 0 &&
           (s->tokens[first - 1].pos == POS_AUXILIARY || s->tokens[first - 1].pos == POS_ADVERB))
        first--;
    for (size_t i = first; i <= at; i++) {
        word_classes c = s->tokens[i].classes;
        if (word_is(c, FUTURE) || word_is(c, PLAN) || word_is(c, MODAL))
            return TENSE_FUTURE;
        past = past || word_is(c, PAST) || word_is(c, HAVE);
    }
    bool to_do = s->tokens[at].pos == POS_AUXILIARY || word_is(s->tokens[at].classes, BE);
    for (size_t i = at + 1; to_do && i < s->token_count && i < at + 4; i++)
        if (word_is(s->tokens[i].classes, PLAN) || s->tokens[i].pos == POS_TO)
            return TENSE_FUTURE;
    return past ? TENSE_PAST : TENSE_NONE;
}

static bool is_finite(const token *t) {
    return pos_is_finite(t->pos) || t->pos == POS_AUXILIARY;
}

/* An infinitive dates what it plans where it stands at most this many words before. */
#define NEAR_INFINITIVE 3

/* "the decision, announced Wednesday": a participle that no auxiliary governs tells its own time.
 */
static bool stands_alone(const sentence *s, size_t at) {
    while (at > 0 && s->tokens[at - 1].pos == POS_ADVERB)
        at--;
    return at == 0 || !is_finite(&s->tokens[at - 1]);
}

/*
 * The tense of the verb nearest before the expression, else of the nearest finite one behind it. An
 * infinitive tells what is planned, a participle what was done.
 */
static verb_tense tense_around(const sentence *s, const expression *e) {
    size_t here = token_behind(s, e->start);
    bool done = false;
    if (e->is_ahead)
        return TENSE_FUTURE;
    for (size_t i = here; i > 0; i--) {
        const token *t = &s->tokens[i - 1];
        if (is_finite(t))
            return tense_of_verb(s, i - 1);
        if (t->pos == POS_TO && i + NEAR_INFINITIVE >= here)
            return TENSE_FUTURE;
        if (t->pos == POS_PARTICIPLE && !word_is(t->classes, PLAN) && stands_alone(s, i - 1))
            return TENSE_PAST;
        done = done || t->pos == POS_PARTICIPLE;
    }
    if (done)
        return TENSE_PAST;
    for (size_t i = token_behind(s, e->end); i < s->token_count; i++)
        if (is_finite(&s->tokens[i]))
            return tense_of_verb(s, i);
    return TENSE_NONE;
}

/* ---- The story's own time ----------------------------------------------------------------- */

/*
 * A history names a year this often, and seldom a weekday or a day near the writer's: a ratio that
 * news, which may look back on much, stays below.
 */
#define HISTORY_YEARS     4
#define HISTORY_SPACING   4000
#define YEARS_FOR_WEEKDAY 5
#define HISTORY_SAMPLE    16384 /* the beginning of an article tells */

/* Numbers of the text that look like years: a cheap look before the words are looked at. */
static size_t count_years(slice text) {
    size_t years = 0, digits = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool digit = ascii_is_digit(text.data[i]);
        years += !digit && digits == 4;
        digits = digit ? digits + 1 : 0;
    }
    return years;
}

/* Looks at words only where enough numbers may be years, and no further than it has to. */
static viewpoint find_viewpoint(slice article) {
    size_t years = 0, days = 0, at = 0;
    slice text =
        slice_range(article, 0, article.length < HISTORY_SAMPLE ? article.length : HISTORY_SAMPLE);
    size_t wanted = HISTORY_YEARS + text.length / HISTORY_SPACING;
    size_t most_years = count_years(text);
    if (most_years < wanted)
        return VIEWPOINT_WRITING;
    for (part p; (p = grammar_word(text, &at, text.length)).kind != PART_END;) {
        years += p.kind == PART_YEAR;
        days += p.kind == PART_WEEKDAY || p.kind == PART_DAYS;
        if (days * YEARS_FOR_WEEKDAY >= most_years)
            return VIEWPOINT_WRITING;
    }
    return years >= wanted && years > days * YEARS_FOR_WEEKDAY ? VIEWPOINT_STORY
                                                               : VIEWPOINT_WRITING;
}

/* A bare year that lies further off than this is mentioned, but the story does not go there. */
#define LONGEST_STEP (10 * 366)

/*
 * Dates of a quarter at most move the story; in a history also a year that it is "in". A quarter
 * that figures are compared with does not.
 */
static void move_story(timex_finder *f, const expression *e, const timex *t) {
    bool compared = e->rule == RULE_OFFSET && t->when.granularity == GRANULARITY_QUARTER;
    if (!when_is_dated(t->when) || compared)
        return;
    f->told_last = t->when;
    day_number length = t->when.days.last - t->when.days.first;
    day_number step = t->when.days.first - f->story.days.first;
    bool near = !when_is_dated(f->story) || (step < LONGEST_STEP && step > -LONGEST_STEP);
    bool in_year = t->when.granularity == GRANULARITY_YEAR && e->sets_story && near &&
                   f->told_from == VIEWPOINT_STORY;
    if (length < 100 || in_year)
        f->story = t->when;
    if (in_year) /* "late 1949" may be followed by a month of all that year */
        f->story.days = when_unit(t->when);
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
    move_story(f, e, &found);
    *vector_push(out, f->owner) = found;
}

/* A day named with a capital behind a name is a part of the name: a paper called "… Today". */
static bool is_part_of_name(slice text, const sentence *s, const expression *e) {
    size_t here = token_behind(s, e->start);
    return e->rule == RULE_DEICTIC && ascii_is_upper(text.data[e->start]) && here > 0 &&
           s->tokens[here - 1].pos == POS_PROPER;
}

void timexes_find(timex_finder *f, sentence *sentences, size_t count, timex_list *out) {
    if (!count)
        return;
    scan s = {.text = f->text, .at = sentences[0].start, .end = sentences[count - 1].end};
    expression found[2];
    if (f->told_from == VIEWPOINT_UNKNOWN)
        f->told_from = find_viewpoint(f->text);
    size_t here = 0;
    for (size_t n; (n = next_expressions(&s, found)) > 0;) {
        while (here + 1 < count && sentences[here + 1].start <= found[0].start)
            here++;
        sentence_analyse(f->text, &sentences[here], f->owner);
        if (counts_something(&sentences[here], &found[0]) ||
            is_part_of_name(f->text, &sentences[here], &found[0]))
            continue;
        found[0].sets_story |= found[0].start == sentences[here].start; /* a heading */
        verb_tense tense = tense_around(&sentences[here], &found[0]);
        for (size_t i = 0; i < n; i++)
            add_timex(f, &found[i], tense, out);
    }
}
