/* SPDX-License-Identifier: MIT */
#include "event/extract.h"

#include "base/utf8.h"
#include "event/anniversary.h"
#include "event/eventive.h"
#include "event/figures.h"
#include "event/full_names.h"
#include "event/judge.h"
#include "event/names.h"
#include "event/order.h"
#include "event/phrase.h"
#include "event/places.h"
#include "event/quotation.h"
#include "event/reference.h"
#include "event/title.h"

/* How many sentences before a pronoun may say whom it means. */
#define REFERENCE_REACH 2
/* So many dates on lines of their own are a chronology, and date what stands below them. */
#define CHRONOLOGY    3
#define LONGEST_LABEL 40 /* bytes */
/* How many sentences a quotation goes on. */
#define QUOTATION_REACH     6
#define LONGEST_ATTRIBUTION 80 /* characters */
/* How many tokens of what follows "three days before" name the event. */
#define LONGEST_ANCHOR 12
/* A sentence of more words is a list or no language; nothing is told from it. */
#define LONGEST_TOLD 256
/* Bytes of text whose words are held at once. What refers back from one to the next stays open. */
#define LONGEST_PASSAGE ((size_t)256 << 10)

/* A sentence on the way through a block. */
typedef struct read_sentence {
    sentence *of;
    tree tree;
    clause_list clauses;
    bool parsed;
} read_sentence;

typedef struct extractor {
    const article *source;
    arena *owner;  /* of the words of the passage */
    arena *keeper; /* of the mentions */
    mention_list *out;
    size_t settled, settled_untitled, settled_labelled; /* mentions that the keeper has */
    size_t passed;                                      /* bytes of the passage */
    mention_list *untitled;                             /* NULL: not asked for */
    timex_finder finder;
    event_finder event_finder;
    event_list events;                      /* in the sentence that is looked at */
    quotation quotation;                    /* that the block's sentences stand in */
    read_sentence *sentences;               /* of the block */
    size_t here;                            /* the one that is looked at */
    read_sentence *before[REFERENCE_REACH]; /* of paragraphs, the nearest first; NULL: none */
    range_list dates; /* in it: each expression that dates something, with the words of the
                         event that it is counted from */
    bool seen_lead;
    const timex *stands_at; /* the date of what the sentence before told; NULL: none */
    mention_list labelled;  /* by days that stand alone: told where there are enough of them */
    size_t labels;
    timex label;       /* the date that the sentence before was; undated: it was none */
    size_t label_from; /* where that sentence began */
} extractor;

/* A sentence with the clauses that it has, apart from the words of dates. */
static read_sentence *parse_sentence(extractor *x, read_sentence *s, const range_list *dates) {
    if (!s->parsed) {
        s->tree = tree_of(x->source->text, s->of, x->owner);
        s->clauses = clauses_of(&s->tree, dates, x->owner);
        s->parsed = true;
    }
    return s;
}

/* ---- Who is meant ------------------------------------------------------------------------- */

/* The subjects before the sentence: those of the nearest that goes on about no other. Those before
 * it need not be parsed. */
static last_subjects subjects_before(extractor *x) {
    last_subjects last = {{"", 0}, {"", 0}, {"", 0}};
    static const range_list none = {0};
    for (size_t i = 0; i < REFERENCE_REACH; i++)
        if (x->before[i] &&
            subjects_of(&parse_sentence(x, x->before[i], &none)->clauses, &last, x->owner))
            break;
    return last;
}

/* What a pronoun of the sentence stands for; "" for other words, and where nobody can tell. */
static slice meant_by(extractor *x, const clause *c, size_t at) {
    const clause_list *l = &x->sentences[x->here].clauses;
    if (at == NO_TOKEN)
        return (slice){"", 0};
    slice name = reference_within(l, c, at, x->owner);
    if (name.length || !is_reference(l->tree, at))
        return name;
    last_subjects last = subjects_before(x);
    return reference_before(l, at, &last);
}

