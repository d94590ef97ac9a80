/* SPDX-License-Identifier: MIT */
#include "event/title.h"

#include "event/phrase.h"
#include "event/reference.h"
#include "event/worth.h"

/* A noun phrase of fewer words says too little without its date, a clause about a pronoun anyway.
 */
#define FEWEST_WORDS 3

static phrase phrase_of(const title_source *s, arena *a) {
    phrase p = phrase_in(s->clauses->tree, s->dates, a);
    p.own_date = s->own_date;
    return p;
}

/* ---- Whether it reads as one -------------------------------------------------------------- */

/* "has confirmed cases Health officials fear": a clause that nothing joins to a verb which says
 * nothing is the next sentence. */
static bool runs_into_next(const title_source *s, const phrase *p) {
    const tree *t = s->clauses->tree;
    const clause *c = s->told.clause;
    size_t said = tree_dependent(t, c->predicate, RELATION_CCOMP);
    if (c->says || said == NO_TOKEN || !p->segment[said] || said < c->predicate ||
        tree_dependent(t, said, RELATION_MARK) != NO_TOKEN)
        return false;
    return ascii_is_upper(t->text.data[tree_token(t, tree_below(t, said).first)->start]);
}

/* Two subjects before one verb: the parser took a clause for a part of another. */
static bool has_two_subjects(const title_source *s) {
    const tree *t = s->clauses->tree;
    size_t subjects = 0, predicate = s->told.clause->predicate;
    for (size_t d = tree_first(t, predicate); d < predicate; d = tree_next(t, d)) {
        bool goes_on = d > 0 && tree_token(t, d)->pos == POS_PROPER &&
                       pos_is_nominal(tree_token(t, d - 1)->pos); /* "the director Ana | Berg" */
        bool aside = subjects > 0 && is_enclosed(t, d);           /* "the mill, an old | one," */
        subjects += relation_is_subject(tree_relation(t, d)) && !goes_on && !aside &&
                    !range_with(s->dates, d);
    }
    return subjects > 1;
}

/* The first or the last token of the text. */
static size_t first_kept(const phrase *p, unsigned segment) {
    size_t at = 0;
    while (at < p->tree->count && p->segment[at] != segment)
        at++;
    return at < p->tree->count ? at : NO_TOKEN;
}

static size_t last_kept(const phrase *p) {
    for (unsigned segment = p->segments; segment > 0; segment--)
        for (size_t at = p->tree->count; at-- > 0;)
            if (p->segment[at] == segment)
                return at;
    return NO_TOKEN;
}

/* "performed in London | A new album": two sentences that no mark divides. */
static bool joins_sentences(const phrase *p) {
    const tree *t = p->tree;
    size_t first = first_kept(p, 1);
    for (size_t i = 0; i + 1 < t->count; i++) {
        bool begins = p->segment[i] && i != first && i > 0 && p->segment[i - 1] &&
                      (tree_classes(t, i) & (WORD(DETERMINER) | WORD(PERSON_PRONOUN)));
        if (begins && ascii_is_upper(t->text.data[tree_token(t, i)->start]) &&
            !ascii_is_upper(t->text.data[tree_token(t, i + 1)->start]) &&
            tree_token(t, i - 1)->pos != POS_PUNCTUATION)
            return true;
    }
    return false;
}

/* A last word that was to lead to what is left out: "talks during". */
static bool dangles(const phrase *p) {
    size_t last = last_kept(p);
    if (last == NO_TOKEN)
        return true;
    relation r = tree_relation(p->tree, last);
    part_of_speech pos = tree_token(p->tree, last)->pos;
    bool particle = r == RELATION_COMPOUND_PRT || r == RELATION_ADVMOD;
    return (pos == POS_PREPOSITION && !particle) || pos == POS_TO || pos == POS_DETERMINER ||
           pos == POS_COORDINATOR || pos == POS_RELATIVE || pos == POS_SUBORDINATOR ||
           (pos == POS_AUXILIARY && r != RELATION_ROOT);
}

/* Signs that stand in no headline: what is left of a page or a file. A colon is one, unless
 * somebody says what stands behind it. */
static bool has_foreign_signs(slice title, bool says) {
    for (size_t i = 0; i < title.length; i++)
        if (strchr("\\|<>{}_=", title.data[i]) || (title.data[i] == ':' && !says))
            return true;
    return slice_find(title, SLICE("://"), 0) != SIZE_MAX;
}

static size_t count_words(slice text) {
    size_t words = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        words += text.data[i] == ' ';
    return words;
}

/* "But the mayor said": what joins a sentence to the one before joins a title to nothing. */
static void leave_out_coordinator(phrase *p) {
    size_t first = first_kept(p, 1);
    if (first != NO_TOKEN && tree_token(p->tree, first)->pos == POS_COORDINATOR)
        p->segment[first] = 0;
}

