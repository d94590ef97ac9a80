/* SPDX-License-Identifier: MIT */
/*
 * A date that is written out in full, year and all, as fields, options and the heads of articles
 * carry it: "2024-04-02 21:41", "2024-04-02T21:41:07+02:00", "24 May 2024", "May 24, 2024 at
 * 4:23 p.m. EST", "Tue, 02 Apr 2024 21:41:00 GMT", "2024/05/24". Dates in running text, which lean
 * on a reference, are the business of time/.
 */
#ifndef BASE_FULL_DATE_H
#define BASE_FULL_DATE_H

#include "base/calendar.h"
#include "base/slice.h"

typedef enum full_date_result {
    FULL_DATE_FOUND,
    FULL_DATE_NONE,      /* no date stands there */
    FULL_DATE_IMPOSSIBLE /* one stands there that the calendar does not have (30 February) */
} full_date_result;

/*
 * Reads the longest date at the very beginning of the text. `length` is how many bytes it takes
 * (also where it is impossible); the time of day and its zone are read where they follow.
 */
full_date_result full_date_at(slice text, moment *out, size_t *length);

/* The same, where the whole text (but for white space at its ends) has to be the date. */
full_date_result full_date_of(slice text, moment *out);

/* Size that holds any written moment. */
#define MOMENT_TEXT_SIZE 32

/* "2024-04-02", "2024-04-02T21:41" or "2024-04-02T21:41+02:00"; "" for no day. Ends with NUL. */
void moment_write(moment when, char out[MOMENT_TEXT_SIZE]);

#endif
