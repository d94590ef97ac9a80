/* SPDX-License-Identifier: MIT */
#include "event/title.h"

#include "base/buffer.h"
#include "base/utf8.h"

/* A noun phrase of fewer words says too little to stand alone. */
#define FEWEST_NOUN_PHRASE_WORDS 3

typedef struct writer {
    const title_source *source;
    buffer out;
    size_t last;      /* the token that was written last; NO_TOKEN: none */
    size_t last_good; /* length of the title up to the last phrase that fits */
    bool full;
} writer;

static writer new_writer(const title_source *source, arena *a) {
    return (writer){.source = source, .out = buffer_in(a), .last = NO_TOKEN};
}

static const token *token_at(const title_source *s, size_t at) {
    return &s->sentence->tokens[at];
}

static slice word_at(const title_source *s, size_t at) {
    return token_text(s->text, token_at(s, at));
}

static bool is_mark(const title_source *s, size_t at, char mark) {
    return s->text.data[token_at(s, at)->start] == mark;
}

static bool is_possessive(const title_source *s, size_t at) {
    slice word = word_at(s, at);
    return slice_equal(word, SLICE("'s")) || slice_equal(word, SLICE("’s"));
}

/* The first token behind the date and what makes it a possessive. */
static size_t behind_date(const title_source *s) {
    size_t at = s->timex.end;
    return at < s->sentence->token_count && is_possessive(s, at) ? at + 1 : at;
}

/* The noun phrase that the date modifies, with what is attached to it by place or matter. */
static token_range noun_phrase(const title_source *s) {
    size_t first = behind_date(s), end = first;
    for (; end < s->clause->tokens.end; end++) {
        const token *t = token_at(s, end);
        if (pos_is_verb(t->pos) || t->pos == POS_AUXILIARY || t->pos == POS_PUNCTUATION ||
            t->pos == POS_COORDINATOR || t->pos == POS_TO || t->pos == POS_RELATIVE ||
            (t->pos == POS_PREPOSITION && !word_is(t->classes, ATTACHES)))
            break;
    }
    return (token_range){first, end};
}

/* "the March 22 attack" */
static bool is_before_noun(const title_source *s, token_range date) {
    if (date.first == 0 || date.end >= s->sentence->token_count)
        return false;
    part_of_speech after = token_at(s, date.end)->pos;
    return token_at(s, date.first - 1)->pos == POS_DETERMINER &&
           (after == POS_NOUN || after == POS_PROPER || after == POS_ADJECTIVE ||
            after == POS_GERUND);
}

bool timex_modifies_noun(const title_source *s) {
    size_t next = behind_date(s);
    if (next >= s->sentence->token_count || range_is_empty(s->timex) ||
        range_is_empty(noun_phrase(s)))
        return false;
    return next > s->timex.end || is_before_noun(s, s->timex);
}

/* ---- Words into the title ---------------------------------------------------------------- */

/* A space goes between words where the source has one, or has words that are left out. */
static void add_word(writer *w, size_t at) {
    const title_source *s = w->source;
    bool apart = w->last == NO_TOKEN || w->last + 1 != at ||
                 token_at(s, at - 1)->end < token_at(s, at)->start;
    bool closes = w->last != NO_TOKEN && is_mark(s, at, ',');
    bool spaced = w->out.length == 0 || w->out.data[w->out.length - 1] == ' ';
    if (apart && !spaced && !closes)
        buffer_add_char(&w->out, ' ');
    buffer_add(&w->out, word_at(s, at));
    w->last = at;
}

/* Words that want another behind them: no title ends with one. */
static bool wants_more(const token *t) {
    return t->pos == POS_PREPOSITION || t->pos == POS_DETERMINER || t->pos == POS_TO ||
           t->pos == POS_COORDINATOR || t->pos == POS_SUBORDINATOR || t->pos == POS_RELATIVE ||
           t->pos == POS_AUXILIARY || t->pos == POS_ADJECTIVE || t->pos == POS_NUMBER;
}

/* A phrase ends before a word that begins the next one. */
static bool begins_phrase(const token *t) {
    return t->pos == POS_PREPOSITION || t->pos == POS_COORDINATOR || t->pos == POS_SUBORDINATOR ||
           t->pos == POS_RELATIVE || t->pos == POS_PUNCTUATION || t->pos == POS_TO ||
           t->pos == POS_GERUND;
}

/* A last word that was to lead to what is left out: "talks, during |which …". */
static bool dangles(const title_source *s, size_t last) {
    if (last == NO_TOKEN)
        return false;
    const token *t = token_at(s, last);
    bool particle =
        last > 0 && word_is(t->classes, PARTICLE) && pos_is_verb(token_at(s, last - 1)->pos);
    return (t->pos == POS_PREPOSITION && !particle) || t->pos == POS_TO ||
           t->pos == POS_DETERMINER || t->pos == POS_COORDINATOR || t->pos == POS_RELATIVE ||
           t->pos == POS_SUBORDINATOR;
}