/* Who says it: the words of the one who does, or of whom a pronoun means; else the pronoun. */
static slice attribution_of(extractor *x, report said) {
    const tree *t = &x->sentences[x->here].tree;
    if (said.who == NO_TOKEN)
        return (slice){"", 0};
    slice name = said.by ? meant_by(x, said.by, said.who) : (slice){"", 0};
    if (name.length)
        return name;
    phrase p = phrase_in(t, &x->dates, x->owner);
    phrase_choose_noun(&p, said.who);
    if (!phrase_fit(&p, LONGEST_ATTRIBUTION))
        return (slice){"", 0};
    slice words = arena_copy(x->owner, phrase_text(&p));
    size_t first = tree_below(t, said.who).first;
    if (words.length && (tree_classes(t, first) & (WORD(DETERMINER) | WORD(PRONOUN))))
        ((char *)words.data)[0] = ascii_lower(words.data[0]);
    return words;
}

/* Who says something in a sentence; "" where nobody is named. */
static slice speaker_in(extractor *x, read_sentence *s) {
    static const range_list none = {0};
    const clause_list *l = &parse_sentence(x, s, &none)->clauses;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].says && l->items[i].subject != NO_TOKEN)
            return name_of_subject(l->tree, l->items[i].subject, x->owner);
    return (slice){"", 0};
}

/*
 * Who says what stands in a quotation that began some sentences before, or that follows one: named
 * where it began, or in the sentence before that. "" where nobody is named.
 */
static slice speaker_before(extractor *x) {
    size_t begun = quotation_of(&x->quotation, x->source->text, x->sentences[x->here].of, x->here);
    if (begun == SIZE_MAX || begun + QUOTATION_REACH < x->here)
        return (slice){"", 0};
    slice name = begun < x->here ? speaker_in(x, &x->sentences[begun]) : (slice){"", 0};
    bool goes_on = begun > 0 && quotation_ends_in(x->source->text, x->sentences[begun - 1].of);
    return name.length || !goes_on ? name : speaker_in(x, &x->sentences[begun - 1]);
}

/* ---- One mention -------------------------------------------------------------------------- */

/* What dates a mention. */
typedef struct dating {
    const timex *date;  /* NULL: today's news, or what only comes after an event */
    token_range words;  /* that say when */
    token_range anchor; /* words of the event that it is counted from, or comes after */
    bool after;         /* that event, and no more is said */
} dating;

static dating dating_of(const read_sentence *s, const timex *date) {
    dating by = {.date = date};
    if (!date)
        return by;
    by.anchor = timex_anchor(&s->tree, date);
    by.words = (token_range){timex_tokens_of(s->of, date).first, by.anchor.end};
    if (by.anchor.end > by.anchor.first + LONGEST_ANCHOR)
        by.anchor.end = by.anchor.first + LONGEST_ANCHOR;
    return by;
}

static void fill_time_of(const extractor *x, const timex *t, mention *m) {
    if (!t) { /* today's news */
        m->when = (when){{x->source->published.day, x->source->published.day},
                         NO_MINUTE,
                         GRANULARITY_DAY,
                         false,
                         false};
        m->how = HOW_PUBLISHED;
        return;
    }
    m->when = t->when;
    m->how = t->how;
    m->timex = slice_range(x->source->text, t->start, t->lead_end ? t->lead_end : t->end);
    m->value = t->value;
    m->days_from = t->days_from;
    m->months_from = t->months_from;
}

static slice words_of_range(const tree *t, token_range range) {
    if (range_is_empty(range))
        return (slice){"", 0};
    return slice_range(t->text, tree_token(t, range.first)->start,
                       tree_token(t, range.end - 1)->end);
}

/* What comes after an event is dated once that is found. */
static void fill_time(const extractor *x, const tree *t, const dating *by, mention *m) {
    m->anchor = words_of_range(t, by->anchor);
    m->after = by->after;
    if (!by->after) {
        fill_time_of(x, by->date, m);
        return;
    }
    m->how = HOW_ANCHORED;
    m->timex = words_of_range(t, by->words);
}

