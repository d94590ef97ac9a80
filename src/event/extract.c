/* SPDX-License-Identifier: MIT */
#include "event/extract.h"

#include "base/utf8.h"
#include "event/chronology.h"
#include "event/full_names.h"
#include "event/judge.h"
#include "event/order.h"
#include "event/phrase.h"
#include "event/stamp.h"

/* Bytes of text whose words are held at once. What refers back from one to the next stays open. */
#define LONGEST_PASSAGE ((size_t)256 << 10)

/* ---- One sentence ------------------------------------------------------------------------- */

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

/* What a clause of saying says, where that stands before it: "…, a spokesman said". */
static const clause *said_before(const clause_list *l, const clause *saying) {
    if (saying->kind == CLAUSE_ASIDE && saying->above &&
        saying->above->predicate < saying->predicate)
        return saying->above;
    for (size_t i = 0; i < l->count; i++) {
        const clause *c = &l->items[i];
        if (c->kind == CLAUSE_CONTENT && c->above == saying && c->predicate < saying->predicate)
            return c;
    }
    return NULL;
}

/*
 * "…, a spokesman said Thursday": the saying is dated, and what was said is the news. So is that
 * told, with the one who says it; unless it has a date of its own.
 */
static dated told_by_saying(extractor *x, dated target) {
    const clause_list *l = &x->sentences[x->here].clauses;
    if (target.noun != NO_TOKEN || !target.clause || !target.clause->says)
        return target;
    const clause *said = said_before(l, target.clause);
    if (!said)
        return target;
    for (size_t i = 0; i < x->dates.count; i++)
        if (l->of[x->dates.items[i].first] == said)
            return (dated){NULL, NO_TOKEN};
    return (dated){said, NO_TOKEN};
}

/* The days that a date leaves open; what nothing dates yet counts as the longest. */
static day_number width_of(const timex *t) {
    return when_is_dated(t->when) ? t->when.days.last - t->when.days.first : LAST_DAY;
}

/* How far a date stands from the verb it belongs to; before it counts as farther. */
static size_t distance_from_verb(const clause *c, token_range date) {
    return date.first > c->predicate ? date.first - c->predicate : (c->predicate - date.first) * 2;
}

/* Of several dates of a clause the finest says most; of two alike the one nearest to the verb. */
static bool is_better_date(const sentence *s, dated target, const timex *a, const timex *b) {
    day_number difference = width_of(a) - width_of(b);
    if (difference || !target.clause)
        return difference < 0;
    return distance_from_verb(target.clause, timex_tokens_of(s, a)) <
           distance_from_verb(target.clause, timex_tokens_of(s, b));
}

static void find_dates(extractor *x, timex *timexes, size_t count) {
    x->dates.count = 0;
    sentence_analyse(x->source->text, x->sentences[x->here].of, x->owner);
    for (size_t i = 0; i < count; i++) {
        if (!timex_dates(&timexes[i]))
            continue;
        *vector_push(&x->dates, x->owner) = timex_tokens_of(x->sentences[x->here].of, &timexes[i]);
        if (i + 1 < count && timexes[i + 1].ends_range)
            join_range(&timexes[i], &timexes[i + 1]);
    }
}

/* The words of an event that a date is counted from go with the date. */
static void add_anchors(extractor *x, const timex *timexes, size_t count) {
    size_t next = 0;
    for (size_t i = 0; i < count; i++)
        if (timex_dates(&timexes[i]))
            x->dates.items[next++].end = timex_anchor(&x->sentences[x->here].tree, &timexes[i]).end;
}

static bool is_past(const tree *t, const clause *c) {
    return tree_token(t, c->verb)->tag == PENN_VBD;
}

/* "On Monday police raided homes and the mayor resigned": a date before all that is joined. */
static void add_joined(extractor *x, const clause *first, const timex *date, bool caption) {
    const clause_list *l = &x->sentences[x->here].clauses;
    token_range words = timex_tokens_of(x->sentences[x->here].of, date);
    if (words.first > first->predicate || first->subject == NO_TOKEN ||
        words.first > first->subject)
        return;
    for (size_t i = 0; i < l->count; i++) {
        const clause *c = &l->items[i];
        bool dated_itself = false;
        for (size_t k = 0; k < x->dates.count; k++)
            dated_itself = dated_itself || l->of[x->dates.items[k].first] == c;
        if (c->kind == CLAUSE_COORDINATE && c->above == first && c->subject != first->subject &&
            !dated_itself && is_past(l->tree, c) == is_past(l->tree, first))
            extractor_tell_dated(x, (dated){c, NO_TOKEN}, date, caption);
    }
}