/* First letter upper case (ASCII's), no marks at the ends; "" if it reads as no headline. */
static slice finished(phrase *p, bool says, arena *a) {
    leave_out_coordinator(p);
    slice title = phrase_text(p);
    while (title.length && strchr(",;:-. ", title.data[title.length - 1]))
        title.length--;
    while (title.length && strchr(",;:-. ", title.data[0]))
        title = slice_range(title, 1, title.length);
    if (!title.length || has_foreign_signs(title, says) || joins_sentences(p) || dangles(p))
        return (slice){"", 0};
    title = arena_copy(a, title);
    ((char *)title.data)[0] = ascii_upper(title.data[0]);
    return title;
}

/* ---- A noun ------------------------------------------------------------------------------- */

/* "the", "its": a headline does without. */
static void leave_out_article(phrase *p) {
    size_t first = first_kept(p, 1);
    bool article = first != NO_TOKEN && tree_token(p->tree, first)->pos == POS_DETERMINER;
    if (article && (tree_relation(p->tree, first) == RELATION_DET ||
                    word_is(tree_classes(p->tree, first), POSSESSIVE)))
        p->segment[first] = 0;
}

/* "9/11 attacks": what says too little without its date keeps it, but for "last week's". */
static slice dated_noun(const title_source *s, size_t noun) {
    const tree *t = s->clauses->tree;
    token_range date = s->own_date;
    if (range_is_empty(date) || date.end > noun || !s->date_is_outright)
        return (slice){"", 0};
    size_t first = date.first;
    while (first + 1 < date.end && word_is(tree_classes(t, first), DETERMINER))
        first++;
    return slice_range(t->text, tree_token(t, first)->start, tree_token(t, noun)->end);
}

/* A noun that is no kind of happening tells of one only with what it is about, or who does it:
 * "release of …", "statement by Ana Berg". */
static bool noun_tells(const tree *t, size_t noun) {
    if (tree_classes(t, noun) & (WORD_KINDS | WORD(ANNIVERSARY)))
        return true;
    if (tree_dependent(t, noun, RELATION_CONJ) != NO_TOKEN)
        return false;
    for (size_t c = tree_first(t, noun); c != NO_TOKEN; c = tree_next(t, c)) {
        size_t lead = tree_dependent(t, c, RELATION_CASE);
        if (c > noun && tree_relation(t, c) == RELATION_NMOD && lead != NO_TOKEN &&
            (word_is(tree_classes(t, lead), OF) || tree_token(t, c)->pos == POS_PROPER))
            return true;
    }
    return false;
}

static slice noun_title(const title_source *s, size_t noun, arena *a) {
    phrase p = phrase_of(s, a);
    if (!noun_tells(s->clauses->tree, noun))
        return (slice){"", 0};
    phrase_choose_noun(&p, noun);
    leave_out_article(&p);
    if (!phrase_fit(&p, LONGEST_TITLE))
        return (slice){"", 0};
    slice title = finished(&p, false, a);
    if (count_words(title) >= FEWEST_WORDS)
        return title;
    title = arena_copy(a, dated_noun(s, noun));
    if (title.length)
        ((char *)title.data)[0] = ascii_upper(title.data[0]);
    return title;
}

slice title_behind(const title_source *s, size_t noun, size_t first, arena *a) {
    phrase p = phrase_of(s, a);
    phrase_choose_noun(&p, noun);
    for (size_t i = 0; i < first || tree_relation(p.tree, i) == RELATION_CASE; i++)
        p.segment[i] = 0; /* with the "of" that leads to it */
    leave_out_article(&p);
    return phrase_fit(&p, LONGEST_TITLE) ? finished(&p, false, a) : (slice){"", 0};
}

/* ---- A clause ----------------------------------------------------------------------------- */

/* "Thursday was the anniversary of …": the date itself is said to be something. */
static bool date_is_subject(const title_source *s) {
    const clause *c = s->told.clause;
    return c->subject != NO_TOKEN && range_holds(s->own_date, c->subject);
}

static bool is_there(const tree *t, const clause *c) {
    size_t there = tree_dependent(t, c->predicate, RELATION_EXPL);
    return there != NO_TOKEN && tree_token(t, there)->tag == PENN_EX;
}

/* "this plan", "his lawyer": a noun that only what was told before explains. */
static bool points_back(const tree *t, size_t at) {
    static const slice demonstratives[] = {SLICE("this"), SLICE("that"), SLICE("these"),
                                           SLICE("those")};
    for (size_t i = 0; i < sizeof demonstratives / sizeof *demonstratives; i++)
        if (tree_relation(t, at) == RELATION_DET &&
            slice_equal_nocase(tree_word(t, at), demonstratives[i]))
            return true;
    return tree_token(t, at)->tag == PENN_PRP_POSSESSIVE;
}

