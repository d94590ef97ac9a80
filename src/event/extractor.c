/* SPDX-License-Identifier: MIT */
/* What a mention is made of. */
#include "event/extractor.h"

#include "event/anniversary.h"
#include "event/figures.h"
#include "event/judge.h"
#include "event/names.h"
#include "event/phrase.h"
#include "event/places.h"
#include "event/title.h"

/* How many sentences a quotation goes on. */
#define QUOTATION_REACH     6
#define LONGEST_ATTRIBUTION 80 /* characters */
/* How many tokens of what follows "three days before" name the event. */
#define LONGEST_ANCHOR 12

read_sentence *extractor_parse(extractor *x, read_sentence *s, const range_list *dates) {
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
            subjects_of(&extractor_parse(x, x->before[i], &none)->clauses, &last, x->owner))
            break;
    return last;
}

/* What a pronoun of the sentence stands for; "" for other words, and where nobody can tell. */
slice extractor_meaning(extractor *x, const clause *c, size_t at) {
    const clause_list *l = &x->sentences[x->here].clauses;
    if (at == NO_TOKEN)
        return (slice){"", 0};
    slice name = reference_within(l, c, at, x->owner);
    if (name.length || !reference_is_open(l, at))
        return name;
    last_subjects last = subjects_before(x);
    return reference_before(l->tree, at, &last);
}

/* Who says it: the words of the one who does, or of whom a pronoun means; else the pronoun. */
static slice attribution_of(extractor *x, report said) {
    const tree *t = &x->sentences[x->here].tree;
    if (said.who == NO_TOKEN)
        return (slice){"", 0};
    slice name = said.by ? extractor_meaning(x, said.by, said.who) : (slice){"", 0};
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
    const clause_list *l = &extractor_parse(x, s, &none)->clauses;
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
        m->when = when_of_day(x->source->published.day);
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
        from.subject_name = extractor_meaning(x, told.clause, told.clause->subject);
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

void extractor_tell(extractor *x, dated told, const dating *by, bool caption) {
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
    title_source from = {0};
    if (fact) { /* only then does it matter whom a pronoun means, for which others are parsed */
        from = title_source_of(x, told, by->words, m.how);
        m.title = title_of(&from, x->owner);
    }
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

void extractor_tell_dated(extractor *x, dated told, const timex *date, bool caption) {
    dating by = dating_of(&x->sentences[x->here], date);
    extractor_tell(x, told, &by, caption);
}

/* The event whose anniversary the clause tells of happened on that day, years before. */
void extractor_tell_anniversary(extractor *x, const clause *c, const timex *t) {
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
