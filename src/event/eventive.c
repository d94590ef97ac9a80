/* SPDX-License-Identifier: MIT */
#include "event/eventive.h"

#include "event/eventive_features.h"
#include "event/verb_group.h"
#include "lang/tree.h"

MODEL_DECLARE(eventive);

_Static_assert(2 * EVENTIVE_MOST_FEATURES <= LINEAR_MOST_FEATURES, "sums do not overflow");

/* A word is an event where that is at least this likely: where F1 is best in cross-validation. */
#define LIKELY_EVENT 0.45f

/* Log odds of the word by itself, against an event, from which its neighbours are not looked at. */
#define HOPELESS 1.5f

#define NOT_ASKED UINT8_MAX

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

/* ---- Words that are cut ------------------------------------------------------------------- */

static bool is_hyphen(slice text, const token *t) {
    return slice_equal(token_text(text, t), SLICE("-"));
}

typedef struct byte_range {
    size_t start, end;
} byte_range;

/* "cease-fire", cut at its hyphen, is one word to TimeML. */
static byte_range whole_word(const seen_sentence *v, size_t at) {
    const token *tokens = v->sentence->tokens;
    size_t first = at, last = at;
    while (first >= 2 && is_hyphen(v->text, &tokens[first - 1]) &&
           tokens[first - 2].end == tokens[first - 1].start &&
           tokens[first - 1].end == tokens[first].start)
        first -= 2;
    while (last + 2 < v->count && is_hyphen(v->text, &tokens[last + 1]) &&
           tokens[last].end == tokens[last + 1].start &&
           tokens[last + 1].end == tokens[last + 2].start)
        last += 2;
    return (byte_range){tokens[first].start, tokens[last].end};
}

/* Tells the classes of words side by side. Of those that are one word the last is the event. */
static void tell_classes(const event_finder *f, const seen_sentence *v, token_range words,
                         uint8_t *classes) {
    size_t before = SIZE_MAX, end = 0;
    for (size_t i = words.first; i < words.end; i++) {
        classes[i] = EVENT_CLASS_COUNT;
        if (!eventive_is_candidate(v, i))
            continue;
        classes[i] = (uint8_t)class_of(f, v, i);
        if (classes[i] == EVENT_CLASS_COUNT)
            continue;
        byte_range whole = whole_word(v, i);
        if (before != SIZE_MAX && end > whole.start)
            classes[before] = EVENT_CLASS_COUNT;
        before = i;
        end = whole.end;
    }
}

/* Whether a hyphen joins a word to the next. */
static bool is_joined(const seen_sentence *v, size_t at) {
    const token *t = &v->sentence->tokens[at];
    return at + 1 < v->count && t->end == t[1].start &&
           (is_hyphen(v->text, t) || is_hyphen(v->text, t + 1));
}

/* ---- Of a sentence ------------------------------------------------------------------------ */

asked_events events_ask(event_finder *f, sentence *s, const timex *timexes, size_t count) {
    sentence_analyse(f->text, s, f->words_owner ? f->words_owner : f->owner);
    asked_events e = {.finder = f,
                      .seen = sentence_see(f->text, s, timexes, count, f->owner, &f->room),
                      .classes = arena_alloc(f->owner, s->token_count)};
    memset(e.classes, NOT_ASKED, s->token_count);
    return e;
}

/* The class of the event that the word is, EVENT_CLASS_COUNT where it is none. */
static event_class class_at(const asked_events *e, size_t at) {
    if (!e->classes)
        return EVENT_CLASS_COUNT;
    token_range words = {at, at + 1};
    while (words.first > 0 && is_joined(&e->seen, words.first - 1))
        words.first--;
    while (is_joined(&e->seen, words.end - 1))
        words.end++;
    if (e->classes[at] == NOT_ASKED)
        tell_classes(e->finder, &e->seen, words, e->classes);
    return (event_class)e->classes[at];
}

bool event_happens(const asked_events *e, size_t at) {
    event_class class = class_at(e, at);
    return class != EVENT_CLASS_COUNT && class != EVENT_CLASS_STATE;
}

bool event_happens_at_once(const asked_events *e, size_t at) {
    event_class class = class_at(e, at);
    return class == EVENT_CLASS_OCCURRENCE || class == EVENT_CLASS_ASPECTUAL;
}

void events_find(event_finder *f, sentence *s, const timex *timexes, size_t count, int number,
                 event_list *out) {
    asked_events e = events_ask(f, s, timexes, count);
    tell_classes(f, &e.seen, (token_range){0, s->token_count}, e.classes);
    size_t first = out->count;
    for (size_t i = 0; i < s->token_count; i++) {
        if (e.classes[i] == EVENT_CLASS_COUNT)
            continue;
        byte_range whole = whole_word(&e.seen, i);
        *vector_push(out, f->owner) = (event){.token = i,
                                              .start = whole.start,
                                              .end = whole.end,
                                              .class = (event_class)e.classes[i],
                                              .form = verb_group_form(f->text, s, i),
                                              .timex = TIMEX_NONE};
    }
    size_t added = out->count - first;
    events_date(&f->dater, &e.seen, timexes, count, number, added ? out->items + first : NULL,
                added);
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
