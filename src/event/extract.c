/* SPDX-License-Identifier: MIT */
#include "event/extract.h"

#include "event/anniversary.h"
#include "event/figures.h"
#include "event/judge.h"
#include "event/names.h"
#include "event/title.h"

/* How many tokens of what follows "three days before" name the event. */
#define LONGEST_ANCHOR 6
/* A date this many tokens behind a verb of saying is the saying's. */
#define NEAR_VERB 2

typedef struct extractor {
    const article *source;
    arena *owner;
    mention_list *out;
    timex_finder finder;
    slice last_subject; /* the name that a pronoun may stand for; "" at a paragraph's start */
    bool seen_lead;
} extractor;

static size_t token_from(const sentence *s, size_t offset) {
    size_t at = 0;
    while (at < s->token_count && s->tokens[at].end <= offset)
        at++;
    return at;
}

static token_range tokens_of(const sentence *s, const timex *t) {
    token_range range = {token_from(s, t->start), 0};
    range.end = range.first;
    while (range.end < s->token_count && s->tokens[range.end].start < t->end)
        range.end++;
    return range;
}

/* ---- Which expressions date an event ------------------------------------------------------ */

static bool dates_something(const timex *t) {
    bool date = t->type == TIMEX_DATE || t->type == TIMEX_TIME;
    return (date && (when_is_dated(t->when) || t->open)) || t->how == HOW_ANCHORED;
}

/* From the first of two joined dates to the second: one stretch of days. */
static void join_range(timex *first, const timex *second) {
    if (!when_is_dated(first->when) || !when_is_dated(second->when) ||
        second->when.days.last < first->when.days.first)
        return;
    first->when.days.last = second->when.days.last;
    first->when.granularity = GRANULARITY_SPAN;
    first->when.minute = NO_MINUTE;
    first->end = second->end;
}

/* A finer date says more; of two alike the one that comes first. */
static bool is_finer(const timex *a, const timex *b) {
    day_number width_a = a->when.days.last - a->when.days.first;
    day_number width_b = b->when.days.last - b->when.days.first;
    if (when_is_dated(a->when) != when_is_dated(b->when))
        return when_is_dated(a->when);
    return when_is_dated(a->when) && width_a < width_b;
}

/* ---- One mention -------------------------------------------------------------------------- */

/* "three days before the attack": the noun phrase behind the words of distance. */
static slice anchor_words(slice text, const sentence *s, token_range distance) {
    size_t end = distance.end;
    while (end < s->token_count && end < distance.end + LONGEST_ANCHOR) {
        part_of_speech pos = s->tokens[end].pos;
        if (pos == POS_PUNCTUATION || pos == POS_COORDINATOR || pos == POS_RELATIVE ||
            pos_is_finite(pos) || pos == POS_AUXILIARY)
            break;
        end++;
    }
    if (end == distance.end)
        return (slice){"", 0};
    return slice_range(text, s->tokens[distance.end].start, s->tokens[end - 1].end);
}

static bool subject_is_person_pronoun(const sentence *s, const clause *c) {
    return c->subject.end == c->subject.first + 1 &&
           word_is(s->tokens[c->subject.first].classes, PERSON_PRONOUN);
}

/* The last name that was a subject before: in the sentence, else in the one before it. */
static slice name_of_pronoun(const extractor *x, const sentence *s, const clause_list *clauses,
                             const clause *told) {
    slice found = x->last_subject;
    for (const clause *c = clauses->items; c < told; c++) {
        slice name = last_name_in(x->source->text, s, c->subject);
        if (name.length && c->kind != CLAUSE_SOURCE)
            found = name;
    }
    return found;
}

static void fill_time(const extractor *x, const timex *t, mention *m) {
    m->when = t->when;
    m->how = t->how;
    m->timex = slice_range(x->source->text, t->start, t->end);
    m->value = t->value;
    m->days_from = t->days_from;
    m->months_from = t->months_from;
}