static size_t skip_brackets(const title_source *s, size_t at, size_t end) {
    char close = is_mark(s, at, '(') ? ')' : ']';
    for (size_t i = at + 1; i < end; i++)
        if (is_mark(s, i, close))
            return i + 1;
    return end;
}

/* The tokens that stand for a date: itself, what leads it, and a comma that closes it. */
static token_range date_words(const title_source *s, token_range date) {
    size_t first = s->clause->tokens.first;
    if (date.first > first && word_is(token_at(s, date.first - 1)->classes, DETERMINER))
        date.first--;
    if (date.first > first && token_at(s, date.first - 1)->pos == POS_PREPOSITION)
        date.first--;
    if (date.first > first && is_mark(s, date.first - 1, ','))
        date.first--;
    bool behind_participle = date.first > s->clause->tokens.first + 1 &&
                             token_at(s, date.first - 1)->pos == POS_PARTICIPLE &&
                             pos_is_nominal(token_at(s, date.first - 2)->pos);
    if (behind_participle) /* "in an interview published Thursday" */
        date.first--;
    if (date.end < s->sentence->token_count && is_mark(s, date.end, ','))
        date.end++;
    return date;
}

/* "the floods of 1957 killed …": a date that belongs to the subject stays in the title. */
static bool names_subject(const title_source *s, token_range date) {
    token_range subject = s->clause->subject;
    return range_holds(subject, date.first) && date.first > subject.first &&
           !timex_modifies_noun(s);
}

/* Behind the date that a token is part of, or the token itself. */
static size_t skip_date(const title_source *s, size_t at) {
    for (size_t i = 0; i < s->dates->count; i++) {
        token_range date = s->dates->items[i];
        bool own = date.first == s->timex.first;
        if (names_subject(s, date) || (!own && is_before_noun(s, date)))
            continue;
        if (!(own && timex_modifies_noun(s)))
            date = date_words(s, date);
        if (range_holds(date, at))
            return own ? behind_date(s) : date.end;
    }
    return range_holds(s->timex, at) && !names_subject(s, s->timex) ? behind_date(s) : at;
}

