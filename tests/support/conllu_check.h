/* SPDX-License-Identifier: MIT */
/*
 * Whether bytes are valid CoNLL-U, by the rules of the format
 * (https://universaldependencies.org/format.html) and not by what the library does: ten columns,
 * numbers in order, one root and no ring, a text that the words make up, ids that come once.
 */
#ifndef TESTS_SUPPORT_CONLLU_CHECK_H
#define TESTS_SUPPORT_CONLLU_CHECK_H

#include "base/arena.h"

/* Prints a line for each fault on standard output; how many there were. */
size_t conllu_check(arena *a, slice bytes);

#endif
