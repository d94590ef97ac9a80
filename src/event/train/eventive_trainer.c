/* SPDX-License-Identifier: MIT */
#include "event/eventive_features.h"
#include "event/train/event_corpus.h"
#include "event/train/event_training.h"
#include "event/train/regression.h"

#include <stdio.h>

#define NO_EVENT   EVENT_CLASS_COUNT
#define ROW_BITS   18
#define THRESHOLDS 20

typedef struct lesson_maker {
    example_set set;
    size_t gold_events;
    size_t lost; /* events on words that are no candidates */
} lesson_maker;

/* The class of the event that the word is, or its last part; NO_EVENT where it is none. */
static unsigned outcome_of(const gold_document *d, const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    for (size_t i = 0; i < d->events.count; i++) {
        const gold_event *e = &d->events.items[i];
        bool goes_on = at + 1 < s->token_count && t[1].start < e->end;
        if (e->start < t->end && t->start < e->end && !goes_on)
            return e->class;
    }
    return NO_EVENT;
}

static void add_sentence(lesson_maker *m, const gold_document *d, const sentence *s, size_t *next,
                         seen_word_list *room, unsigned group) {
    size_t timexes = gold_sentence_timexes(d, s, next);
    seen_sentence v =
        sentence_see(d->article.text, s, d->found.items + *next, timexes, m->set.owner, room);
    for (size_t i = 0; i < s->token_count; i++) {
        unsigned outcome = outcome_of(d, s, i);
        bool candidate = eventive_is_candidate(&v, i);
        m->gold_events += outcome != NO_EVENT;
        m->lost += outcome != NO_EVENT && !candidate;
        if (!candidate)
            continue;
        uint64_t features[EVENTIVE_MOST_FEATURES];
        size_t count = eventive_word_features(&v, i, features);
        count += eventive_context_features(&v, i, features + count);
        examples_add(&m->set, features, count, outcome, 1, group);
    }
}

static void add_documents(lesson_maker *m, const gold_list *documents, bool held_back_too) {
    seen_word_list room = {0};
    for (size_t i = 0; i < documents->count; i++) {
        const gold_document *d = &documents->items[i];
        size_t next = 0;
        if (!d->held_back || held_back_too)
            for (size_t k = 0; k < d->sentences.count; k++)
                add_sentence(m, d, &d->sentences.items[k], &next, &room,
                             (unsigned)(i % REGRESSION_GROUPS));
    }
}

/* ---- Cross-validation ----------------------------------------------------------------------- */

typedef struct tally {
    size_t
        found[THRESHOLDS]; /* words that are events to the model, by how likely they have to be */
    size_t right[THRESHOLDS];
    size_t classed[THRESHOLDS]; /* of these, with the right class */
} tally;

static float threshold_of(size_t step) {
    return (float)step / THRESHOLDS;
}

static void count_word(tally *t, const float probabilities[LINEAR_OUTCOMES], unsigned outcome) {
    unsigned best = 0;
    for (unsigned k = 1; k < NO_EVENT; k++)
        best = probabilities[k] > probabilities[best] ? k : best;
    for (size_t i = 0; i < THRESHOLDS && 1 - probabilities[NO_EVENT] > threshold_of(i); i++) {
        t->found[i]++;
        t->right[i] += outcome != NO_EVENT;
        t->classed[i] += outcome == best;
    }
}

static double percent(size_t part, size_t whole) {
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

static void print_tally(const tally *t, size_t gold) {
    for (size_t i = 0; i < THRESHOLDS; i++)
        printf("%.2f: spans F1 %.2f, precision %.2f, recall %.2f; class F1 %.2f\n",
               (double)threshold_of(i), 2 * percent(t->right[i], t->found[i] + gold),
               percent(t->right[i], t->found[i]), percent(t->right[i], gold),
               2 * percent(t->classed[i], t->found[i] + gold));
}

static void measure(const lesson_maker *m, regression_settings settings) {
    tally t = {0};
    for (unsigned group = 0; group < REGRESSION_GROUPS; group++) {
        settings.left_out = group;
        regression r = regression_train(&m->set, &settings);
        for (size_t i = 0; i < m->set.examples.count; i++) {
            const example *x = &m->set.examples.items[i];
            float probabilities[LINEAR_OUTCOMES];
            if (x->group != group)
                continue;
            regression_probabilities(&r, &m->set, x, probabilities);
            count_word(&t, probabilities, x->outcome);
        }
        regression_free(&r);
    }
    print_tally(&t, m->gold_events);
}

dateline_status train_eventive(void *given) {
    event_training *t = given;
    gold_list documents = {0};
    for (size_t i = 0; i < t->input_count; i++)
        gold_read(t->inputs[i], t->owner, &documents);
    lesson_maker m = {.set = {.owner = t->owner}};
    add_documents(&m, &documents, t->task == LEARN_ALL);
    printf("%zu words, %zu events, %zu of them on other words\n", m.set.examples.count,
           m.gold_events, m.lost);
    regression_settings settings = {20, 0.01f, 1e-3f, REGRESSION_GROUPS};
    if (t->task == MEASURE) {
        measure(&m, settings);
        return DATELINE_OK;
    }
    size_t size;
    char *bytes = regression_model(&m.set, &settings, ROW_BITS, t->owner, &size);
    model_seal(bytes, size, EVENTIVE_KIND, EVENTIVE_VERSION);
    return training_write(t, bytes, size);
}
