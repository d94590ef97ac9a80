/* SPDX-License-Identifier: MIT */
/*
 * The heads over entries in order of time: years, and months within them. A month has a head where
 * an entry names it or a part of it; an entry that names more (a season, a year) stands below the
 * month that is open already if it begins there, else below the year alone.
 */
#ifndef WRITE_HEADS_H
#define WRITE_HEADS_H

#include "time/when.h"

/* Where the entries stand; begin with all zero. */
typedef struct heads {
    slice year;      /* "2024", "1990s"; "undated" */
    slice month;     /* "March"; "" for none */
    bool opens_year; /* the entry is the first below this head */
    bool opens_month;
} heads;

/* Goes on to the next entry. */
void heads_next(heads *h, arena *a, when w);

#endif