static mention new_mention(const extractor *x) {
    const sentence *s = x->sentences[x->here].of;
    return (mention){.start = s->start,
                     .quote = slice_range(x->source->text, s->start, s->end),
                     .order = x->out->count,
                     .when = {.minute = NO_MINUTE}};
}

static title_source title_source_of(extractor *x, dated told, token_range own_date, timex_how how) {
    const clause_list *l = &x->sentences[x->here].clauses;
    title_source from = {.clauses = l,
                         .events = &x->events,
                         .dates = &x->dates,
                         .own_date = own_date,
                         .date_is_outright = how == HOW_EXPLICIT,
                         .told = told,
                         .subject_name = {"", 0}};
    if (told.noun == NO_TOKEN)
        from.subject_name = meant_by(x, told.clause, told.clause->subject);
    return from;
}

/* "At 9:44 pm on 12 May, somebody wrote: …" stands above what a reader of the page has to say. */
static bool said_behind_colon(const clause_list *l, dated told) {
    if (told.noun != NO_TOKEN || !told.clause->says)
        return false;
    size_t behind = told.clause->predicate + 1;
    return behind < l->tree->count && l->tree->text.data[tree_token(l->tree, behind)->start] == ':';
}

/* "The March 22 attack was condemned": what the date names is what happened. */
static slice core_of(extractor *x, title_source from, slice title) {
    const clause *c = from.told.clause;
    const tree *t = from.clauses->tree;
    if (from.told.noun != NO_TOKEN || c->subject == NO_TOKEN ||
        !range_holds(tree_below(t, c->subject), from.own_date.first) ||
        !noun_happens(t, from.events, c->subject))
        return title;
    from.told.noun = c->subject;
    slice noun = title_of(&from, x->owner);
    return noun.length ? noun : title;
}

/* A sentence that makes no title speaks of a date still; not where an event has to tell which. */
static void add_untitled(extractor *x, mention m) {
    if (!x->untitled || m.how == HOW_ANCHORED)
        return;
    m.order = x->untitled->count;
    *vector_push(x->untitled, x->keeper) = m;
}

static void add_mention(extractor *x, dated told, const dating *by, bool caption) {
    const read_sentence *s = &x->sentences[x->here];
    const tree *t = &s->tree;
    report said = {NULL, NO_TOKEN};
    if (told.clause)
        said = clause_report(&s->clauses, told.clause);
    bool fact = told.noun != NO_TOKEN || judge_tells_of_fact(t, &x->events, told.clause, said);
    mention m = new_mention(x);
    m.caption = caption;
    fill_time(x, t, by, &m);
    bool later = told.noun == NO_TOKEN && judge_tells_of_past(t, told.clause) &&
                 judge_is_after(m.when, x->source->published.day);
    if ((m.how == HOW_ANCHORED && !m.anchor.length) || later)
        return; /* a past that is not over: the date was read wrongly */
    bool comment =
        by->date && by->date->when.minute != NO_MINUTE && said_behind_colon(&s->clauses, told);
    if (comment)
        return;
    title_source from = title_source_of(x, told, by->words, m.how);
    m.title = fact ? title_of(&from, x->owner) : (slice){"", 0};
    if (!m.title.length) {
        add_untitled(x, m);
        return;
    }
    m.core = core_of(x, from, m.title);
    m.head = happening_of(&from);
    m.status = told.noun != NO_TOKEN
                   ? judge_status_of_noun(m.when, x->source->published.day)
                   : judge_status(t, told.clause, said, m.when, x->source->published.day);
    m.negated = told.noun == NO_TOKEN && judge_negated(t, told.clause);
    m.attribution = said.who != NO_TOKEN ? attribution_of(x, said) : speaker_before(x);
    names_find(&s->clauses, told, from.subject_name, x->owner, &m);
    if (m.how == HOW_PUBLISHED && !m.places.count)
        places_of_dateline(x->source, x->owner, &m.places);
    figures_find(&s->clauses, &x->events, told, &x->dates, x->owner, &m.figures);
    *vector_push(x->out, x->keeper) = m;
}

