/* SPDX-License-Identifier: MIT */
#include "base/vector.h"
#include "support/check.h"

static void grows(arena *a) {
    VECTOR(size_t) numbers = {0};
    for (size_t i = 0; i < 10000; i++)
        *vector_push(&numbers, a) = i * 3;
    CHECK_INT(numbers.count, 10000);
    size_t wrong = 0;
    for (size_t i = 0; i < numbers.count; i++)
        wrong += numbers.items[i] != i * 3;
    CHECK_INT(wrong, 0);
}

static void clears_a_slot_that_was_used_before(arena *a) {
    VECTOR(int) numbers = {0};
    *vector_push(&numbers, a) = 7;
    numbers.count = 0;
    CHECK_INT(*vector_push(&numbers, a), 0);
}

static void two_in_one_arena(arena *a) {
    VECTOR(char) letters = {0};
    VECTOR(double) numbers = {0};
    for (int i = 0; i < 100; i++) {
        *vector_push(&letters, a) = (char)i;
        *vector_push(&numbers, a) = i / 2.0;
    }
    CHECK_INT(letters.items[99], 99);
    CHECK(numbers.items[99] == 49.5);
}

typedef struct overflow {
    arena *owner;
    size_t count;
} overflow;

static dateline_status push_onto_a_full_one(void *context) {
    overflow *o = context;
    size_t capacity = o->count;
    vector_grow(o->owner, NULL, o->count, &capacity, 16);
    return DATELINE_OK;
}

static void impossible_sizes_are_out_of_memory(void) {
    overflow o = {arena_new(), 0};
    o.count = SIZE_MAX / 2 + 1;
    CHECK_INT(arena_guard(o.owner, push_onto_a_full_one, &o), DATELINE_NO_MEMORY);
    o.count = SIZE_MAX / 16;
    CHECK_INT(arena_guard(o.owner, push_onto_a_full_one, &o), DATELINE_NO_MEMORY);
    arena_free(o.owner);
}

int main(void) {
    RUN_IN_ARENA(grows);
    RUN_IN_ARENA(clears_a_slot_that_was_used_before);
    RUN_IN_ARENA(two_in_one_arena);
    RUN(impossible_sizes_are_out_of_memory);
    return tests_end();
}