/* What its main clause tells of a day is where the next sentence may stand. */
static bool sets_passage(const tree *t, dated target, const timex *date) {
    bool day =
        date->when.granularity == GRANULARITY_DAY || date->when.granularity == GRANULARITY_TIME;
    return target.noun == NO_TOKEN && !target.clause->above && is_past(t, target.clause) && day &&
           when_is_dated(date->when) && date->how != HOW_ANCHORED;
}

static void extract_sentence(extractor *x, timex *timexes, size_t count, bool caption) {
    dated *targets = ARENA_ARRAY(x->owner, dated, count);
    x->stands_at = NULL;
    if (count == 1 && sentence_is_comment(x->source->text, x->sentences[x->here].of, timexes))
        return;
    find_dates(x, timexes, count);
    if (x->sentences[x->here].of->token_count > LONGEST_TOLD)
        return;
    x->events = events_ask(&x->event_finder, x->sentences[x->here].of, timexes, count);
    read_sentence *s = extractor_parse(x, &x->sentences[x->here], &x->dates);
    add_anchors(x, timexes, count);
    for (size_t i = 0; i < count; i++) {
        targets[i] = (dated){NULL, NO_TOKEN};
        if (timex_dates(&timexes[i]) && !timexes[i].ends_range)
            targets[i] = told_by_saying(x, timex_dated(&s->clauses, &x->events, &timexes[i]));
    }
    for (size_t i = 0; i < count; i++) {
        dated target = targets[i];
        bool best = target.clause || target.noun != NO_TOKEN;
        for (size_t k = 0; k < count && best; k++)
            best = k == i || targets[k].clause != target.clause || targets[k].noun != target.noun ||
                   timexes[k].ends_range ||
                   !is_better_date(s->of, target, &timexes[k], &timexes[i]);
        if (!best)
            continue;
        size_t told = x->out->count;
        extractor_tell_dated(x, target, &timexes[i], caption);
        if (x->out->count > told && sets_passage(&s->tree, target, &timexes[i]))
            x->stands_at = &timexes[i];
        extractor_tell_anniversary(x, target.clause, &timexes[i]);
        if (target.noun == NO_TOKEN)
            add_joined(x, target.clause, &timexes[i], caption);
    }
}

/* Whether a clause of a sentence may be in the past or the perfect, before it is parsed. */
static bool may_be_past(const sentence *s) {
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        if (t->tag == PENN_VBD || t->tag == PENN_VBN || word_is(t->classes, HAVE))
            return true;
    }
    return false;
}

/* The article's first told sentence is its news: without a date of its own it is of that day. */
static void extract_lead(extractor *x) {
    if (x->seen_lead || x->source->published.day == NO_DAY)
        return;
    x->dates.count = 0;
    x->events = (asked_events){0};
    sentence *of = x->sentences[x->here].of;
    sentence_analyse(x->source->text, of, x->owner);
    if (of->token_count > LONGEST_TOLD || !may_be_past(of))
        return;
    const read_sentence *s = extractor_parse(x, &x->sentences[x->here], &x->dates);
    const clause *c = clause_main(&s->clauses);
    if (!c || c->subject == NO_TOKEN)
        return;
    const clause *said = c->says ? said_before(&s->clauses, c) : NULL;
    const token *verb = tree_token(&s->tree, c->verb);
    bool participle = verb->tag == PENN_VBN && !c->passive && c->verb == c->predicate;
    bool past = verb->tag == PENN_VBD || participle ||
                (word_is(verb->classes, HAVE) && verb->tag != PENN_VB);
    if (past)
        extractor_tell_dated(x, (dated){said ? said : c, NO_TOKEN}, NULL, false);
}

