/* SPDX-License-Identifier: MIT */
#include "event/dated_by_features.h"

#include "event/linear_model.h"

#define MOST_CHOICES 4 /* expressions before an event that may date it, and as many behind */
#define MOST_BETWEEN 6 /* tokens whose tags are looked at one by one */

enum {
    BIAS = 100,
    PLACE,
    PLACE_VERBS,
    PLACE_EVENTS,
    PLACE_MARKS,
    PLACE_WORD,
    PLACE_CLASS,
    PLACE_TYPE,
    PLACE_CLAUSES,
    BETWEEN_TAGS,
    BETWEEN_FORMS,
    PREPOSITION,
    PREPOSITION_SIDE,
    PREPOSITION_TYPE,
    BEHIND,
    TYPE,
    TYPE_WORD,
    TYPE_CLASS,
    TYPE_TENSE,
    SIDE_TENSE,
    LEMMA,
    LEMMA_TYPE,
    RANK,
    RANK_EVENT,
    SOLE,
    TIMEX_PLACE,
    AHEAD_TENSE,
    PASSAGE,
    PASSAGE_CLASS,
    PASSAGE_WORD,
    PASSAGE_TENSE,
    PASSAGE_SOLE,
    PASSAGE_LEMMA
};

static unsigned steps(size_t distance) {
    static const size_t limits[] = {1, 2, 3, 4, 6, 9, 13, 20};
    unsigned step = 0;
    while (step < sizeof limits / sizeof *limits && distance > limits[step])
        step++;
    return step;
}

static unsigned at_most(size_t number, unsigned most) {
    return number < most ? (unsigned)number : most;
}

/* Whether the days lie before, on or after the day of writing. */
static unsigned ahead(when w, day_number published) {
    if (!when_is_dated(w) || published == NO_DAY)
        return 0;
    return w.days.last < published ? 1 : w.days.first > published ? 2 : 3;
}

static size_t distance_to(size_t at, timex_tokens place) {
    return at < place.first ? place.first - at : at + 1 - place.end;
}

/* What lies between the event and the expression. */
typedef struct between {
    size_t first, end; /* tokens */
    size_t verbs, marks, joins, events;
    unsigned side; /* 1: the event stands first */
} between;