/* "two | of them", "40 percent | of these": what only the sentence before explains. */
static bool is_of_them(const tree *t, size_t at) {
    penn_tag tag = tree_token(t, at)->tag;
    size_t lead = tree_dependent(t, at, RELATION_CASE);
    bool pronoun =
        tag == PENN_PRP || (tag == PENN_DT && tree_dependent(t, at, RELATION_NMOD) == NO_TOKEN);
    return pronoun && lead != NO_TOKEN && word_is(tree_classes(t, lead), OF);
}

/* "those who left", "whose life", "two of them": a subject that names nobody. */
static bool subject_is_known(const title_source *s) {
    const tree *t = s->clauses->tree;
    size_t subject = s->told.clause->subject;
    if (subject == NO_TOKEN || range_with(s->dates, subject))
        return false;
    if (s->subject_name.length)
        return true;
    for (size_t d = tree_first(t, subject); d != NO_TOKEN; d = tree_next(t, d))
        if (tree_token(t, d)->tag == PENN_WP_POSSESSIVE || tree_token(t, d)->tag == PENN_WDT ||
            points_back(t, d) || is_of_them(t, d))
            return false;
    penn_tag tag = tree_token(t, subject)->tag;
    bool pronoun = tree_token(t, subject)->pos == POS_PRONOUN || tag == PENN_PRP ||
                   tag == PENN_DT || tag == PENN_WP || tag == PENN_WDT || tag == PENN_EX;
    /* "He left the town" is true, and its quote is there to read. */
    return !pronoun || word_is(tree_classes(t, subject), PERSON_PRONOUN);
}

/* "The minister said" tells nothing: what was said has to be in the title. */
static bool tells_what_was_said(const title_source *s, const phrase *p) {
    const tree *t = s->clauses->tree;
    const clause *c = s->told.clause;
    size_t content = tree_dependent(t, c->predicate, RELATION_CCOMP);
    if (content != NO_TOKEN)
        return p->segment[content];
    for (size_t i = 0; i < s->clauses->count; i++)
        if (&s->clauses->items[i] != c && p->segment[s->clauses->items[i].predicate])
            return true;
    for (size_t d = tree_first(t, c->predicate); d != NO_TOKEN; d = tree_next(t, d)) {
        relation r = tree_relation(t, d);
        bool hearer = tree_token(t, d)->pos == POS_PROPER; /* "told the BBC" */
        if (p->segment[d] && (((r == RELATION_OBJ || r == RELATION_IOBJ) && !hearer) ||
                              r == RELATION_XCOMP || r == RELATION_OBL))
            return true;
    }
    return false;
}

/* "The goal is": the predicate was the date. */
static bool tells_something(const title_source *s, const phrase *p) {
    const clause *c = s->told.clause;
    return p->segment[c->predicate] && !range_with(s->dates, c->predicate) &&
           (!c->says || tells_what_was_said(s, p));
}

/* "He surveyed": whoever it was, nothing is said of what he did it to. */
static bool is_bare(const title_source *s, const phrase *p) {
    const tree *t = s->clauses->tree;
    size_t subject = s->told.clause->subject;
    return !s->subject_name.length && tree_token(t, subject)->tag == PENN_PRP &&
           count_words(phrase_text(p)) < FEWEST_WORDS;
}

static slice clause_title(const title_source *s, arena *a) {
    const clause *c = s->told.clause;
    phrase p = phrase_of(s, a);
    if (!subject_is_known(s) || has_two_subjects(s))
        return (slice){"", 0};
    if (s->subject_name.length)
        p.replaced = (replacement){c->subject, s->subject_name};
    phrase_choose_clause(&p, s->clauses, c);
    if (!phrase_fit(&p, LONGEST_TITLE) || !tells_something(s, &p) || is_bare(s, &p) ||
        runs_into_next(s, &p))
        return (slice){"", 0};
    return finished(&p, c->says, a);
}

slice title_of(const title_source *s, arena *a) {
    const tree *t = s->clauses->tree;
    const clause *c = s->told.clause;
    if (s->told.noun != NO_TOKEN)
        return noun_title(s, s->told.noun, a);
    if (date_is_subject(s))
        return noun_happens(t, s->events, c->predicate) ||
                       word_is(tree_classes(t, c->predicate), ANNIVERSARY)
                   ? noun_title(s, c->predicate, a)
                   : (slice){"", 0};
    if (is_there(t, c))
        return c->subject != NO_TOKEN && noun_happens(t, s->events, c->subject)
                   ? noun_title(s, c->subject, a)
                   : (slice){"", 0};
    return clause_title(s, a);
}

slice happening_of(const title_source *s) {
    const tree *t = s->clauses->tree;
    if (s->told.noun != NO_TOKEN)
        return tree_word(t, s->told.noun);
    const clause *c = s->told.clause;
    bool verb_names = (tree_classes(t, c->predicate) & WORD_KINDS) != 0;
    bool noun_names = c->subject != NO_TOKEN && (tree_classes(t, c->subject) & WORD_KINDS);
    return tree_word(t, !verb_names && noun_names ? c->subject : c->predicate);
}