static void add_dated(extractor *x, dated told, const timex *date, bool caption) {
    dating by = dating_of(&x->sentences[x->here], date);
    add_mention(x, told, &by, caption);
}

/* The event whose anniversary the clause tells of happened on that day, years before. */
static void add_anniversary(extractor *x, const clause *c, const timex *t) {
    const read_sentence *s = &x->sentences[x->here];
    anniversary told;
    if (!c || !when_is_dated(t->when) || !anniversary_find(&s->tree, c, &told))
        return;
    day_number first = timex_shift(t->when.days.first, -12 * told.years, 0);
    day_number last = timex_shift(t->when.days.last, -12 * told.years, 0);
    title_source from = title_source_of(x, (dated){c, told.event}, (token_range){0, 0}, t->how);
    mention m = new_mention(x);
    m.title = m.core =
        title_behind(&from, told.noun, tree_below(&s->tree, told.event).first, x->owner);
    if (first == NO_DAY || last == NO_DAY || !m.title.length)
        return;
    m.head = tree_word(&s->tree, told.event);
    fill_time_of(x, t, &m);
    m.when.days = (day_span){first, last};
    m.how = HOW_RELATIVE;
    figures_find(&s->clauses, &x->events, (dated){c, told.event}, &x->dates, x->owner, &m.figures);
    *vector_push(x->out, x->keeper) = m;
}

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
            add_dated(x, (dated){c, NO_TOKEN}, date, caption);
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
    find_dates(x, timexes, count);
    if (x->sentences[x->here].of->token_count > LONGEST_TOLD)
        return;
    x->events.count = 0;
    events_find(&x->event_finder, x->sentences[x->here].of, timexes, count, 1, &x->events);
    read_sentence *s = parse_sentence(x, &x->sentences[x->here], &x->dates);
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
        add_dated(x, target, &timexes[i], caption);
        if (x->out->count > told && sets_passage(&s->tree, target, &timexes[i]))
            x->stands_at = &timexes[i];
        add_anniversary(x, target.clause, &timexes[i]);
        if (target.noun == NO_TOKEN)
            add_joined(x, target.clause, &timexes[i], caption);
    }
}

/* The one that the others depend on, or NULL. */
static const clause *main_clause(const clause_list *l) {
    for (size_t i = 0; i < l->count; i++)
        if (!l->items[i].above)
            return &l->items[i];
    return NULL;
}

/* The article's first told sentence is its news: without a date of its own it is of that day. */
static void extract_lead(extractor *x) {
    if (x->seen_lead || x->source->published.day == NO_DAY)
        return;
    x->dates.count = x->events.count = 0;
    sentence_analyse(x->source->text, x->sentences[x->here].of, x->owner);
    if (x->sentences[x->here].of->token_count > LONGEST_TOLD)
        return;
    const read_sentence *s = parse_sentence(x, &x->sentences[x->here], &x->dates);
    const clause *c = main_clause(&s->clauses);
    if (!c || c->subject == NO_TOKEN)
        return;
    const clause *said = c->says ? said_before(&s->clauses, c) : NULL;
    const token *verb = tree_token(&s->tree, c->verb);
    bool participle = verb->tag == PENN_VBN && !c->passive && c->verb == c->predicate;
    bool past = verb->tag == PENN_VBD || participle ||
                (word_is(verb->classes, HAVE) && verb->tag != PENN_VB);
    if (past)
        add_dated(x, (dated){said ? said : c, NO_TOKEN}, NULL, false);
}

/* "He", "they", "it": what the sentence begins with. */
static bool begins_with_pronoun(slice text, const sentence *s) {
    size_t end = s->start;
    while (end < s->end && ascii_is_letter(text.data[end]))
        end++;
    word_classes first = word_classes_of(slice_range(text, s->start, end));
    return word_is(first, PRONOUN) && !word_is(first, DETERMINER);
}

