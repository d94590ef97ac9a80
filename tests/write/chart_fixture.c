/* SPDX-License-Identifier: MIT */
#include "write/chart_fixture.h"

#include <stdio.h>
#include <stdlib.h>

timeline *story_new(arena *a, const char *title) {
    timeline *t = ARENA_NEW(a, timeline);
    t->owner = a;
    t->title = slice_of(title);
    return t;
}

void story_article(timeline *t, const char *publisher, const char *url) {
    timeline_article *added = vector_push(&t->articles, t->owner);
    added->id = arena_format(t->owner, "article-%zu", t->articles.count);
    added->title = SLICE("An article");
    added->publisher = slice_of(publisher);
    added->url = slice_of(url);
}

entry *story_entry(timeline *t, day_number first, day_number last, granularity g,
                   event_status status, const char *title, size_t article_index, size_t sources) {
    entry *e = vector_push(&t->entries, t->owner);
    e->id = arena_format(t->owner, "entry-%zu", t->entries.count);
    e->uid = arena_format(t->owner, "00000000-0000-4000-8000-%012zu", t->entries.count);
    e->when = (when){{first, last}, NO_MINUTE, g, false, false};
    e->status = status;
    e->title = slice_of(title);
    e->summary = e->title;
    for (size_t i = 0; i < sources; i++) {
        entry_mention *m = vector_push(&e->mentions, t->owner);
        m->article = (article_index + i) % t->articles.count;
        m->quote = e->title;
    }
    return e;
}

void story_figure(timeline *t, entry *e, const char *of, const double *numbers, size_t count) {
    entry_figure *f = vector_push(&e->figures, t->owner);
    f->of = slice_of(of);
    for (size_t i = 0; i < count; i++) {
        figure_value *v = vector_push(&f->values, t->owner);
        v->number = numbers[i];
        v->bound = i == 2 ? BOUND_AT_LEAST : BOUND_EXACT;
        *vector_push(&v->articles, t->owner) = i;
    }
}

void story_articles(timeline *t) {
    story_article(t, "Harbour Gazette", "https://gazette.example/a?x=1&y=2");
    story_article(t, "The Northern Post", "https://post.example/2031/storm");
    story_article(t, "Radio Elbmark", "https://radio.example/flood");
    story_article(t, "Coastal Wire", "");
    story_article(t, "Die Küstenzeitung", "http://kueste.example/%C3%BC");
}

timeline *story_of_all_kinds(arena *a) {
    timeline *t = story_new(a, "The breach of the Sandholm dyke");
    story_articles(t);
    story_entry(t, day_of(2029, 1, 1), day_of(2029, 12, 31), GRANULARITY_YEAR, EVENT_ALLEGED,
                "Engineers warned the board that the northern section would not stand another "
                "winter",
                1, 1)
        ->attribution = SLICE("two former employees of the water board");
    story_entry(t, day_of(2030, 3, 1), day_of(2030, 3, 31), GRANULARITY_MONTH, EVENT_CANCELLED,
                "Repair of the northern section was to begin", 0, 2);
    story_entry(t, day_of(2030, 10, 14), day_of(2030, 10, 14), GRANULARITY_DAY, EVENT_HAPPENED,
                "Storm Edda tears tiles off the old lock house", 0, 1);
    entry *e = story_entry(t, day_of(2031, 1, 8), day_of(2031, 1, 8), GRANULARITY_TIME,
                           EVENT_HAPPENED, "The storm surge reaches the mouth of the river", 0, 1);
    e->when.minute = 21 * 60 + 40;
    e = story_entry(t, day_of(2031, 1, 9), day_of(2031, 1, 9), GRANULARITY_TIME, EVENT_HAPPENED,
                    "The dyke breaks on a length of 80 metres", 0, 5);
    e->when.minute = 2 * 60 + 15;
    e = story_entry(t, day_of(2031, 1, 9), day_of(2031, 1, 9), GRANULARITY_DAY, EVENT_HAPPENED,
                    "Some 4,300 people are brought to safety from the villages of Sandholm, "
                    "Niederwerder and Altenfähr",
                    1, 3);
    story_figure(t, e, "missing", (const double[]){31, 27, 25}, 3);
    story_figure(t, e, "evacuated", (const double[]){4300}, 1);
    e = story_entry(t, day_of(2031, 1, 9), day_of(2031, 1, 9), GRANULARITY_DAY, EVENT_DENIED,
                    "The night watch had been called off", 2, 1);
    e->attribution = SLICE("the water board");
    story_entry(t, day_of(2031, 1, 9), day_of(2031, 1, 16), GRANULARITY_SPAN, EVENT_HAPPENED,
                "Volunteers fill sandbags day and night", 2, 2);
    story_entry(t, day_of(2031, 1, 10), day_of(2031, 1, 10), GRANULARITY_DAY, EVENT_HAPPENED,
                "The railway across the polder is closed", 3, 1);
    e = story_entry(t, day_of(2031, 1, 11), day_of(2031, 1, 11), GRANULARITY_DAY, EVENT_HAPPENED,
                    "Divers find the last of the missing; the death toll differs between sources",
                    0, 4);
    story_figure(t, e, "killed", (const double[]){14, 12, 11}, 3);
    story_entry(t, day_of(2031, 1, 13), day_of(2031, 1, 13), GRANULARITY_DAY, EVENT_HAPPENED,
                "The prime minister visits Sandholm", 1, 2);
    story_entry(t, day_of(2031, 1, 17), day_of(2031, 1, 17), GRANULARITY_DAY, EVENT_HAPPENED,
                "The breach is closed with a sunken barge", 1, 2);
    e = story_entry(t, day_of(2031, 1, 20), day_of(2031, 1, 26), GRANULARITY_WEEK, EVENT_ALLEGED,
                    "Looters were seen in the empty streets", 4, 1);
    e->attribution = SLICE("residents");
    story_entry(t, day_of(2031, 2, 3), day_of(2031, 2, 3), GRANULARITY_DAY, EVENT_HAPPENED,
                "The board’s director resigns", 1, 2);
    e = story_entry(t, day_of(2031, 9, 1), day_of(2031, 9, 10), GRANULARITY_MONTH, EVENT_HAPPENED,
                    "The inquiry publishes its first report", 0, 3);
    e->when.approximate = true;
    story_entry(t, day_of(2031, 9, 15), day_of(2031, 9, 15), GRANULARITY_DAY, EVENT_ONGOING,
                "The trial of the former director", 0, 2);
    story_entry(t, day_of(2032, 5, 3), day_of(2032, 5, 3), GRANULARITY_DAY, EVENT_PLANNED,
                "Work on the new lock is to begin", 2, 1);
    story_entry(t, day_of(2033, 1, 1), day_of(2034, 12, 31), GRANULARITY_SPAN, EVENT_PLANNED,
                "The higher dyke is to be finished", 0, 1);
    return t;
}

