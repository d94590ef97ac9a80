/* SPDX-License-Identifier: MIT */
/* A calendar in parts, each a whole calendar: what is too large for one, or one for each month. */
#ifndef WRITE_ICS_PARTS_H
#define WRITE_ICS_PARTS_H

#include "write/writers.h"

/* Google's calendar takes no larger file. */
#define LARGEST_CALENDAR 1000000

typedef struct ics_part {
    slice label; /* "2024-03", "2024-03-2", "2"; "" where it is the only one of no month */
    slice text;
} ics_part;

typedef VECTOR(ics_part) ics_part_list;

/*
 * The parts of the timeline's calendar, in order of time; none where no entry can stand in it. What
 * is left out, and that there are parts for size, is diagnosed.
 */
ics_part_list ics_parts(const write_job *job);

#endif
