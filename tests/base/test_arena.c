/* SPDX-License-Identifier: MIT */
#include "support/check.h"

static void keeps_bytes_apart(arena *a) {
    enum { COUNT = 2000 };
    unsigned char *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        pieces[i] = arena_alloc(a, i + 1);
        CHECK_INT((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        memset(pieces[i], (int)(i % 251), i + 1);
    }
    size_t spoiled = 0;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j <= i; j++)
            spoiled += pieces[i][j] != i % 251;
    CHECK_INT(spoiled, 0);
}

/* Texts lie one behind the other, without room between them. */
static void packs_texts(arena *a) {
    const char *before = arena_copy(a, SLICE("abc")).data;
    CHECK(arena_copy(a, SLICE("de")).data == before + 4);
    CHECK(arena_format(a, "%d", 7).data == before + 7);
    CHECK_INT((uintptr_t)arena_alloc(a, 1) % _Alignof(max_align_t), 0);
    CHECK_SLICE(slice_of(before), "abc");
}

static void clears(arena *a) {
    memset(arena_alloc(a, 5000), 'x', 5000);
    arena_reset(a);
    const char *bytes = arena_calloc(a, 50, 100);
    size_t set = 0;
    for (size_t i = 0; i < 5000; i++)
        set += bytes[i] != 0;
    CHECK_INT(set, 0);
}

static void gives_nothing_for_nothing(arena *a) {
    CHECK(arena_alloc(a, 0) != NULL);
    CHECK(arena_calloc(a, 0, SIZE_MAX) != NULL);
    CHECK_SLICE(arena_copy(a, (slice){0}), "");
}

static void copies_and_formats(arena *a) {
    slice copy = arena_copy(a, (slice){"one\0two", 7});
    CHECK_INT(copy.length, 7);
    CHECK(memcmp(copy.data, "one\0two", 8) == 0);
    CHECK_SLICE(arena_format(a, "%s-%03d", "x", 7), "x-007");
    CHECK_SLICE(arena_format(a, "%s", ""), "");
    CHECK_INT(arena_format(a, "%40000d", 1).length, 40000);
}

/* Vectors that grow side by side, in memory and in a file, small and large, keep what they hold. */
static void resizes(arena *a) {
    enum { VECTORS = 6, PIECE = 4096 };
    const size_t most = (size_t)64 << 20; /* all together more than is held in memory */
    arena_spill(a, most, "/tmp");
    unsigned char *vectors[VECTORS] = {NULL};
    size_t sizes[VECTORS] = {0}, spoiled = 0;
    for (size_t larger = PIECE; larger <= most; larger *= 2)
        for (size_t i = 0; i < VECTORS; i++) {
            vectors[i] = arena_resize(a, vectors[i], sizes[i], larger);
            for (size_t at = sizes[i]; at < larger; at += PIECE)
                vectors[i][at] = (unsigned char)(at / PIECE + i);
            sizes[i] = larger;
            char *between = arena_alloc(a, 100);
            memset(between, 'x', 100);
        }
    arena_rest(a);
    for (size_t i = 0; i < VECTORS; i++)
        for (size_t at = 0; at < sizes[i]; at += PIECE)
            spoiled += vectors[i][at] != (unsigned char)(at / PIECE + i);
    CHECK_INT(spoiled, 0);
    arena_reset(a);
    CHECK(arena_alloc(a, 1) != NULL);
}

/* ---- Deferred releases ---- */

typedef struct trace {
    char seen[8];
    size_t count;
} trace;

typedef struct resource {
    trace *trace;
    char name;
} resource;

/* Scratch of every size is used again, and what was there before stays as it was. */
static void rewinds(arena *a) {
    const size_t sizes[] = {0, 10, 1000, 100000, (size_t)3 << 20, 10};
    for (size_t before = 0; before < 30000; before += 9973) {
        char *kept = arena_alloc(a, before);
        memset(kept, 'k', before);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            arena_mark mark = arena_now(a);
            void *first = arena_alloc(a, sizes[i]);
            memset(first, 's', sizes[i]);
            memset(arena_alloc(a, sizes[i]), 's', sizes[i]);
            arena_rewind(a, mark);
            mark = arena_now(a);
            void *again = arena_alloc(a, sizes[i]);
            arena_rewind(a, mark);
            CHECK(arena_alloc(a, sizes[i]) == again);
        }
        size_t spoiled = 0;
        for (size_t i = 0; i < before; i++)
            spoiled += kept[i] != 'k';
        CHECK_INT(spoiled, 0);
    }
}

