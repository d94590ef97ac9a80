/* SPDX-License-Identifier: MIT */
#include "event/chronology.h"

/* So many dates on lines of their own are a chronology, and date what stands below them. */
#define CHRONOLOGY    3
#define LONGEST_LABEL 40 /* bytes */

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

bool chronology_take(extractor *x, const sentence *s, const timex *dates, size_t count) {
    if (!is_label(x, s, dates, count))
        return false;
    x->label = dates[0];
    x->label_from = s->start;
    x->labels++;
    return true;
}

void chronology_forget(extractor *x) {
    x->label.when = (when){.minute = NO_MINUTE};
}

bool chronology_main_is_undated(const extractor *x) {
    const read_sentence *s = &x->sentences[x->here];
    const clause *c = s->parsed ? clause_main(&s->clauses) : NULL;
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

void chronology_tell(extractor *x) {
    read_sentence *s = &x->sentences[x->here];
    slice between = slice_range(x->source->text, x->label.end, s->of->start);
    bool same_line = slice_find(between, SLICE("\n"), 0) == SIZE_MAX;
    mention_list *out = x->out;
    timex label = x->label;
    label.how = same_line ? HOW_EXPLICIT : HOW_INHERITED;
    dating by = {.date = &label};
    if (!s->parsed) {
        x->dates.count = 0;
        x->events = events_ask(&x->event_finder, s->of, NULL, 0);
    }
    if (s->of->token_count > LONGEST_TOLD)
        return;
    const clause *c = clause_main(&extractor_parse(x, s, &x->dates)->clauses);
    if (!c || c->subject == NO_TOKEN)
        return;
    x->stands_at = NULL;
    x->out = same_line ? out : &x->labelled;
    size_t told = x->out->count;
    extractor_tell(x, (dated){c, NO_TOKEN}, &by, false);
    if (same_line)
        quote_label(x, told);
    x->out = out;
}

void chronology_take_heading(extractor *x, const block *b) {
    sentence_list sentences = {0};
    timex_list timexes = {0};
    chronology_forget(x);
    if (b->end - b->start > LONGEST_LABEL)
        return;
    sentences_split(x->source->text, b->start, b->end, x->owner, &sentences);
    timexes_find(&x->finder, sentences.items, sentences.count, &timexes);
    if (sentences.count == 1)
        chronology_take(x, &sentences.items[0], timexes.items, timexes.count);
}

void chronology_end(extractor *x) {
    for (size_t i = 0; i < x->labelled.count && x->labels >= CHRONOLOGY; i++) {
        mention *m = vector_push(x->out, x->keeper);
        *m = x->labelled.items[i];
        m->order = x->out->count - 1;
    }
}