static void add_mention(extractor *x, const sentence *s, const clause_list *clauses,
                        const clause *told, const timex *t, bool caption) {
    slice text = x->source->text;
    token_range words = t ? tokens_of(s, t) : (token_range){0, 0};
    slice anchor = t && t->how == HOW_ANCHORED ? anchor_words(text, s, words) : (slice){"", 0};
    if (anchor.length)
        words.end = token_from(s, (size_t)(anchor.data - text.data) + anchor.length);
    const clause *said_by = clause_said_by(text, s, clauses, told);
    title_source from = {text, s, clauses, told, words, {"", 0}};
    if (subject_is_person_pronoun(s, told))
        from.subject_name = name_of_pronoun(x, s, clauses, told);
    mention m = {.start = s->start,
                 .quote = slice_range(text, s->start, s->end),
                 .order = x->out->count,
                 .caption = caption,
                 .when = {.minute = NO_MINUTE}};
    if (t) {
        fill_time(x, t, &m);
        m.anchor = anchor;
    } else {
        m.when = (when){{x->source->published.day, x->source->published.day},
                        NO_MINUTE,
                        GRANULARITY_DAY,
                        false};
        m.how = HOW_PUBLISHED;
    }
    if (m.how == HOW_ANCHORED && !m.anchor.length)
        return;
    m.title = title_of(&from, x->owner);
    if (!m.title.length)
        return;
    bool noun = t && timex_modifies_noun(&from);
    m.core = noun ? noun_phrase_of(&from) : m.title;
    m.head = noun ? noun_head_of(&from) : token_text(text, &s->tokens[told->main_verb]);
    m.status = judge_status(s, told, said_by, m.when, x->source->published.day);
    m.negated = judge_negated(s, told);
    m.attribution = judge_attribution(text, s, said_by, x->owner);
    names_find(text, s, told, x->owner, &m.actors, &m.places);
    figures_find(text, s, 0, s->token_count, x->owner, &m.figures);
    *vector_push(x->out, x->owner) = m;
}

/* The event whose anniversary the clause tells of happened on that day, years before. */
static void add_anniversary(extractor *x, const sentence *s, const clause_list *clauses,
                            const clause *c, const timex *t) {
    anniversary told;
    token_range rest = {c->tokens.first, s->token_count};
    if (!when_is_dated(t->when) || !anniversary_find(x->source->text, s, rest, &told))
        return;
    day_number first = timex_shift(t->when.days.first, -12 * told.years, 0);
    day_number last = timex_shift(t->when.days.last, -12 * told.years, 0);
    title_source from = {x->source->text, s, clauses, c, tokens_of(s, t), {"", 0}};
    slice title = title_of_words(&from, told.event, x->owner);
    if (first == NO_DAY || last == NO_DAY || !title.length)
        return;
    mention m = {.start = s->start,
                 .quote = slice_range(x->source->text, s->start, s->end),
                 .title = title,
                 .core = title,
                 .head = token_text(x->source->text, &s->tokens[told.event.first]),
                 .order = x->out->count};
    fill_time(x, t, &m);
    m.when.days = (day_span){first, last};
    m.how = HOW_RELATIVE;
    figures_find(x->source->text, s, told.event.first, told.event.end, x->owner, &m.figures);
    *vector_push(x->out, x->owner) = m;
}

/* ---- One sentence ------------------------------------------------------------------------- */

/* The clause that a date belongs to; NULL where it tells of nothing that is so. */
static const clause *clause_of(const clause_list *clauses, token_range words) {
    const clause *c = clause_at(clauses, words.first);
    return c && c->kind != CLAUSE_CONDITION && c->verb != NO_TOKEN ? c : NULL;
}

/*
 * "…, a spokesman said Thursday": the saying is dated, and what was said is the news. So is the
 * first clause told, with the one who says it.
 */
static const clause *told_by_saying(slice text, const sentence *s, const clause_list *clauses,
                                    const clause *c, token_range date) {
    bool dates_saying = c->says && date.first <= c->main_verb + NEAR_VERB;
    const clause *first = clauses->items;
    while (first < c && first->verb == NO_TOKEN)
        first++;
    if (dates_saying && first < c && !first->says && clause_said_by(text, s, clauses, first) == c)
        return first;
    return c;
}

