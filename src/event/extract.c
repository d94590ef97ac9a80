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

/* Behind the words that tell when, "before" of "three days before the attack" among them. */
static size_t words_end(const timex *t) {
    return t->lead_end ? t->lead_end : t->end;
}

static token_range tokens_of(const sentence *s, const timex *t) {
    token_range range = {token_from(s, t->start), 0};
    range.end = range.first;
    while (range.end < s->token_count && s->tokens[range.end].start < words_end(t))
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

/* How far a date stands from the verb it may belong to; before it counts as farther. */
static size_t distance_from_verb(const clause *c, token_range date) {
    return date.first > c->main_verb ? date.first - c->main_verb : (c->main_verb - date.first) * 2;
}

/* ---- One mention -------------------------------------------------------------------------- */

/* "three days before the attack": the noun phrase behind the words of distance. */
static slice anchor_words(slice text, const sentence *s, token_range distance) {
    size_t end = distance.end;
    while (end < s->token_count && end < distance.end + LONGEST_ANCHOR) {
        part_of_speech pos = s->tokens[end].pos;
        if (pos == POS_PUNCTUATION || pos == POS_COORDINATOR || pos == POS_RELATIVE)
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

/* What a pronoun that is the subject stands for: the one who says it, or the name before. */
static slice name_of_subject(const extractor *x, const sentence *s, const clause_list *clauses,
                             const clause *told, const clause *said_by) {
    token_range who = said_by ? said_by->subject : (token_range){0, 0};
    bool lone = told->subject.end == told->subject.first + 1;
    bool own_words = told->kind == CLAUSE_CONTENT && said_by && said_by < told;
    if (lone && own_words && who.end > who.first + 1)
        return slice_range(x->source->text, s->tokens[who.first].start, s->tokens[who.end - 1].end);
    return subject_is_person_pronoun(s, told) ? name_of_pronoun(x, s, clauses, told)
                                              : (slice){"", 0};
}

static bool same_range(token_range a, token_range b) {
    return a.first == b.first && a.end == b.end;
}

/* The clause, and what came of it: ", killing 15 people". Figures elsewhere are of other events. */
static token_range words_of_event(const clause_list *clauses, const clause *told) {
    token_range words = told->tokens;
    const clause *end = clauses->items + clauses->count;
    for (const clause *c = told + 1; c < end; c++) {
        bool same_subject = c->kind == CLAUSE_COORDINATE && same_range(c->subject, told->subject);
        if (c->kind != CLAUSE_GERUND && c->kind != CLAUSE_RESUMED && !same_subject)
            break;
        words.end = c->tokens.end;
    }
    return words;
}

/* The verb, but where it says little the noun that is its subject: "the earthquake struck". */
static slice happening_of(slice text, const sentence *s, const clause *told) {
    const token *verb = &s->tokens[told->main_verb];
    if (!(verb->classes & WORD_KINDS))
        for (size_t i = told->subject.first; i < told->subject.end; i++)
            if (s->tokens[i].classes & WORD_KINDS)
                return token_text(text, &s->tokens[i]);
    return token_text(text, verb);
}

static void fill_time(const extractor *x, const timex *t, mention *m) {
    m->when = t->when;
    m->how = t->how;
    m->timex = slice_range(x->source->text, t->start, words_end(t));
    m->value = t->value;
    m->days_from = t->days_from;
    m->months_from = t->months_from;
}

static void add_mention(extractor *x, const sentence *s, const clause_list *clauses,
                        const range_list *dates, const clause *told, const timex *t, bool caption) {
    slice text = x->source->text;
    token_range words = t ? tokens_of(s, t) : (token_range){0, 0};
    slice anchor = t && t->how == HOW_ANCHORED ? anchor_words(text, s, words) : (slice){"", 0};
    if (anchor.length)
        words.end = token_from(s, (size_t)(anchor.data - text.data) + anchor.length);
    const clause *said_by = clause_said_by(text, s, clauses, told);
    title_source from = {text, s, clauses, told, words, dates, {"", 0}};
    from.subject_name = name_of_subject(x, s, clauses, told, said_by);
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
    bool noun = t && timex_modifies_noun(&from);
    if (noun ? !noun_tells_event(&from) : range_is_empty(told->subject))
        return;
    m.title = title_of(&from, x->owner);
    if (!m.title.length)
        return;
    m.core = noun ? noun_phrase_of(&from) : m.title;
    m.head = noun ? noun_head_of(&from) : happening_of(text, s, told);
    m.status = judge_status(s, told, said_by, m.when, x->source->published.day);
    m.negated = judge_negated(s, told);
    if (said_by && subject_is_person_pronoun(s, said_by))
        m.attribution = name_of_pronoun(x, s, clauses, said_by);
    if (!m.attribution.length)
        m.attribution = judge_attribution(text, s, said_by, x->owner);
    names_find(text, s, told, x->owner, &m.actors, &m.places);
    figures_find(text, s, words_of_event(clauses, told), dates, x->owner, &m.figures);
    *vector_push(x->out, x->owner) = m;
}

/* The event whose anniversary the clause tells of happened on that day, years before. */
static void add_anniversary(extractor *x, const sentence *s, const clause_list *clauses,
                            const range_list *dates, const clause *c, const timex *t) {
    anniversary told;
    token_range rest = {c->tokens.first, s->token_count};
    if (!when_is_dated(t->when) || !anniversary_find(x->source->text, s, rest, &told))
        return;
    day_number first = timex_shift(t->when.days.first, -12 * told.years, 0);
    day_number last = timex_shift(t->when.days.last, -12 * told.years, 0);
    title_source from = {x->source->text, s, clauses, c, tokens_of(s, t), dates, {"", 0}};
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
    figures_find(x->source->text, s, told.event, dates, x->owner, &m.figures);
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
    if (dates_saying && first < c && clause_said_by(text, s, clauses, first) == c)
        return first;
    return c;
}

/* What the titles of a sentence leave out: each date that dates something. */
static range_list date_ranges(const extractor *x, const sentence *s, const timex *timexes,
                              size_t count) {
    range_list dates = {0};
    for (size_t i = 0; i < count; i++)
        if (dates_something(&timexes[i]))
            *vector_push(&dates, x->owner) = tokens_of(s, &timexes[i]);
    return dates;
}

/* The days that a date leaves open; what nothing dates yet counts as the longest. */
static day_number width_of(const timex *t) {
    return when_is_dated(t->when) ? t->when.days.last - t->when.days.first : LAST_DAY;
}

/* "The 9/11 attacks": the date is the noun's, whatever the clause tells and is dated by. */
static bool is_of_noun(const extractor *x, const sentence *s, const clause_list *clauses,
                       const range_list *dates, const clause *c, const timex *t) {
    title_source from = {x->source->text, s, clauses, c, tokens_of(s, t), dates, {"", 0}};
    return timex_modifies_noun(&from) && !range_holds(c->subject, from.timex.first);
}

/*
 * Of several dates in a clause the finest says most; of two alike the one nearest to the verb.
 * Those of nouns stand for themselves.
 */
static bool is_best_date(const extractor *x, const sentence *s, const clause_list *clauses,
                         const range_list *dates, const timex *timexes, size_t count,
                         size_t candidate) {
    token_range own = tokens_of(s, &timexes[candidate]);
    const clause *c = clause_of(clauses, own);
    bool of_noun = is_of_noun(x, s, clauses, dates, c, &timexes[candidate]);
    for (size_t i = 0; i < count; i++) {
        const timex *t = &timexes[i];
        token_range other = tokens_of(s, t);
        if (i == candidate || t->ends_range || !dates_something(t) ||
            clause_of(clauses, other) != c || is_of_noun(x, s, clauses, dates, c, t) != of_noun)
            continue;
        day_number difference = width_of(t) - width_of(&timexes[candidate]);
        size_t own_distance = distance_from_verb(c, own);
        size_t other_distance = distance_from_verb(c, other);
        if (difference < 0 || (difference == 0 && other_distance < own_distance))
            return false;
    }
    return true;
}

static void extract_sentence(extractor *x, sentence *s, timex *timexes, size_t count,
                             bool caption) {
    slice text = x->source->text;
    clause_list clauses = {0};
    sentence_analyse(text, s, x->owner);
    range_list dates = date_ranges(x, s, timexes, count);
    clauses_find(text, s, &dates, x->owner, &clauses);
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
        if (!is_best_date(x, s, &clauses, &dates, timexes, count, i))
            continue;
        const clause *told = told_by_saying(text, s, &clauses, c, words);
        add_mention(x, s, &clauses, &dates, told, t, caption);
        add_anniversary(x, s, &clauses, &dates, c, t);
    }
}

/*
 * The name that "he" or "she" of the next sentence stands for: this one's subject, where it has
 * but one. A pronoun for a subject keeps the name that was known.
 */
static void remember_subject(extractor *x, sentence *s) {
    clause_list clauses = {0};
    range_list none = {0};
    sentence_analyse(x->source->text, s, x->owner);
    clauses_find(x->source->text, s, &none, x->owner, &clauses);
    token_range subject = {0, 0};
    for (size_t i = 0; i < clauses.count; i++) {
        const clause *c = &clauses.items[i];
        if (c->kind == CLAUSE_SOURCE || range_is_empty(c->subject) ||
            subject_is_person_pronoun(s, c))
            continue;
        if (!range_is_empty(subject) && !same_range(subject, c->subject)) {
            x->last_subject = (slice){"", 0};
            return;
        }
        subject = c->subject;
    }
    if (!range_is_empty(subject))
        x->last_subject = last_name_in(x->source->text, s, subject);
}

/* The article's first told sentence is its news: without a date of its own it is of that day. */
static void extract_lead(extractor *x, sentence *s) {
    if (x->seen_lead || x->source->published.day == NO_DAY)
        return;
    sentence_analyse(x->source->text, s, x->owner);
    clause_list clauses = {0};
    range_list none = {0};
    clauses_find(x->source->text, s, &none, x->owner, &clauses);
    const clause *c = clauses.count ? &clauses.items[0] : NULL;
    if (c && c->verb != NO_TOKEN && s->tokens[c->verb].pos == POS_PAST &&
        !range_is_empty(c->subject))
        add_mention(x, s, &clauses, &none, c, NULL, false);
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
