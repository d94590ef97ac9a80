/* SPDX-License-Identifier: MIT */
/* The title of an event: its clause in the source's own words, short enough for a calendar. */
#ifndef EVENT_TITLE_H
#define EVENT_TITLE_H

#include "event/dating.h"

/* A title has at most this many characters. */
#define LONGEST_TITLE 100

/* What a title is made from. */
typedef struct title_source {
    const clause_list *clauses;
    const asked_events *events;
    const range_list *dates; /* all dates of the sentence, which no title repeats */
    token_range own_date;    /* with the words of the event that it is counted from */
    bool date_is_outright;   /* "March 22", not "last week": it means the same to any reader */
    dated told;              /* a clause, or a noun of it */
    slice subject_name;      /* stands for a subject that is a pronoun; "" if unknown */
} title_source;

/*
 * The clause with its subject, without dates, what leads into it and what can be spared; or the
 * noun with what belongs to it. "" where no text reads as a headline: a subject that nobody knows,
 * a phrase that would have to be cut.
 */
slice title_of(const title_source *source, arena *a);

/* What belongs to a noun, from a word on: of "the anniversary of the fire", the fire. */
slice title_behind(const title_source *source, size_t noun, size_t first, arena *a);

/* The word that names the happening: the verb, or where it says little the noun that is its
 * subject, or the noun that is told. */
slice happening_of(const title_source *source);

#endif