/* Whether a word is an event that happens at a time, and no state or saying. */
static bool happens_at_once(const event_list *events, size_t at) {
    for (size_t i = 0; i < events->count; i++)
        if (events->items[i].token == at)
            return events->items[i].class == EVENT_CLASS_OCCURRENCE ||
                   events->items[i].class == EVENT_CLASS_ASPECTUAL;
    return false;
}

/* Whether a clause with a subject tells of that in the simple past. */
static bool happened_at_once(const extractor *x, const clause *c) {
    const tree *t = &x->sentences[x->here].tree;
    return c->subject != NO_TOKEN && !c->says && is_past(t, c) &&
           clause_auxiliary(t, c, WORD(HAVE)) == NO_TOKEN &&
           happens_at_once(&x->events, c->predicate);
}

/*
 * "Ana Berg landed on Monday. She met the mayor.": what goes on about the same one, in the same
 * tense, is of the same day. Nothing else inherits a date.
 */
static void extract_inherited(extractor *x) {
    sentence *of = x->sentences[x->here].of;
    if (!x->stands_at || !begins_with_pronoun(x->source->text, of))
        return;
    x->dates.count = x->events.count = 0;
    events_find(&x->event_finder, of, NULL, 0, 1, &x->events);
    const read_sentence *s = parse_sentence(x, &x->sentences[x->here], &x->dates);
    const clause *c = main_clause(&s->clauses);
    if (!c || !happened_at_once(x, c) || !meant_by(x, c, c->subject).length)
        return;
    timex inherited = *x->stands_at;
    inherited.how = HOW_INHERITED;
    dating by = {.date = &inherited};
    add_mention(x, (dated){c, NO_TOKEN}, &by, false);
}

