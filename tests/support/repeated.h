/* SPDX-License-Identifier: MIT */
/* Texts as long as a limit. */
#ifndef TESTS_SUPPORT_REPEATED_H
#define TESTS_SUPPORT_REPEATED_H

#include "base/arena.h"

/* `before`, `piece` so many times, `after`. */
slice repeated(arena *a, const char *before, const char *piece, size_t times, const char *after);

#endif
