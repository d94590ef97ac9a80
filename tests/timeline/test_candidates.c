/* SPDX-License-Identifier: MIT */
/* Which groups a mention may join: those of its days that share its words, the rarest first. */
#include "support/check.h"
#include "timeline/candidates.h"

typedef struct candidates_fixture {
    arena *owner;
    stemmer *stems;
    candidates *found;
} candidates_fixture;

static when days(const char *first, const char *last) {
    return (when){.days = {day_of_text(slice_of(first)), day_of_text(slice_of(last))},
                  .minute = NO_MINUTE,
                  .granularity = GRANULARITY_DAY};
}

static bag bag_of(candidates_fixture *f, const char *words) {
    stem_set stems = stems_of(f->stems, slice_of(words), true);
    return (bag){stems, stems};
}

/* The words have to be known before the index is made. */
static candidates_fixture fixture(arena *a, const char *const *texts, size_t count) {
    candidates_fixture f = {a, stemmer_new(stem_lexicon_new(a), a), NULL};
    for (size_t i = 0; i < count; i++)
        bag_of(&f, texts[i]);
    f.found = candidates_new(f.stems, a);
    return f;
}

static size_t group_of(candidates_fixture *f, when w, const char *words) {
    bag told = bag_of(f, words);
    size_t group = candidates_open(f->found, w);
    candidates_join(f->found, group, w, &told.core);
    return group;
}

/* The groups found, "0 2". */
static slice found(candidates_fixture *f, when w, const char *words) {
    bag asked = bag_of(f, words);
    const index_list *list = candidates_of(f->found, w, &asked);
    slice text = {"", 0};
    for (size_t i = 0; i < list->count; i++)
        text = arena_format(f->owner, "%.*s%s%zu", SLICE_ARGS(text), i ? " " : "", list->items[i]);
    return text;
}

static const char *const texts[] = {"bridge opened", "mill burned", "harbour bridge closed",
                                    "nothing"};
#define TEXT_COUNT (sizeof texts / sizeof *texts)

static void shared_words_of_one_day(arena *a) {
    candidates_fixture f = fixture(a, texts, TEXT_COUNT);
    when day = days("2023-02-06", "2023-02-06"), next = days("2023-02-07", "2023-02-07");
    group_of(&f, day, "bridge opened");
    group_of(&f, day, "mill burned");
    group_of(&f, day, "harbour bridge closed");
    CHECK_SLICE(found(&f, day, "harbour bridge"), "2 0");
    CHECK_SLICE(found(&f, day, "burned"), "1");
    CHECK_SLICE(found(&f, day, "nothing"), "");
    CHECK_SLICE(found(&f, next, "bridge"), "");
}

static void a_month_meets_its_days(arena *a) {
    candidates_fixture f = fixture(a, texts, TEXT_COUNT);
    group_of(&f, days("2023-02-01", "2023-02-28"), "bridge opened");
    CHECK_SLICE(found(&f, days("2023-02-06", "2023-02-06"), "bridge"), "0");
    bag day = bag_of(&f, "bridge opened");
    candidates_join(f.found, 0, days("2023-02-06", "2023-02-06"), &day.core);
    CHECK_SLICE(found(&f, days("2023-02-07", "2023-02-07"), "bridge"), "");
}

static void a_year_meets_only_itself(arena *a) {
    candidates_fixture f = fixture(a, texts, TEXT_COUNT);
    when year = days("2023-01-01", "2023-12-31");
    group_of(&f, year, "bridge opened");
    CHECK_SLICE(found(&f, year, "bridge"), "0");
    CHECK_SLICE(found(&f, days("2023-01-01", "2024-12-31"), "bridge"), "");
    CHECK_SLICE(found(&f, days("2023-02-06", "2023-02-06"), "bridge"), "");
}

/* However many groups a common word is in: a rare word finds its group among them. */
static void rare_words_first(arena *a) {
    candidates_fixture f = fixture(a, texts, TEXT_COUNT);
    when day = days("2023-02-06", "2023-02-06");
    group_of(&f, day, "harbour bridge closed");
    for (int i = 0; i < 4 * MOST_POSTINGS; i++)
        group_of(&f, day, "bridge opened");
    bag asked = bag_of(&f, "harbour bridge");
    const index_list *list = candidates_of(f.found, day, &asked);
    CHECK_INT(list->count, MOST_CANDIDATES);
    if (list->count)
        CHECK_INT(list->items[0], 0);
}

int main(void) {
    RUN_IN_ARENA(shared_words_of_one_day);
    RUN_IN_ARENA(a_month_meets_its_days);
    RUN_IN_ARENA(a_year_meets_only_itself);
    RUN_IN_ARENA(rare_words_first);
    return tests_end();
}