/* "He", "they", "it": what the sentence begins with. */
static bool begins_with_pronoun(slice text, const sentence *s) {
    size_t end = s->start;
    while (end < s->end && ascii_is_letter(text.data[end]))
        end++;
    word_classes first = word_classes_of(slice_range(text, s->start, end));
    return word_is(first, PRONOUN) && !word_is(first, DETERMINER);
}

/* Whether a clause with a subject tells of that in the simple past. */
static bool happened_at_once(const extractor *x, const clause *c) {
    const tree *t = &x->sentences[x->here].tree;
    return c->subject != NO_TOKEN && !c->says && is_past(t, c) &&
           clause_auxiliary(t, c, WORD(HAVE)) == NO_TOKEN &&
           event_happens_at_once(&x->events, c->predicate);
}

/*
 * "Ana Berg landed on Monday. She met the mayor.": what goes on about the same one, in the same
 * tense, is of the same day. Nothing else inherits a date.
 */
static void extract_inherited(extractor *x) {
    sentence *of = x->sentences[x->here].of;
    if (!x->stands_at || !begins_with_pronoun(x->source->text, of))
        return;
    x->dates.count = 0;
    x->events = events_ask(&x->event_finder, of, NULL, 0);
    const read_sentence *s = extractor_parse(x, &x->sentences[x->here], &x->dates);
    const clause *c = clause_main(&s->clauses);
    if (!c || !happened_at_once(x, c) || !extractor_meaning(x, c, c->subject).length)
        return;
    timex inherited = *x->stands_at;
    inherited.how = HOW_INHERITED;
    dating by = {.date = &inherited};
    extractor_tell(x, (dated){c, NO_TOKEN}, &by, false);
}

/* "After the attack, controls were tightened": of no day, but in its place between others. */
static void extract_ordered(extractor *x) {
    sentence *of = x->sentences[x->here].of;
    if (!order_is_possible(x->source->text, of, x->owner))
        return;
    x->dates.count = 0;
    x->events = events_ask(&x->event_finder, of, NULL, 0);
    if (of->token_count > LONGEST_TOLD || !order_is_likely(x->source->text, of, &x->events))
        return;
    const read_sentence *s = extractor_parse(x, &x->sentences[x->here], &x->dates);
    const clause *c = clause_main(&s->clauses);
    if (c && c->says)
        c = said_before(&s->clauses, c);
    if (!c || !happened_at_once(x, c))
        return;
    order_words order = order_of(&s->clauses, &x->events, c);
    if (range_is_empty(order.event))
        return;
    dating by = {.words = order.all, .anchor = order.event, .after = true};
    *vector_push(&x->dates, x->owner) = order.all;
    extractor_tell(x, (dated){c, NO_TOKEN}, &by, false);
}

/* A sentence that names no date; one that inherits none ends the passage. */
static void extract_undated(extractor *x) {
    size_t told = x->out->count;
    extract_lead(x);
    extract_inherited(x);
    if (x->out->count > told)
        return;
    x->stands_at = NULL;
    extract_ordered(x);
}

/* Whether an expression may date something, which a page's stamp does not. */
static bool has_dates(const extractor *x, const timex *timexes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (timex_dates(&timexes[i]) && !timex_is_stamp(x->source->text, &timexes[i]))
            return true;
    return false;
}

/* The sentence that is looked at, with the expressions in it. */
static void extract_one(extractor *x, timex *timexes, size_t count, block_kind kind) {
    const sentence *s = x->sentences[x->here].of;
    bool labelled = when_is_dated(x->label.when), dates = has_dates(x, timexes, count);
    if (chronology_take(x, s, timexes, count)) {
        x->stands_at = NULL;
        return;
    }
    if (dates)
        extract_sentence(x, timexes, count, kind == BLOCK_CAPTION);
    if (labelled && (!dates || chronology_main_is_undated(x)))
        chronology_tell(x);
    else if (!dates && kind == BLOCK_PARAGRAPH)
        extract_undated(x);
    chronology_forget(x);
}

/* ---- One block ---------------------------------------------------------------------------- */

static void pass_sentence(extractor *x) {
    x->seen_lead = true;
    for (size_t i = REFERENCE_REACH - 1; i > 0; i--)
        x->before[i] = x->before[i - 1];
    x->before[0] = &x->sentences[x->here];
}