static void add_range(writer *w, token_range range) {
    const title_source *s = w->source;
    for (size_t at = range.first; at < range.end && !w->full;) {
        size_t behind = skip_date(s, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        if (is_mark(s, at, '(') || is_mark(s, at, '[')) {
            at = skip_brackets(s, at, range.end);
            continue;
        }
        slice word = word_at(s, at);
        bool fits = utf8_count(buffer_slice(&w->out), 0, w->out.length) <= LONGEST_TITLE;
        if (begins_phrase(token_at(s, at)) && fits && w->last != NO_TOKEN &&
            !wants_more(token_at(s, w->last)))
            w->last_good = w->out.length;
        if (!slice_is_quote(word))
            add_word(w, at);
        w->full = utf8_count(buffer_slice(&w->out), 0, w->out.length) > LONGEST_TITLE;
        at++;
    }
    if (!w->full && !(w->last_good && dangles(s, w->last)))
        w->last_good = w->out.length;
}

/* ---- Which words ------------------------------------------------------------------------- */

static bool is_lone_pronoun(const title_source *s, token_range subject) {
    return subject.end == subject.first + 1 && token_at(s, subject.first)->pos == POS_PRONOUN;
}

/* "the March 22 attack was …": the article goes with the date. */
static token_range without_article(const title_source *s, token_range subject) {
    if (range_holds(subject, s->timex.first) && timex_modifies_noun(s) &&
        s->timex.first == subject.first + 1)
        subject.first++;
    return subject;
}

static void add_subject(writer *w) {
    const title_source *s = w->source;
    token_range subject = s->clause->subject;
    if (range_is_empty(subject))
        return;
    if (s->subject_name.length && is_lone_pronoun(s, subject))
        buffer_add(&w->out, s->subject_name);
    else
        add_range(w, without_article(s, subject));
    if (w->out.length && !w->full)
        buffer_add_char(&w->out, ' ');
}

/* The clause's words behind its subject; all of them where it has none. */
static token_range predicate_of(const title_source *s) {
    const clause *c = s->clause;
    bool own_subject = !range_is_empty(c->subject) && range_holds(c->tokens, c->subject.first);
    size_t first = c->tokens.first;
    bool apposition = own_subject && c->subject.end < c->tokens.end &&
                      (is_mark(s, c->subject.end, ',') || is_mark(s, c->subject.end, '('));
    if (own_subject && !apposition && c->verb != NO_TOKEN && c->subject.end <= c->verb)
        first = c->subject.end;
    else if (!range_is_empty(c->subject) && c->verb != NO_TOKEN)
        first = c->verb;
    while (first < c->tokens.end &&
           (token_at(s, first)->pos == POS_PUNCTUATION ||
            (word_is(token_at(s, first)->classes, OPENER) && first < c->verb)))
        first++;
    return (token_range){first, c->tokens.end};
}

/*
 * What belongs to the clause from those behind it: what was said, and what came of it ("killing 15
 * people"), as far as there is room.
 */
static void add_what_follows(writer *w) {
    const title_source *s = w->source;
    const clause *end = s->clauses->items + s->clauses->count;
    for (const clause *c = s->clause + 1; c < end && !w->full; c++) {
        bool content = c->kind == CLAUSE_CONTENT && (c - 1)->says;
        if (!content && c->kind != CLAUSE_GERUND)
            return;
        buffer_add(&w->out, content ? SLICE(" ") : SLICE(", "));
        add_range(w, c->tokens);
    }
}

/* "Thursday was the 10th anniversary of …": the date itself is said to be something. */
static token_range what_date_is(const title_source *s, token_range predicate) {
    const clause *c = s->clause;
    bool about_date = !range_is_empty(c->subject) && c->verb != NO_TOKEN &&
                      c->subject.first >= s->timex.first && c->subject.end <= s->timex.end &&
                      word_is(token_at(s, c->main_verb)->classes, BE);
    if (about_date)
        predicate.first = c->main_verb + 1;
    while (about_date && predicate.first < predicate.end &&
           token_at(s, predicate.first)->pos == POS_DETERMINER)
        predicate.first++;
    return predicate;
}

/* First letter upper case (ASCII's), no marks at the end. */
static slice finished(writer *w, arena *a) {
    slice title = slice_trim((slice){buffer_slice(&w->out).data, w->last_good});
    while (title.length && strchr(",;:-.", title.data[title.length - 1]))
        title = slice_trim((slice){title.data, title.length - 1});
    title = arena_copy(a, title);
    char *first = (char *)title.data;
    *first = ascii_upper(*first);
    for (char *p = first; *p; p++)
        if (ascii_is_space(*p))
            *p = ' ';
    return title;
}

static slice clause_title(const title_source *s, arena *a) {
    writer w = new_writer(s, a);
    add_subject(&w);
    add_range(&w, what_date_is(s, predicate_of(s)));
    add_what_follows(&w);
    if (!w.last_good)
        w.last_good = utf8_fit(buffer_slice(&w.out), LONGEST_TITLE);
    return finished(&w, a);
}

slice title_of_words(const title_source *s, token_range words, arena *a) {
    writer w = new_writer(s, a);
    while (words.first < words.end && token_at(s, words.first)->pos == POS_DETERMINER)
        words.first++;
    add_range(&w, words);
    return finished(&w, a);
}

/* "The 9/11 attacks": the noun says too little without its date, and the clause is not dated by it.
 */
static slice dated_noun_title(const title_source *s, token_range noun, arena *a) {
    size_t start = token_at(s, s->timex.first)->start, end = token_at(s, noun.end - 1)->end;
    slice title = arena_copy(a, slice_range(s->text, start, end));
    ((char *)title.data)[0] = ascii_upper(title.data[0]);
    return title;
}

slice title_of(const title_source *s, arena *a) {
    if (!timex_modifies_noun(s) || range_holds(s->clause->subject, s->timex.first))
        return clause_title(s, a);
    token_range noun = noun_phrase(s);
    return noun.end - noun.first >= FEWEST_NOUN_PHRASE_WORDS ? title_of_words(s, noun, a)
                                                             : dated_noun_title(s, noun, a);
}

slice noun_phrase_of(const title_source *s) {
    token_range noun = noun_phrase(s);
    return slice_range(s->text, token_at(s, noun.first)->start, token_at(s, noun.end - 1)->end);
}

static size_t noun_head(const title_source *s) {
    token_range noun = noun_phrase(s);
    size_t head = noun.first;
    for (size_t i = noun.first; i < noun.end && token_at(s, i)->pos != POS_PREPOSITION; i++)
        if (pos_is_nominal(token_at(s, i)->pos))
            head = i;
    return head;
}

slice noun_head_of(const title_source *s) {
    return word_at(s, noun_head(s));
}

bool noun_tells_event(const title_source *s) {
    bool subject = range_holds(s->clause->subject, s->timex.first);
    return subject || (token_at(s, noun_head(s))->classes & WORD_KINDS) != 0;
}
