/* SPDX-License-Identifier: MIT */
#include "event/eventive.h"

#include "event/eventive_features.h"
#include "event/verb_group.h"

MODEL_DECLARE(eventive);

_Static_assert(2 * EVENTIVE_MOST_FEATURES <= LINEAR_MOST_FEATURES, "sums do not overflow");

/* A word is an event where that is at least this likely: where F1 is best in cross-validation. */
#define LIKELY_EVENT 0.45f

/* Log odds of the word by itself, against an event, from which its neighbours are not looked at. */
#define HOPELESS 1.5f

event_finder event_finder_of(slice text, day_number published, arena *a) {
    return (event_finder){
        .text = text,
        .owner = a,
        .eventive = linear_model_of(MODEL_BYTES(eventive), EVENTIVE_KIND, EVENTIVE_VERSION),
        .dater = event_dater_of(published, a)};
}

/* Whether the word is hardly an event wherever it stands. */
static bool is_hopeless(const linear_model *m, const linear_scores *scores) {
    int best = scores->outcomes[0];
    for (unsigned class = 1; class < EVENT_CLASS_COUNT; class ++)
        best = scores->outcomes[class] > best ? scores->outcomes[class] : best;
    return (float)(scores->outcomes[EVENT_CLASS_COUNT] - best) * m->scale > HOPELESS;
}

/* The class of the word's event; EVENT_CLASS_COUNT where it is none. */
static event_class class_of(const event_finder *f, const seen_sentence *v, size_t at) {
    uint64_t features[EVENTIVE_MOST_FEATURES];
    linear_scores scores = {{0}};
    linear_add(&f->eventive, features, eventive_word_features(v, at, features), &scores);
    if (is_hopeless(&f->eventive, &scores))
        return EVENT_CLASS_COUNT;
    linear_add(&f->eventive, features, eventive_context_features(v, at, features), &scores);
    float probabilities[LINEAR_OUTCOMES];
    linear_probabilities(&f->eventive, &scores, probabilities);
    if (1 - probabilities[EVENT_CLASS_COUNT] < LIKELY_EVENT)
        return EVENT_CLASS_COUNT;
    unsigned best = 0;
    for (unsigned class = 1; class < EVENT_CLASS_COUNT; class ++)
        best = probabilities[class] > probabilities[best] ? class : best;
    return (event_class)best;
}

static bool is_hyphen(slice text, const token *t) {
    return slice_equal(token_text(text, t), SLICE("-"));
}

/* "cease-fire", cut at its hyphen, is one word to TimeML. */
static void take_whole_word(const seen_sentence *v, event *e) {
    const token *tokens = v->sentence->tokens;
    size_t first = e->token, last = first;
    while (first >= 2 && is_hyphen(v->text, &tokens[first - 1]) &&
           tokens[first - 2].end == tokens[first - 1].start &&
           tokens[first - 1].end == tokens[first].start)
        first -= 2;
    while (last + 2 < v->count && is_hyphen(v->text, &tokens[last + 1]) &&
           tokens[last].end == tokens[last + 1].start &&
           tokens[last + 1].end == tokens[last + 2].start)
        last += 2;
    e->start = tokens[first].start;
    e->end = tokens[last].end;
}

static void add_event(event_finder *f, const seen_sentence *v, size_t at, event_class class,
                      size_t first, event_list *out) {
    event e = {.token = at,
               .class = class,
               .form = verb_group_form(f->text, v->sentence, at),
               .timex = TIMEX_NONE};
    take_whole_word(v, &e);
    if (out->count > first && out->items[out->count - 1].end > e.start)
        out->items[out->count - 1] = e;
    else
        *vector_push(out, f->owner) = e;
}

void events_find(event_finder *f, sentence *s, const timex *timexes, size_t count, int number,
                 event_list *out) {
    sentence_analyse(f->text, s, f->words_owner ? f->words_owner : f->owner);
    seen_sentence v = sentence_see(f->text, s, timexes, count, f->owner, &f->room);
    size_t first = out->count;
    for (size_t i = 0; i < s->token_count; i++) {
        event_class class = eventive_is_candidate(&v, i) ? class_of(f, &v, i) : EVENT_CLASS_COUNT;
        if (class != EVENT_CLASS_COUNT)
            add_event(f, &v, i, class, first, out);
    }
    size_t added = out->count - first;
    events_date(&f->dater, &v, timexes, count, number, added ? out->items + first : NULL, added);
}

void events_find_all(event_finder *f, sentence *sentences, size_t count, const timex_list *timexes,
                     size_t first, event_list *out) {
    for (size_t i = 0; i < count; i++) {
        size_t end = first;
        while (end < timexes->count && timexes->items[end].start < sentences[i].end)
            end++;
        const timex *own = end > first ? timexes->items + first : NULL;
        events_find(f, &sentences[i], own, end - first, (int)first + 1, out);
        first = end;
    }
}