static void extract_sentences(extractor *x, const block *b) {
    sentence_list sentences = {0};
    timex_list timexes = {0};
    sentences_split(x->source->text, b->start, b->end, x->owner, &sentences);
    timexes_find(&x->finder, sentences.items, sentences.count, &timexes);
    x->quotation.begun = SIZE_MAX;
    if (b->kind != BLOCK_PARAGRAPH)
        x->stands_at = NULL;
    x->sentences = ARENA_ARRAY(x->owner, read_sentence, sentences.count);
    for (size_t i = 0; i < sentences.count; i++)
        x->sentences[i].of = &sentences.items[i];
    size_t next = 0;
    for (x->here = 0; x->here < sentences.count; x->here++) {
        size_t first = next;
        while (next < timexes.count && timexes.items[next].start < sentences.items[x->here].end)
            next++;
        extract_one(x, next > first ? &timexes.items[first] : NULL, next - first, b->kind);
        size_t end = x->here + 1 < sentences.count ? sentences.items[x->here + 1].start : b->end;
        quotation_pass(&x->quotation, x->source->text, &sentences.items[x->here], x->here, end);
        if (b->kind == BLOCK_PARAGRAPH)
            pass_sentence(x);
    }
}

/* ---- Passages ----------------------------------------------------------------------------- */

static void begin_passage(extractor *x) {
    const article *from = x->source;
    x->event_finder = event_finder_of(from->text, from->published.day, x->owner);
    x->dates = (range_list){0};
    x->events = (asked_events){0};
    x->stands_at = NULL;
    chronology_forget(x);
    x->passed = 0;
    for (size_t i = 0; i < REFERENCE_REACH; i++)
        x->before[i] = NULL;
}

/* What the mentions hold of the passage is copied: those from `settled` on. */
static void settle(extractor *x, mention_list *mentions, size_t *settled) {
    for (; *settled < mentions->count; ++*settled) {
        mention *m = &mentions->items[*settled];
        *m = mention_copy(x->keeper, m);
    }
}

/* The words of the passage are forgotten. */
static void end_passage(extractor *x) {
    if (x->owner == x->keeper)
        return;
    settle(x, x->out, &x->settled);
    settle(x, &x->labelled, &x->settled_labelled);
    if (x->untitled)
        settle(x, x->untitled, &x->settled_untitled);
    arena_reset(x->owner);
}

/* Where the part of a block ends that is read at once: behind a sentence, if not at its end. */
static size_t part_end(extractor *x, size_t start, size_t end) {
    if (end - start <= LONGEST_PASSAGE)
        return end;
    end = start + LONGEST_PASSAGE;
    while (utf8_is_continuation(x->source->text.data[end]))
        end--;
    sentence_list sentences = {0};
    sentences_split(x->source->text, start, end, x->owner, &sentences);
    return sentences.count > 1 ? sentences.items[sentences.count - 1].start : end;
}

static void extract_block(extractor *x, const block *b) {
    block part = *b;
    for (; part.start < b->end; part.start = part.end) {
        part.end = part_end(x, part.start, b->end);
        extract_sentences(x, &part);
        x->passed += part.end - part.start;
        if (x->passed < LONGEST_PASSAGE)
            continue;
        end_passage(x);
        begin_passage(x);
    }
}

void mentions_extract(const article *from, arena *a, arena *scratch, mention_list *out,
                      mention_list *untitled, diagnostics *said) {
    size_t first = out->count;
    extractor x = {.source = from,
                   .owner = scratch ? scratch : a,
                   .keeper = a,
                   .out = out,
                   .settled = first,
                   .untitled = untitled,
                   .settled_untitled = untitled ? untitled->count : 0,
                   .finder = {.text = from->text,
                              .document = from->file,
                              .published = from->published,
                              .owner = scratch ? scratch : a,
                              .said = said}};
    begin_passage(&x);
    for (size_t i = 0; i < from->block_count; i++)
        if (from->blocks[i].kind == BLOCK_HEADING)
            chronology_take_heading(&x, &from->blocks[i]);
        else if (block_is_told(from->blocks[i].kind))
            extract_block(&x, &from->blocks[i]);
    end_passage(&x);
    chronology_end(&x);
    full_names_settle(from->text, out, first, a);
}
