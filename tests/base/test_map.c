/* SPDX-License-Identifier: MIT */
#include "base/map.h"
#include "support/check.h"

static void counts_words(arena *a) {
    static const char *const words[] = {"a", "b", "a", "", "a", "b", ""};
    map *m = map_new(a);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ++*map_at(m, slice_of(words[i]), 0);
    CHECK_INT(map_count(m), 3);
    CHECK_INT(*map_find(m, SLICE("a")), 3);
    CHECK_INT(*map_find(m, SLICE("b")), 2);
    CHECK_INT(*map_find(m, SLICE("")), 2);
    CHECK(!map_find(m, SLICE("c")));
}

static void finds_nothing_in_an_empty_one(arena *a) {
    const map *m = map_new(a);
    CHECK(!map_find(m, SLICE("")));
    CHECK(!map_find(m, (slice){0}));
    CHECK_INT(map_count(m), 0);
}

static void takes_a_key_without_bytes(arena *a) {
    map *m = map_new(a);
    CHECK_INT(*map_at(m, (slice){0}, 5), 5);
    CHECK_INT(*map_at(m, SLICE(""), 6), 5);
    CHECK_INT(map_count(m), 1);
}

static void keeps_the_first_number(arena *a) {
    map *m = map_new(a);
    CHECK_INT(*map_at(m, SLICE("key"), 1), 1);
    CHECK_INT(*map_at(m, SLICE("key"), 2), 1);
}

static void tells_keys_with_nul_apart(arena *a) {
    map *m = map_new(a);
    *map_at(m, (slice){"a\0b", 3}, 0) = 1;
    *map_at(m, (slice){"a\0c", 3}, 0) = 2;
    *map_at(m, (slice){"a", 1}, 0) = 3;
    CHECK_INT(map_count(m), 3);
    CHECK_INT(*map_find(m, (slice){"a\0b", 3}), 1);
}

static void grows(arena *a) {
    enum { COUNT = 20000 };
    map *m = map_new(a);
    for (size_t i = 0; i < COUNT; i++)
        map_at(m, arena_format(a, "%zu", i), i);
    CHECK_INT(map_count(m), COUNT);
    size_t wrong = 0;
    for (size_t i = 0; i < COUNT; i++) {
        const size_t *found = map_find(m, arena_format(a, "%zu", i));
        wrong += !found || *found != i;
    }
    CHECK_INT(wrong, 0);
    CHECK(!map_find(m, SLICE("20000")));
}

static void forgets(arena *a) {
    map *m = map_new(a);
    for (size_t round = 1; round < 4; round++) {
        for (size_t i = 0; i < 100 * round; i++)
            CHECK_INT(*map_at(m, arena_format(a, "%zu", i), round), round);
        map_clear(m);
        CHECK_INT(map_count(m), 0);
        CHECK(!map_find(m, SLICE("0")));
    }
}

/* Room that was made changes nothing but where keys lie, whether it is enough or not. */
static void makes_room(arena *a) {
    enum { COUNT = 1000 };
    for (size_t room = 0; room <= 2 * COUNT; room += COUNT / 2) {
        map *m = map_new(a);
        map_at(m, SLICE("first"), 7);
        map_reserve(m, room);
        for (size_t i = 0; i < COUNT; i++)
            map_at(m, arena_format(a, "%zu", i), i);
        CHECK_INT(map_count(m), COUNT + 1);
        CHECK_INT(*map_find(m, SLICE("first")), 7);
        CHECK_INT(*map_find(m, SLICE("999")), 999);
    }
}

/* The table may grow between the two steps, and the key come. */
static void finds_what_was_expected(arena *a) {
    map *m = map_new(a);
    uint32_t expected = map_expect(m, SLICE("key"));
    CHECK_INT(map_count(m), 0);
    for (size_t i = 0; i < 1000; i++)
        map_at(m, arena_format(a, "%zu", i), i);
    CHECK_INT((*map_at_expected(m, SLICE("key"), expected, 3))++, 3);
    CHECK_INT(*map_at_expected(m, SLICE("key"), map_expect(m, SLICE("key")), 5), 4);
    CHECK_INT(*map_at(m, SLICE("key"), 5), 4);
    CHECK_INT(map_count(m), 1001);
}

int main(void) {
    RUN_IN_ARENA(counts_words);
    RUN_IN_ARENA(finds_nothing_in_an_empty_one);
    RUN_IN_ARENA(takes_a_key_without_bytes);
    RUN_IN_ARENA(keeps_the_first_number);
    RUN_IN_ARENA(tells_keys_with_nul_apart);
    RUN_IN_ARENA(grows);
    RUN_IN_ARENA(forgets);
    RUN_IN_ARENA(makes_room);
    RUN_IN_ARENA(finds_what_was_expected);
    return tests_end();
}
