/* SPDX-License-Identifier: MIT */
/*
 * Components of a calendar through libical, in an arena: where memory ends, the arena's guard is
 * jumped to. What libical does not write alike in all its versions is written by hand.
 */
#ifndef WRITE_ICS_COMPONENT_H
#define WRITE_ICS_COMPONENT_H

#include "base/buffer.h"
#include "base/calendar.h"
#include "base/diagnostics.h"
#include "write/ics_functions.h"

/* What components are made with. The arena owns it, as it owns them. */
typedef struct ics_work {
    arena *arena;
    ics_functions call;
} ics_work;

/* Loads libical; leaves by the arena's guard with CANNOT_DRAW, which is diagnosed, where there is
 * none. */
ics_work *ics_work_in(arena *a, diagnostics *said);

/* A new component, which the arena owns. */
icalcomponent *ics_component(const ics_work *w, icalcomponent_kind kind);
/* A new component, which the one that it is in owns. */
icalcomponent *ics_component_in(const ics_work *w, icalcomponent *parent, icalcomponent_kind kind);

/* Adds what icalproperty_new_…() gave, which is NULL or without a value where memory ended. */
void ics_add(const ics_work *w, icalcomponent *to, icalproperty *property);
/* An X- property of text. */
void ics_add_extension(const ics_work *w, icalcomponent *to, const char *name, slice text);
/* A property whose value is written as it is: `value` ends with NUL. */
void ics_add_written(const ics_work *w, icalcomponent *to, const char *name, slice value);
/* Minutes since the day before 1 January of year 1, in UTC. */
void ics_add_moment(const ics_work *w, icalcomponent *to, const char *name, int64_t minutes);

icaltimetype ics_date(day_number day);

/* The component as RFC 5545 writes it, in lines of at most 75 octets. */
slice ics_text(const ics_work *w, icalcomponent *component);

#endif