/* What has a block of its own grows in a block that an earlier scratch left, and is given back. */
static void rewinds_what_outgrew_its_block(arena *a) {
    const size_t sizes[] = {1000, (size_t)4 << 20, (size_t)8 << 20, (size_t)16 << 20};
    slice kept = arena_copy(a, SLICE("kept"));
    for (size_t i = 0; i + 1 < sizeof sizes / sizeof *sizes; i++) {
        arena_mark mark = arena_now(a);
        char *grown = arena_alloc(a, sizes[i]);
        grown = arena_resize(a, grown, sizes[i], sizes[i + 1]);
        memset(grown, 's', sizes[i + 1]);
        arena_rewind(a, mark);
    }
    CHECK_SLICE(kept, "kept");
}

static void note_release(void *released) {
    resource *r = released;
    r->trace->seen[r->trace->count++] = r->name;
}

static void releases_last_first(void) {
    trace t = {0};
    resource first = {&t, '1'}, second = {&t, '2'}, third = {&t, '3'};
    arena *a = arena_new();
    arena_defer(a, note_release, &first);
    arena_defer(a, note_release, &second);
    CHECK_SLICE(slice_of(t.seen), "");
    arena_reset(a);
    CHECK_SLICE(slice_of(t.seen), "21");
    arena_defer(a, note_release, &third);
    arena_free(a);
    CHECK_SLICE(slice_of(t.seen), "213");
}

/* ---- Guards ---- */

typedef struct attempt {
    arena *owner;
    dateline_status fails_with;
    size_t count;
    size_t size;
    bool went_on;
} attempt;

static dateline_status fail(void *context) {
    attempt *t = context;
    arena_alloc(t->owner, 100);
    arena_fail(t->owner, t->fails_with);
}

/* ---- Parts ---- */

/* They are freed with the whole, before what was deferred there earlier. */
static void parts_are_freed(void) {
    trace t = {0};
    resource whole = {&t, 'w'}, part = {&t, 'p'}, inner = {&t, 'i'};
    arena *a = arena_new();
    arena_defer(a, note_release, &whole);
    arena *b = arena_part(a, SIZE_MAX);
    arena_defer(b, note_release, &part);
    arena_defer(arena_part(b, SIZE_MAX), note_release, &inner);
    arena_reset(b);
    CHECK_SLICE(slice_of(t.seen), "ip");
    arena_defer(b, note_release, &part);
    arena_free(a);
    CHECK_SLICE(slice_of(t.seen), "ippw");
}

/* A part without a guard of its own has that of the whole. */
static void parts_are_guarded(arena *a) {
    attempt of_part = {.owner = arena_part(arena_part(a, SIZE_MAX), SIZE_MAX),
                       .fails_with = DATELINE_STOPPED};
    CHECK_INT(arena_guard(a, fail, &of_part), DATELINE_STOPPED);
    CHECK_INT(arena_guard(of_part.owner, fail, &of_part), DATELINE_STOPPED);
}

/* Parts lie in the file of the whole, each beyond what it may have in memory; what is in it rests,
 * and is there still. */
static void parts_are_spilled(arena *a) {
    enum { PARTS = 3, PIECES = 200, PIECE = 1 << 20 };
    arena *parts[PARTS];
    unsigned char *pieces[PARTS][PIECES];
    size_t spoiled = 0;
    arena_spill(a, 0, "/tmp");
    for (size_t i = 0; i < PARTS; i++)
        parts[i] = arena_part(a, i << 24);
    for (size_t k = 0; k < PIECES; k++)
        for (size_t i = 0; i < PARTS; i++) {
            pieces[i][k] = arena_alloc(parts[i], PIECE);
            memset(pieces[i][k], (int)(k + i), PIECE);
        }
    arena_rest(a);
    for (size_t k = 0; k < PIECES; k++)
        for (size_t i = 0; i < PARTS; i++)
            for (size_t at = 0; at < PIECE; at += 4096)
                spoiled += pieces[i][k][at] != k + i;
    CHECK_INT(spoiled, 0);
    arena_reset(parts[0]);
    CHECK_INT(pieces[1][7][PIECE - 1], 8);
}

