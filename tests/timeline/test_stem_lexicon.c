/* SPDX-License-Identifier: MIT */
/* Which stems texts have, and that whoever numbers them does so in an order of its own. */
#include "support/check.h"
#include "timeline/likeness.h"

static stem_set stems(stemmer *s, const char *text) {
    return stems_of(s, slice_of(text), false);
}

/* The numbers of a text that has but one stem. */
static size_t number(stemmer *s, const char *text) {
    stem_set set = stems(s, text);
    CHECK_INT(set.count, 1);
    return set.count ? set.items[0] : SIZE_MAX;
}

static void words_without_content_have_none(arena *a) {
    stemmer *s = stemmer_new(stem_lexicon_new(a), a);
    CHECK_INT(stems(s, "It was there, and so it has been on Monday.").count, 0);
    CHECK_INT(stems(s, "").count, 0);
    CHECK_INT(stems(s, "bridges").count, 1);
    CHECK_INT(stems(s, "bridge of the bridges").count, 1);
}

static void numbers_are_of_the_order_of_asking(arena *a) {
    stem_lexicon *lexicon = stem_lexicon_new(a);
    stemmer *one = stemmer_new(lexicon, a), *other = stemmer_new(lexicon, a);
    stem_lexicon_read(lexicon, SLICE("mill"));
    stem_lexicon_read(lexicon, SLICE("bridge"));
    size_t bridge = number(one, "bridge"), mill = number(one, "mills");
    CHECK(bridge < mill);
    CHECK_INT(number(other, "mill"), bridge);
    CHECK_INT(number(other, "bridges"), mill);
    CHECK_INT(number(one, "bridges"), bridge);
}

static void kinds_come_first(arena *a) {
    stem_lexicon *lexicon = stem_lexicon_new(a);
    stem_lexicon_read(lexicon, SLICE("harbour"));
    stem_set killing = stems(stemmer_new(lexicon, a), "killing");
    CHECK(killing.count >= 2);
    for (size_t i = 0; i < killing.count; i++)
        CHECK(i + 1 < killing.count ? killing.items[i] < KIND_COUNT
                                    : killing.items[i] == KIND_COUNT);
}

/* More texts than are remembered, one of them again. */
static void what_is_forgotten_is_read_again(arena *a) {
    stem_lexicon *lexicon = stem_lexicon_new(a);
    stemmer *s = stemmer_new(lexicon, a);
    size_t bridge = number(s, "bridge"), round = stem_lexicon_read(lexicon, SLICE("bridge")).round;
    for (int i = 0; i < 70000; i++)
        stem_lexicon_read(lexicon, arena_format(a, "mill %d", i));
    CHECK_INT(stem_lexicon_read(lexicon, SLICE("weir")).round, round + 1);
    CHECK_INT(number(s, "bridge"), bridge);
    CHECK_INT(number(s, "mill"), bridge + 1);
    CHECK_INT(stems(s, "mill 7").count, 2);
}

int main(void) {
    RUN_IN_ARENA(words_without_content_have_none);
    RUN_IN_ARENA(numbers_are_of_the_order_of_asking);
    RUN_IN_ARENA(kinds_come_first);
    RUN_IN_ARENA(what_is_forgotten_is_read_again);
    return tests_end();
}