/* The same numbers on every machine (SplitMix64). */
static uint64_t story_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

size_t story_below(uint64_t *state, size_t limit) {
    return (size_t)(story_random(state) % limit);
}

static slice story_words(arena *a, uint64_t *state) {
    static const char *const words[] = {"the",   "council", "dyke",   "minister",  "of",
                                        "flood", "reports", "closes", "Sandholm",  "new",
                                        "water", "in",      "pumps",  "evacuation"};
    char text[256] = "";
    size_t length = 0, count = 4 + story_below(state, 14);
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s", i ? " " : "",
                                   words[story_below(state, sizeof words / sizeof *words)]);
    return arena_copy(a, (slice){text, length});
}

static day_span story_span(uint64_t *state, day_number day, granularity *g) {
    size_t kind = story_below(state, 30);
    *g = kind == 0   ? GRANULARITY_YEAR
         : kind == 1 ? GRANULARITY_MONTH
         : kind == 2 ? GRANULARITY_WEEK
         : kind == 3 ? GRANULARITY_SPAN
                     : GRANULARITY_DAY;
    if (*g == GRANULARITY_SPAN)
        return (day_span){day, day + (day_number)story_below(state, 9)};
    return *g == GRANULARITY_DAY ? (day_span){day, day} : unit_span(*g, day);
}

/* Some entries have a place and an actor, some are dated from another, some matter more. */
static void story_names(timeline *t, entry *e, uint64_t *state) {
    static const char *const names[] = {"Sandholm",    "Niederwerder", "The water board",
                                        "Elbmark",     "The ministry", "Altenfähr",
                                        "The council", "Küste"};
    size_t place = story_below(state, 12), actor = story_below(state, 12);
    size_t anchor = story_below(state, 20);
    if (place < 8)
        *vector_push(&e->places, t->owner) = slice_of(names[place]);
    if (actor < 8)
        *vector_push(&e->actors, t->owner) = slice_of(names[actor]);
    if (anchor == 0)
        e->mentions.items[0].anchor = t->entries.items[t->entries.count / 2].id;
    e->salience = (double)story_below(state, 1000) / 1000;
}

static int story_order(const void *a, const void *b) {
    return when_compare(((const entry *)a)->when, ((const entry *)b)->when);
}

timeline *story_of_chance(arena *a, size_t count, uint64_t seed) {
    timeline *t = story_new(a, "A story of chance");
    story_articles(t);
    day_number day = day_of(2031, 1, 8);
    for (size_t i = 0; i < count; i++) {
        size_t kind = story_below(&seed, 40);
        day += kind == 0  ? 30 + (day_number)story_below(&seed, 500)
               : kind < 5 ? 2 + (day_number)story_below(&seed, 14)
                          : kind < 20;
        granularity g;
        day_span days = story_span(&seed, day, &g);
        size_t status = story_below(&seed, 18);
        entry *e = story_entry(t, days.first, days.last, g,
                               status < 6 ? (event_status)status : EVENT_HAPPENED, "",
                               story_below(&seed, 5), 1 + story_below(&seed, 4));
        e->title = story_words(a, &seed);
        if (story_below(&seed, 6) == 0)
            e->attribution = SLICE("the ministry of the interior");
        if (story_below(&seed, 10) == 0)
            story_figure(t, e, "injured", (const double[]){14, 12, 11}, 3);
        story_names(t, e, &seed);
    }
    if (count)
        qsort(t->entries.items, count, sizeof *t->entries.items, story_order);
    return t;
}
