/* SPDX-License-Identifier: MIT */
/* What a digest keeps: days before stretches, dates that many tell of, entries that do not repeat.
 */
#include "lang/model.h"
#include "support/check.h"
#include "timeline/date_rank.h"
#include "timeline/select.h"
#include "timeline/sentence_rank.h"

MODEL_DECLARE(dates);
MODEL_DECLARE(sentences);

static when day_when(const char *first, const char *last) {
    bool day = slice_equal(slice_of(first), slice_of(last));
    return (when){{day_of_text(slice_of(first)), day_of_text(slice_of(last))},
                  NO_MINUTE,
                  day ? GRANULARITY_DAY : GRANULARITY_MONTH,
                  false,
                  false};
}

/* A timeline of as many articles, published on 10 March 2023. */
static timeline *with_articles(arena *a, size_t count) {
    timeline *t = ARENA_NEW(a, timeline);
    t->owner = a;
    for (size_t i = 0; i < count; i++) {
        timeline_article *one = vector_push(&t->articles, a);
        one->id = arena_format(a, "a%zu", i);
        one->published = (moment){day_of_text(SLICE("2023-03-10")), NO_MINUTE, NO_ZONE};
    }
    return t;
}

/* An entry that the first `sources` articles tell. */
static void add(timeline *t, const char *first, const char *last, const char *words,
                double salience, size_t sources) {
    entry *e = vector_push(&t->entries, t->owner);
    e->id = arena_format(t->owner, "e%zu", t->entries.count);
    e->when = day_when(first, last);
    e->title = e->summary = slice_of(words);
    e->salience = salience;
    for (size_t i = 0; i < sources; i++) {
        entry_mention *m = vector_push(&e->mentions, t->owner);
        m->article = i;
        m->quote = slice_of(words);
        m->how = HOW_EXPLICIT;
    }
}

static slice kept(const timeline *t) {
    slice text = {"", 0};
    for (size_t i = 0; i < t->entries.count; i++)
        text = arena_format(t->owner, "%.*s%s%.*s", SLICE_ARGS(text), i ? " " : "",
                            SLICE_ARGS(t->entries.items[i].id));
    return text;
}

static timeline *bridge_story(arena *a) {
    timeline *t = with_articles(a, 6);
    add(t, "2023-03-01", "2023-03-01", "The bridge collapsed in the storm", 0.7, 5);
    add(t, "2023-03-01", "2023-03-01", "In the storm the bridge collapsed", 0.6, 2);
    add(t, "2023-03-01", "2023-03-01", "Divers searched the river for cars", 0.55, 1);
    add(t, "2023-03-01", "2023-03-31", "The council met about repairs", 0.9, 6);
    add(t, "2023-03-04", "2023-03-04", "A shop in the harbour was opened", 0.2, 1);
    add(t, "2023-03-06", "2023-03-06", "The minister resigned over the bridge", 0.6, 3);
    return t;
}

static void days_that_many_tell_of(arena *a) {
    timeline *t = bridge_story(a);
    timeline_select(t, &(timeline_wishes){.max_dates = 2});
    CHECK_SLICE(kept(t), "e1 e2 e3 e6");
}

static void stretches_where_days_are_few(arena *a) {
    timeline *t = bridge_story(a);
    timeline_select(t, &(timeline_wishes){.max_dates = 4});
    CHECK_INT(t->entries.count, 6);
}

static void no_repetition(arena *a) {
    timeline *t = bridge_story(a);
    timeline_select(t, &(timeline_wishes){.max_dates = 1, .per_date = 2});
    CHECK_SLICE(kept(t), "e1 e3");
}

static void a_selection_is_not_gone_on_with(arena *a) {
    timeline *t = bridge_story(a);
    *vector_push(&t->extracted, a) = SLICE("{}\n");
    timeline_select(t, &(timeline_wishes){0});
    CHECK_INT(t->extracted.count, 1);
    timeline_select(t, &(timeline_wishes){.max_dates = 9});
    CHECK_INT(t->extracted.count, 0);
}

/* Of the sentences of an entry a digest tells one that says what the story is about; the mention
 * that was first goes back among the others. */
static void a_better_sentence(arena *a) {
    timeline *t = bridge_story(a);
    entry *e = &t->entries.items[0];
    e->mentions.items[0].article = 3;
    e->mentions.items[0].quote = SLICE("It fell");
    e->mentions.items[3].article = 2;
    e->mentions.items[3].quote =
        SLICE("The bridge over the river collapsed in the storm, which the council and the "
              "minister had been warned of");
    e->summary = e->mentions.items[0].quote;
    e->mentions.items[1].article = 0;
    e->mentions.items[2].article = 1;
    timeline_select(t, &(timeline_wishes){.max_dates = 1,
                                          .per_date = 1,
                                          .about = SLICE("bridge collapsed river")});
    CHECK_SLICE(kept(t), "e1");
    e = &t->entries.items[0];
    CHECK(slice_starts_with(e->summary, SLICE("The bridge over the river")));
    CHECK(slice_equal(e->summary, e->mentions.items[0].quote));
    for (size_t i = 2; i < e->mentions.count; i++)
        CHECK(e->mentions.items[i - 1].article < e->mentions.items[i].article);
    CHECK_INT(entry_source_count(e), 5);
}

/* Of two days that are told alike, that counts of which a sentence without an entry speaks, too. */
static void what_no_entry_tells_counts(arena *a) {
    timeline *t = with_articles(a, 6);
    add(t, "2023-03-04", "2023-03-04", "The bridge was closed to all lorries", 0.5, 2);
    add(t, "2023-03-06", "2023-03-06", "The bridge was opened to all walkers", 0.5, 2);
    for (size_t i = 2; i < 6; i++)
        *vector_push(&t->untold, a) =
            (untold){i, t->entries.items[1].when.days, SLICE("The bridge might be closed")};
    timeline_select(t, &(timeline_wishes){.max_dates = 1, .about = SLICE("bridge")});
    CHECK_SLICE(kept(t), "e2");
}

static void the_models_are_whole(void) {
    CHECK(model_is_whole(MODEL_BYTES(dates)));
    CHECK(weights_of(MODEL_BYTES(dates), DATES_KIND, DATES_VERSION, DATE_FEATURE_COUNT) != NULL);
    CHECK(model_is_whole(MODEL_BYTES(sentences)));
    CHECK(weights_of(MODEL_BYTES(sentences), SENTENCES_KIND, SENTENCES_VERSION,
                     SENTENCE_FEATURE_COUNT) != NULL);
}

int main(void) {
    RUN_IN_ARENA(days_that_many_tell_of);
    RUN_IN_ARENA(stretches_where_days_are_few);
    RUN_IN_ARENA(no_repetition);
    RUN_IN_ARENA(a_selection_is_not_gone_on_with);
    RUN_IN_ARENA(a_better_sentence);
    RUN_IN_ARENA(what_no_entry_tells_counts);
    RUN(the_models_are_whole);
    return tests_end();
}
