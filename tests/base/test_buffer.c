/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "support/check.h"

static void adds(arena *a) {
    buffer b = buffer_in(a);
    CHECK_SLICE(buffer_slice(&b), "");
    buffer_add(&b, (slice){0});
    CHECK_SLICE(buffer_slice(&b), "");
    buffer_add(&b, SLICE("x = "));
    buffer_print(&b, "%d%s", 7, "");
    buffer_add_char(&b, ';');
    buffer_add_repeated(&b, '-', 3);
    buffer_add_repeated(&b, '!', 0);
    buffer_add_number(&b, 0);
    buffer_add_number(&b, 1234567890);
    buffer_add(&b, (slice){"\0z", 2});
    CHECK_INT(b.length, 22);
    CHECK(memcmp(b.data, "x = 7;---01234567890\0z", 23) == 0);
}

static void grows_by_each_way(arena *a) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < 1000; i++) {
        buffer_add_char(&b, 'a');
        buffer_print(&b, "%03zu", i);
        buffer_add_repeated(&b, 'z', i % 5);
        buffer_add(&b, SLICE("|"));
    }
    CHECK_INT(b.length, 1000 * 5 + 2000);
    CHECK_SLICE(slice_range(buffer_slice(&b), 0, 14), "a000|a001z|a00");
    CHECK_INT(b.data[b.length], '\0');
}

static void takes_what_is_filled_in(arena *a) {
    buffer b = buffer_in(a);
    buffer_add_char(&b, '<');
    memcpy(buffer_reserve(&b, 1000), "room", 4);
    buffer_added(&b, 4);
    buffer_added(&b, 0);
    CHECK(b.capacity > 1001);
    CHECK_SLICE(buffer_slice(&b), "<room");
    CHECK_INT(b.data[b.length], '\0');
}

static void adds_its_own_bytes(arena *a) {
    buffer b = buffer_in(a);
    buffer_add(&b, SLICE("ab"));
    for (size_t i = 0; i < 10; i++)
        buffer_add(&b, buffer_slice(&b));
    CHECK_INT(b.length, 2048);
    CHECK_SLICE(slice_range(buffer_slice(&b), 2040, 2048), "abababab");
}

static dateline_status add_too_much(void *owner) {
    buffer b = buffer_in(owner);
    buffer_add_char(&b, 'x');
    buffer_add_repeated(&b, 'x', SIZE_MAX - 1);
    return DATELINE_OK;
}

static void impossible_sizes_are_out_of_memory(void) {
    arena *a = arena_new();
    CHECK_INT(arena_guard(a, add_too_much, a), DATELINE_NO_MEMORY);
    arena_free(a);
}

int main(void) {
    RUN_IN_ARENA(adds);
    RUN_IN_ARENA(grows_by_each_way);
    RUN_IN_ARENA(takes_what_is_filled_in);
    RUN_IN_ARENA(adds_its_own_bytes);
    RUN(impossible_sizes_are_out_of_memory);
    return tests_end();
}