static dateline_status ask_for_too_much(void *context) {
    attempt *t = context;
    arena_calloc(t->owner, t->count, t->size);
    t->went_on = true;
    return DATELINE_OK;
}

static dateline_status fail_inside(void *context) {
    attempt *t = context;
    CHECK_INT(arena_guard(t->owner, fail, t), t->fails_with);
    t->went_on = true;
    arena_fail(t->owner, DATELINE_STOPPED);
}

static dateline_status answer(void *context) {
    (void)context;
    return DATELINE_EMPTY;
}

static void guard_returns_what_the_work_does(void) {
    arena *a = arena_new();
    CHECK_INT(arena_guard(a, answer, NULL), DATELINE_EMPTY);
    arena_free(a);
}

static void guard_returns_the_failure(void) {
    attempt t = {.owner = arena_new(), .fails_with = DATELINE_BAD_JSON};
    CHECK_INT(arena_guard(t.owner, fail, &t), DATELINE_BAD_JSON);
    CHECK_INT(arena_guard(t.owner, fail, &t), DATELINE_BAD_JSON);
    arena_free(t.owner);
}

static void failure_goes_to_the_innermost_guard(void) {
    attempt t = {.owner = arena_new(), .fails_with = DATELINE_BAD_UTF8};
    CHECK_INT(arena_guard(t.owner, fail_inside, &t), DATELINE_STOPPED);
    CHECK(t.went_on);
    arena_free(t.owner);
}

static void impossible_sizes_are_out_of_memory(void) {
    static const size_t sizes[][2] = {
        {1, SIZE_MAX},
        {1, SIZE_MAX - 1},
        {1, SIZE_MAX - 64},
        {1, SIZE_MAX / 2},
        {SIZE_MAX / 2 + 2, 2},
        {SIZE_MAX, SIZE_MAX},
        {(size_t)1 << 33, (size_t)1 << 31},
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        attempt t = {.owner = arena_new(), .count = sizes[i][0], .size = sizes[i][1]};
        CHECK_INT(arena_guard(t.owner, ask_for_too_much, &t), DATELINE_NO_MEMORY);
        CHECK(!t.went_on);
        CHECK_SLICE(arena_copy(t.owner, SLICE("still of use")), "still of use");
        arena_free(t.owner);
    }
}

static void freeing_nothing_is_fine(void) {
    arena_free(NULL);
    arena *a = arena_new();
    arena_reset(a);
    arena_reset(a);
    arena_free(a);
}

static void many_uses(void) {
    arena *a = arena_new();
    for (size_t use = 0; use < 100; use++) {
        for (size_t i = 0; i < 40; i++)
            memset(arena_alloc(a, use * 997), (int)use, use * 997);
        memset(arena_alloc(a, (size_t)3 << 20), 1, (size_t)3 << 20);
        arena_reset(a);
    }
    arena_free(a);
}

int main(void) {
    RUN_IN_ARENA(keeps_bytes_apart);
    RUN_IN_ARENA(packs_texts);
    RUN_IN_ARENA(clears);
    RUN_IN_ARENA(gives_nothing_for_nothing);
    RUN_IN_ARENA(copies_and_formats);
    RUN_IN_ARENA(rewinds);
    RUN_IN_ARENA(rewinds_what_outgrew_its_block);
    RUN_IN_ARENA(resizes);
    RUN(releases_last_first);
    RUN(guard_returns_what_the_work_does);
    RUN(guard_returns_the_failure);
    RUN(failure_goes_to_the_innermost_guard);
    RUN(impossible_sizes_are_out_of_memory);
    RUN(freeing_nothing_is_fine);
    RUN(many_uses);
    RUN(parts_are_freed);
    RUN_IN_ARENA(parts_are_guarded);
    RUN_IN_ARENA(parts_are_spilled);
    return tests_end();
}
