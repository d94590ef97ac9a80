/* SPDX-License-Identifier: MIT */
/* What several tests of the time step share. */
#ifndef TESTS_TIME_FIXTURE_H
#define TESTS_TIME_FIXTURE_H

#include "base/arena.h"
#include "base/slice.h"

/* A text read on a day ("" for none), and what is found in it, as `timexes_in` writes it. */
typedef struct time_case {
    const char *published;
    const char *text;
    const char *found;
} time_case;

/*
 * What is found in a text: each timex as "words|type|value|first..last|how", with what else is said
 * of it behind, parted by "; ". Then each diagnostic as "! " and what its status says. Checks that
 * the same is found where all sentences are analysed before: what the words tell by themselves must
 * never change an answer.
 */
slice timexes_in(const char *published, slice text, arena *a);

/* Checks each case of a table. */
void check_time_cases(const time_case *cases, size_t count, arena *a);

#endif