static void extract_sentence(extractor *x, sentence *s, timex *timexes, size_t count,
                             bool caption) {
    slice text = x->source->text;
    clause_list clauses = {0};
    clauses_find(text, s, x->owner, &clauses);
    for (size_t i = 0; i < count; i++) {
        timex *t = &timexes[i];
        if (!dates_something(t) || t->ends_range)
            continue;
        if (i + 1 < count && timexes[i + 1].ends_range)
            join_range(t, &timexes[i + 1]);
        token_range words = tokens_of(s, t);
        const clause *c = clause_of(&clauses, words);
        if (!c)
            continue;
        bool finest = true;
        for (size_t k = 0; k < count && finest; k++)
            if (k != i && dates_something(&timexes[k]) &&
                clause_of(&clauses, tokens_of(s, &timexes[k])) == c)
                finest = !is_finer(&timexes[k], t) && (k > i || is_finer(t, &timexes[k]));
        if (!finest)
            continue;
        add_mention(x, s, &clauses, told_by_saying(text, s, &clauses, c, words), t, caption);
        add_anniversary(x, s, &clauses, c, t);
    }
}

/* The name that "he" or "she" of the next sentence stands for: this one's first subject. */
static void remember_subject(extractor *x, sentence *s) {
    clause_list clauses = {0};
    sentence_analyse(x->source->text, s, x->owner);
    clauses_find(x->source->text, s, x->owner, &clauses);
    for (size_t i = 0; i < clauses.count; i++) {
        slice name = last_name_in(x->source->text, s, clauses.items[i].subject);
        if (name.length && clauses.items[i].kind != CLAUSE_SOURCE) {
            x->last_subject = name;
            return;
        }
    }
}

/* The article's first told sentence is its news: without a date of its own it is of that day. */
static void extract_lead(extractor *x, sentence *s) {
    if (x->seen_lead || x->source->published.day == NO_DAY)
        return;
    sentence_analyse(x->source->text, s, x->owner);
    clause_list clauses = {0};
    clauses_find(x->source->text, s, x->owner, &clauses);
    const clause *c = clauses.count ? &clauses.items[0] : NULL;
    if (c && c->verb != NO_TOKEN && s->tokens[c->verb].pos == POS_PAST &&
        !range_is_empty(c->subject))
        add_mention(x, s, &clauses, c, NULL, false);
}

/* ---- One block ---------------------------------------------------------------------------- */

static void extract_block(extractor *x, const block *b) {
    sentence_list sentences = {0};
    timex_list timexes = {0};
    sentences_split(x->source->text, b->start, b->end, x->owner, &sentences);
    timexes_find(&x->finder, sentences.items, sentences.count, &timexes);
    bool caption = b->kind == BLOCK_CAPTION;
    x->last_subject = (slice){"", 0};
    size_t next = 0;
    for (size_t i = 0; i < sentences.count; i++) {
        sentence *s = &sentences.items[i];
        size_t first = next;
        while (next < timexes.count && timexes.items[next].start < s->end)
            next++;
        if (next > first)
            extract_sentence(x, s, timexes.items + first, next - first, caption);
        else if (b->kind == BLOCK_PARAGRAPH)
            extract_lead(x, s);
        x->seen_lead = x->seen_lead || b->kind == BLOCK_PARAGRAPH;
        if (next < timexes.count)
            remember_subject(x, s);
    }
}

void mentions_extract(const article *from, arena *a, mention_list *out, diagnostics *said) {
    extractor x = {.source = from,
                   .owner = a,
                   .out = out,
                   .finder = {.text = from->text,
                              .document = from->file,
                              .published = from->published,
                              .owner = a,
                              .said = said}};
    for (size_t i = 0; i < from->block_count; i++)
        if (block_is_told(from->blocks[i].kind) && from->blocks[i].kind != BLOCK_HEADING)
            extract_block(&x, &from->blocks[i]);
}
