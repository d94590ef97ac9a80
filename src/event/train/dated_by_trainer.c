/* SPDX-License-Identifier: MIT */
#include "event/dated_by_features.h"
#include "event/train/event_corpus.h"
#include "event/train/event_training.h"
#include "event/train/regression.h"
#include "event/verb_group.h"

#include <stdio.h>

#define ROW_BITS   14
#define THRESHOLDS 16

/* An event that no expression dates may lack the link only because nobody drew it. */
#define WEIGHT_UNLINKED 0.2f

typedef struct question {
    size_t first, count; /* its choices, among the examples */
    bool answered;       /* an expression dates the event, as people say */
    unsigned group;
} question;

typedef struct lesson_maker {
    example_set set;
    VECTOR(question) questions;
    VECTOR(event) events;  /* of the sentence */
    VECTOR(size_t) golden; /* beside it, the index of each in the document */
} lesson_maker;

static bool overlap(const timex *t, const gold_timex *g) {
    return t->start < g->end && g->start < t->end;
}

static unsigned outcome_of(const gold_document *d, const gold_event *e, const timex *t) {
    for (size_t i = 0; i < e->within.count; i++)
        if (overlap(t, &d->timexes.items[e->within.items[i]]))
            return DATED_BY_YES;
    for (size_t i = 0; i < e->linked.count; i++)
        if (overlap(t, &d->timexes.items[e->linked.items[i]]))
            return DATED_BY_LINKED;
    return DATED_BY_NO;
}

static void collect_events(lesson_maker *m, const gold_document *d, const sentence *s) {
    m->events.count = m->golden.count = 0;
    for (size_t i = 0; i < s->token_count; i++)
        for (size_t k = 0; k < d->events.count; k++) {
            const gold_event *e = &d->events.items[k];
            if (e->start >= s->tokens[i].end || s->tokens[i].start >= e->end)
                continue;
            *vector_push(&m->events, m->set.owner) =
                (event){i, e->start, e->end, e->class, verb_group_form(d->article.text, s, i), 0};
            *vector_push(&m->golden, m->set.owner) = k;
            break;
        }
}

/* Adds an event and one choice to what is learnt from. */
static void add_choice(lesson_maker *m, const gold_document *d, const date_choice *c, size_t which,
                       size_t choice, unsigned group) {
    const gold_event *e = &d->events.items[m->golden.items[which]];
    int passage = c->passage->number;
    const timex *t = choice < c->count ? &c->timexes[choice] : &d->found.items[passage - 1];
    bool linked = e->within.count || e->linked.count;
    uint64_t features[DATED_BY_MOST_FEATURES];
    size_t count = dated_by_features(c, which, choice, features);
    examples_add(&m->set, features, count, outcome_of(d, e, t), linked ? 1 : WEIGHT_UNLINKED,
                 group);
}

static void ask(lesson_maker *m, const gold_document *d, const date_choice *c, size_t which,
                unsigned group) {
    choice_range near = choices_near(c, which);
    question q = {m->set.examples.count, 0,
                  d->events.items[m->golden.items[which]].within.count > 0, group};
    for (size_t k = near.first; k < near.end; k++)
        add_choice(m, d, c, which, k, group);
    if (c->passage->number != TIMEX_NONE)
        add_choice(m, d, c, which, c->count, group);
    q.count = m->set.examples.count - q.first;
    *vector_push(&m->questions, m->set.owner) = q;
}

static void add_document(lesson_maker *m, const gold_document *d, unsigned group) {
    seen_word_list room = {0};
    timex_tokens_list places = {0};
    passage_date passage = {.number = TIMEX_NONE, .published = d->article.published.day};
    size_t next = 0;
    for (size_t k = 0; k < d->sentences.count; k++) {
        const sentence *s = &d->sentences.items[k];
        size_t count = gold_sentence_timexes(d, s, &next);
        const timex *timexes = d->found.items + next;
        seen_sentence v = sentence_see(d->article.text, s, timexes, count, m->set.owner, &room);
        collect_events(m, d, s);
        date_choice c = date_choice_of(&v, timexes, count, m->events.items, m->events.count,
                                       &passage, m->set.owner, &places);
        for (size_t i = 0; i < m->events.count; i++)
            ask(m, d, &c, i, group);
        passage_pass(&passage, timexes, count, (int)next + 1);
    }
}

/* ---- Cross-validation ----------------------------------------------------------------------- */

typedef struct tally {
    size_t asked;             /* events that an expression dates, as people say */
    size_t open;              /* those that none does */
    size_t said[THRESHOLDS];  /* dates that the model gives to the first, by how likely they are */
    size_t right[THRESHOLDS]; /* that are right */
    size_t open_said[THRESHOLDS]; /* and dates that it gives to the others */
} tally;

static float threshold_of(size_t step) {
    return (float)step * 0.02f;
}

static void answer(tally *t, const lesson_maker *m, const regression *r, const question *q) {
    const example *choices = m->set.examples.items + q->first;
    float best = 0;
    size_t chosen = 0;
    for (size_t k = 0; k < q->count; k++) {
        float probabilities[LINEAR_OUTCOMES];
        regression_probabilities(r, &m->set, &choices[k], probabilities);
        if (probabilities[DATED_BY_YES] > best) {
            best = probabilities[DATED_BY_YES];
            chosen = k;
        }
    }
    t->asked += q->answered;
    t->open += !q->answered;
    for (size_t i = 0; i < THRESHOLDS && best > threshold_of(i); i++) {
        t->said[i] += q->answered;
        t->open_said[i] += !q->answered;
        t->right[i] += q->answered && choices[chosen].outcome == DATED_BY_YES;
    }
}

static double percent(size_t part, size_t whole) {
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

static void measure(const lesson_maker *m, regression_settings settings) {
    tally t = {0};
    for (unsigned group = 0; group < REGRESSION_GROUPS; group++) {
        settings.left_out = group;
        regression r = regression_train(&m->set, &settings);
        for (size_t i = 0; i < m->questions.count; i++)
            if (m->questions.items[i].group == group)
                answer(&t, m, &r, &m->questions.items[i]);
        regression_free(&r);
    }
    for (size_t i = 0; i < THRESHOLDS; i++)
        printf("%.2f: accuracy %.1f, precision %.1f; undated events given one %.1f\n",
               (double)threshold_of(i), percent(t.right[i], t.asked),
               percent(t.right[i], t.said[i]), percent(t.open_said[i], t.open));
}

dateline_status train_dated_by(void *given) {
    event_training *t = given;
    gold_list documents = {0};
    for (size_t i = 0; i < t->input_count; i++)
        gold_read(t->inputs[i], t->owner, &documents);
    lesson_maker m = {.set = {.owner = t->owner}};
    for (size_t i = 0; i < documents.count; i++)
        if (!documents.items[i].held_back || t->task == LEARN_ALL)
            add_document(&m, &documents.items[i], (unsigned)(i % REGRESSION_GROUPS));
    regression_settings settings = {12, 0.03f, 1e-3f, REGRESSION_GROUPS};
    if (t->task == MEASURE) {
        measure(&m, settings);
        return DATELINE_OK;
    }
    size_t size;
    char *bytes = regression_model(&m.set, &settings, ROW_BITS, t->owner, &size);
    model_seal(bytes, size, DATED_BY_KIND "", DATED_BY_VERSION);
    return training_write(t, bytes, size);
}