/* The events that stand before the token. */
static size_t events_before(const date_choice *c, size_t at) {
    size_t low = 0, high = c->event_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->events[middle].token < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static between look_between(const date_choice *c, size_t at, timex_tokens place) {
    between b = {.side = at < place.first};
    b.first = b.side ? at + 1 : place.end;
    b.end = b.side ? place.first : at;
    if (b.first >= b.end)
        return b;
    const seen_word *first = seen_at(c->view, b.first), *end = seen_at(c->view, b.end);
    b.verbs = end->verbs - first->verbs;
    b.marks = end->marks - first->marks;
    b.joins = end->joins - first->joins;
    b.events = events_before(c, b.end) - events_before(c, b.first);
    return b;
}

static void add_words_between(feature_writer *f, const date_choice *c, const between *b) {
    if (b->end > b->first + MOST_BETWEEN)
        return;
    uint64_t tags = b->side, forms = tags;
    for (size_t i = b->first; i < b->end; i++) {
        tags = feature_of(0, tags, c->view->words[i].tag);
        forms = feature_of(0, forms, c->view->words[i].form);
    }
    feature_add(f, BETWEEN_TAGS, tags, 0);
    if (b->end <= b->first + 3)
        feature_add(f, BETWEEN_FORMS, forms, 0);
}

/* How many other expressions are nearer to the event. */
static size_t nearer_timexes(const date_choice *c, size_t which_event, size_t distance) {
    choice_range near = choices_near(c, which_event);
    size_t nearer = 0;
    for (size_t k = near.first; k < near.end; k++)
        nearer += distance_to(c->events[which_event].token, c->places[k]) < distance;
    return nearer;
}

static void add_of_sentence(feature_writer *f, const date_choice *c, size_t which_event,
                            size_t which_timex) {
    const seen_sentence *v = c->view;
    const event *e = &c->events[which_event];
    const timex *t = &c->timexes[which_timex];
    timex_tokens at = c->places[which_timex];
    size_t distance = distance_to(e->token, at);
    between b = look_between(c, e->token, at);
    uint64_t place = b.side | (uint64_t)steps(distance) << 1;
    uint64_t verbs = at_most(b.verbs, 4), events = at_most(b.events, 4);
    uint64_t type = t->type | (uint64_t)t->when.granularity << 4;
    uint64_t lemma = v->words[e->token].lemma;
    const seen_word *before = seen_at(v, at.first - 1);
    uint64_t rank = at_most(nearer_timexes(c, which_event, distance), 3);
    feature_add(f, BIAS, 0, 0);
    feature_add(f, PLACE, place, 0);
    feature_add(f, PLACE_VERBS, place, verbs);
    feature_add(f, PLACE_EVENTS, b.side, events);
    feature_add(f, PLACE_MARKS, b.side | verbs << 1, at_most(b.marks, 3));
    feature_add(f, PLACE_CLAUSES, b.side | verbs << 1,
                at_most(b.joins, 3) | at_most(b.marks, 2) << 4);
    feature_add(f, PLACE_WORD, place, e->form.word);
    feature_add(f, PLACE_CLASS, place, e->class);
    feature_add(f, PLACE_TYPE, place, type);
    feature_add(f, PREPOSITION, before->form, 0);
    feature_add(f, PREPOSITION_SIDE, before->form, b.side | events << 1);
    feature_add(f, PREPOSITION_TYPE, before->form, type);
    feature_add(f, BEHIND, seen_at(v, at.end)->form, b.side | at_most(b.events, 1) << 1);
    feature_add(f, TYPE, type, 0);
    feature_add(f, TYPE_WORD, type, e->form.word);
    feature_add(f, TYPE_CLASS, type, e->class);
    feature_add(f, TYPE_TENSE, type, e->form.tense);
    feature_add(f, SIDE_TENSE, b.side | events << 1, e->form.tense | (uint64_t)e->form.aspect << 4);
    feature_add(f, LEMMA, lemma, b.side);
    feature_add(f, LEMMA_TYPE, lemma, type);
    feature_add(f, RANK, rank, b.side | events << 1);
    feature_add(f, RANK_EVENT, events, at_most(c->count, 3) | rank << 4);
    feature_add(f, SOLE, c->count == 1, events | at_most(c->event_count, 5) << 4);
    feature_add(f, TIMEX_PLACE, at_most(at.first, 4) | (uint64_t)at_most(v->count - at.end, 3) << 4,
                b.side | events << 1);
    feature_add(f, AHEAD_TENSE, ahead(t->when, c->passage->published),
                e->form.tense | (uint64_t)e->form.aspect << 4);
    add_words_between(f, c, &b);
}

static void add_of_passage(feature_writer *f, const date_choice *c, const event *e) {
    const passage_date *p = c->passage;
    uint64_t distance = at_most(p->sentences, 6);
    uint64_t type = p->type | (uint64_t)p->when.granularity << 4 | 1 << 12;
    feature_add(f, PASSAGE, distance, at_most(c->count, 2));
    feature_add(f, PASSAGE_CLASS, e->class, at_most(c->count, 1) | distance << 2);
    feature_add(f, PASSAGE_WORD, e->form.word, at_most(c->count, 1) | distance << 2);
    feature_add(f, PASSAGE_TENSE, e->form.tense | (uint64_t)e->form.aspect << 4,
                at_most(c->count, 1));
    feature_add(f, PASSAGE_SOLE, type, at_most(c->count, 1));
    feature_add(f, PASSAGE_LEMMA, c->view->words[e->token].lemma, at_most(c->count, 1));
    feature_add(f, AHEAD_TENSE, ahead(p->when, p->published) | 4,
                e->form.tense | (uint64_t)e->form.aspect << 4);
}

date_choice date_choice_of(const seen_sentence *v, const timex *timexes, size_t count,
                           const event *events, size_t event_count, const passage_date *passage,
                           arena *a, timex_tokens_list *room) {
    room->count = 0;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < v->count && v->sentence->tokens[at].end <= timexes[i].start)
            at++;
        size_t first = at;
        while (at < v->count && v->sentence->tokens[at].start < timexes[i].end)
            at++;
        *vector_push(room, a) = (timex_tokens){first, at};
    }
    return (date_choice){v, timexes, room->items, count, events, event_count, passage};
}

choice_range choices_near(const date_choice *c, size_t which_event) {
    size_t low = 0, high = c->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->places[middle].first <= c->events[which_event].token)
            low = middle + 1;
        else
            high = middle;
    }
    return (choice_range){low > MOST_CHOICES ? low - MOST_CHOICES : 0,
                          low + MOST_CHOICES < c->count ? low + MOST_CHOICES : c->count};
}

size_t dated_by_features(const date_choice *c, size_t which_event, size_t which_timex,
                         uint64_t features[DATED_BY_MOST_FEATURES]) {
    feature_writer f = {features, 0};
    if (which_timex < c->count)
        add_of_sentence(&f, c, which_event, which_timex);
    else
        add_of_passage(&f, c, &c->events[which_event]);
    return f.count;
}

void passage_pass(passage_date *p, const timex *timexes, size_t count, int number) {
    p->sentences++;
    if (!count)
        return;
    const timex *last = &timexes[count - 1];
    p->number = number + (int)count - 1;
    p->type = last->type;
    p->when = last->when;
    p->sentences = 0;
}