/* "After the attack, controls were tightened": of no day, but in its place between others. */
static void extract_ordered(extractor *x) {
    sentence *of = x->sentences[x->here].of;
    if (!order_is_told(slice_range(x->source->text, of->start, of->end)))
        return;
    x->dates.count = x->events.count = 0;
    events_find(&x->event_finder, of, NULL, 0, 1, &x->events);
    if (of->token_count > LONGEST_TOLD || !order_is_likely(x->source->text, of, &x->events))
        return;
    const read_sentence *s = parse_sentence(x, &x->sentences[x->here], &x->dates);
    const clause *c = main_clause(&s->clauses);
    if (c && c->says)
        c = said_before(&s->clauses, c);
    if (!c || !happened_at_once(x, c))
        return;
    order_words order = order_of(&s->clauses, &x->events, c);
    if (range_is_empty(order.event))
        return;
    dating by = {.words = order.all, .anchor = order.event, .after = true};
    *vector_push(&x->dates, x->owner) = order.all;
    add_mention(x, (dated){c, NO_TOKEN}, &by, false);
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

/* ---- Chronologies --------------------------------------------------------------------------- */

static bool is_word_byte(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

/* "22 July 2009": a sentence that is a date, of a day or a month, and no more. About the day of
 * publication it says when the page was written. */
static bool is_label(const extractor *x, const sentence *s, const timex *dates, size_t count) {
    bool exact = count == 1 && timex_dates(dates) && dates->how == HOW_EXPLICIT &&
                 when_is_dated(dates->when) &&
                 (dates->when.granularity == GRANULARITY_DAY ||
                  dates->when.granularity == GRANULARITY_MONTH);
    day_number published = x->source->published.day;
    if (!exact || (published != NO_DAY && dates->when.days.last >= published - 1))
        return false;
    for (size_t i = s->start; i < s->end; i++)
        if ((i < dates->start || i >= dates->end) && is_word_byte(x->source->text.data[i]))
            return false;
    return true;
}

static void set_label(extractor *x, const sentence *s, const timex *date) {
    x->label = *date;
    x->label_from = s->start;
    x->labels++;
}

/* Whether the sentence's main clause has no date of its own. */
static bool main_is_undated(const extractor *x) {
    const read_sentence *s = &x->sentences[x->here];
    const clause *c = s->parsed ? main_clause(&s->clauses) : NULL;
    for (size_t i = 0; i < x->dates.count; i++)
        if (!c || s->clauses.of[x->dates.items[i].first] == c)
            return false;
    return true;
}

/* The quote of the first mention from `told` on begins with the date that stands on its line. */
static void quote_label(extractor *x, size_t told) {
    if (x->out->count == told)
        return;
    mention *m = &x->out->items[told];
    m->quote = slice_range(x->source->text, x->label_from, m->start + m->quote.length);
    m->start = x->label_from;
}

/*
 * The date before the sentence is that of its main clause. On its own line it may be a date of
 * something else, so that one alone does not count.
 */
static void extract_labelled(extractor *x) {
    read_sentence *s = &x->sentences[x->here];
    slice between = slice_range(x->source->text, x->label.end, s->of->start);
    bool same_line = slice_find(between, SLICE("\n"), 0) == SIZE_MAX;
    mention_list *out = x->out;
    timex label = x->label;
    label.how = same_line ? HOW_EXPLICIT : HOW_INHERITED;
    dating by = {.date = &label};
    if (!s->parsed) {
        x->dates.count = x->events.count = 0;
        events_find(&x->event_finder, s->of, NULL, 0, 1, &x->events);
    }
    if (s->of->token_count > LONGEST_TOLD)
        return;
    const clause *c = main_clause(&parse_sentence(x, s, &x->dates)->clauses);
    if (!c || c->subject == NO_TOKEN)
        return;
    x->stands_at = NULL;
    x->out = same_line ? out : &x->labelled;
    size_t told = x->out->count;
    add_mention(x, (dated){c, NO_TOKEN}, &by, false);
    if (same_line)
        quote_label(x, told);
    x->out = out;
}

/* The sentence that is looked at, with the expressions in it. */
static void extract_one(extractor *x, timex *timexes, size_t count, block_kind kind) {
    const sentence *s = x->sentences[x->here].of;
    bool labelled = when_is_dated(x->label.when), dates = false;
    for (size_t i = 0; i < count; i++)
        dates = timex_dates(&timexes[i]) || dates;
    if (is_label(x, s, timexes, count)) {
        set_label(x, s, timexes);
        x->stands_at = NULL;
        return;
    }
    if (dates)
        extract_sentence(x, timexes, count, kind == BLOCK_CAPTION);
    if (labelled && (!dates || main_is_undated(x)))
        extract_labelled(x);
    else if (!dates && kind == BLOCK_PARAGRAPH)
        extract_undated(x);
    x->label.when = (when){.minute = NO_MINUTE};
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
        extract_one(x, timexes.items + first, next - first, b->kind);
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
    x->events = (event_list){0};
    x->stands_at = NULL;
    x->label.when = (when){.minute = NO_MINUTE};
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

/* A heading tells nothing, but may be the date of what stands below. */
static void extract_heading(extractor *x, const block *b) {
    sentence_list sentences = {0};
    timex_list timexes = {0};
    x->label.when = (when){.minute = NO_MINUTE};
    if (b->end - b->start > LONGEST_LABEL)
        return;
    sentences_split(x->source->text, b->start, b->end, x->owner, &sentences);
    timexes_find(&x->finder, sentences.items, sentences.count, &timexes);
    if (sentences.count == 1 && is_label(x, &sentences.items[0], timexes.items, timexes.count))
        set_label(x, &sentences.items[0], &timexes.items[0]);
}

/* What stands below dates is told where there are enough of them. */
static void add_labelled(extractor *x) {
    for (size_t i = 0; i < x->labelled.count && x->labels >= CHRONOLOGY; i++) {
        mention *m = vector_push(x->out, x->keeper);
        *m = x->labelled.items[i];
        m->order = x->out->count - 1;
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
            extract_heading(&x, &from->blocks[i]);
        else if (block_is_told(from->blocks[i].kind))
            extract_block(&x, &from->blocks[i]);
    end_passage(&x);
    add_labelled(&x);
    full_names_settle(from->text, out, first, a);
}
