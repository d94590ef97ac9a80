/* SPDX-License-Identifier: MIT */
/*
 * A strict judge of the calendar files that dateline writes: RFC 5545 and 7986, narrowed to what
 * docs/calendar.md promises (all-day events, no METHOD, nothing that some clients refuse). It
 * shares no code with the writer but slices, UTF-8 and the calendar.
 */
#ifndef TESTS_SUPPORT_ICS_CHECK_H
#define TESTS_SUPPORT_ICS_CHECK_H

#include "base/arena.h"

/* Called for each fault with the line (from 1) at which it was seen, in the order of the lines. */
typedef void ics_fault(void *user, size_t line, const char *what);

/* How many faults the file has; each is reported. Must run under the arena's guard. */
size_t ics_check(arena *a, slice file, ics_fault *report, void *user);

#endif
