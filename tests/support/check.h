/* SPDX-License-Identifier: MIT */
/*
 * A unit test is a program of cases:
 *
 *     static void adds(void) { CHECK_INT(1 + 1, 2); }
 *     int main(void) { RUN(adds); return tests_end(); }
 *
 * It prints a line for each case that failed, and "N passed, N failed" last.
 */
#ifndef TESTS_SUPPORT_CHECK_H
#define TESTS_SUPPORT_CHECK_H

#include "base/arena.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Of the whole program, so that a fixture may check too (support/check.c). */
extern int checks_failed_here, cases_passed, cases_failed;

#define CHECK_AT(good, ...)                                                                        \
    do {                                                                                           \
        if (!(good)) {                                                                             \
            checks_failed_here++;                                                                  \
            printf("%s:%d: ", __FILE__, __LINE__);                                                 \
            printf(__VA_ARGS__);                                                                   \
            putchar('\n');                                                                         \
        }                                                                                          \
    } while (0)

#define CHECK(condition) CHECK_AT((condition), "not so: %s", #condition)
#define CHECK_INT(got, wanted)                                                                     \
    do {                                                                                           \
        intmax_t check_got = (intmax_t)(got), check_wanted = (intmax_t)(wanted);                   \
        CHECK_AT(check_got == check_wanted, "%s is %" PRIdMAX ", not %" PRIdMAX, #got, check_got,  \
                 check_wanted);                                                                    \
    } while (0)
#define CHECK_SLICE(got, wanted)                                                                   \
    do {                                                                                           \
        slice check_got = (got), check_wanted = slice_of(wanted);                                  \
        CHECK_AT(slice_equal(check_got, check_wanted), "%s is \"%.*s\", not \"%.*s\"", #got,       \
                 SLICE_ARGS(check_got), SLICE_ARGS(check_wanted));                                 \
    } while (0)

/* Runs one case and counts it; the second runs it in an arena of its own (see in_arena). */
#define RUN(test)          RUN_CASE(test(), #test)
#define RUN_IN_ARENA(test) RUN_CASE(in_arena(test), #test)
#define RUN_CASE(run, name)                                                                        \
    do {                                                                                           \
        checks_failed_here = 0;                                                                    \
        run;                                                                                       \
        if (checks_failed_here) {                                                                  \
            printf("FAILED %s: %s\n", __FILE__, name);                                             \
            cases_failed++;                                                                        \
        } else {                                                                                   \
            cases_passed++;                                                                        \
        }                                                                                          \
    } while (0)

static inline int tests_end(void) {
    printf("%d passed, %d failed\n", cases_passed, cases_failed);
    return cases_failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Runs work in a new arena under a guard, as the library runs it; the arena is freed. */
typedef struct arena_case {
    arena *owner;
    void (*work)(arena *a);
} arena_case;

static inline dateline_status arena_case_run(void *context) {
    arena_case *c = context;
    c->work(c->owner);
    return DATELINE_OK;
}

static inline void in_arena(void (*work)(arena *a)) {
    arena_case c = {arena_new(), work};
    CHECK_INT(arena_guard(c.owner, arena_case_run, &c), DATELINE_OK);
    arena_free(c.owner);
}

#endif
