/* SPDX-License-Identifier: MIT */
/*
 * Diagnostics are collected beside the work that meets them and handed to the user's report
 * function later, in the order of the input, whichever thread met them.
 */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

#include "base/vector.h"

typedef struct diagnostics {
    arena *owner;
    VECTOR(dateline_diagnostic) list;
} diagnostics;

static inline diagnostics diagnostics_in(arena *a) {
    return (diagnostics){.owner = a};
}

/* Adds one; the message is printf's, and all strings are copied. */
void diagnose(diagnostics *d, dateline_status status, dateline_severity severity, slice document,
              size_t offset, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Hands each to the report function, if there is one, and forgets them; how many were SKIPPED. */
size_t diagnostics_report(diagnostics *d, dateline_report *report, void *user);

#endif
