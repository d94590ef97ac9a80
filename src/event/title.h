/* SPDX-License-Identifier: MIT */
/* The title of an event: its clause in the source's own words, short enough for a calendar. */
#ifndef EVENT_TITLE_H
#define EVENT_TITLE_H

#include "event/clause.h"

/* A title has at most this many characters. */
#define LONGEST_TITLE 100

/* What a title is made from. */
typedef struct title_source {
    slice text;
    const sentence *sentence;
    const clause_list *clauses;
    const clause *clause;    /* that tells the event */
    token_range timex;       /* the date, and the words of the event that it is counted from */
    const range_list *dates; /* all dates of the sentence, which no title repeats */
    slice subject_name;      /* stands for a subject that is a pronoun; "" if unknown */
} title_source;

/*
 * The clause with its subject, without the date, without what leads into it; cut behind a phrase
 * where it is too long. For a noun that the date modifies ("the March 22 attack on …") that is no
 * clause's subject, the noun phrase alone.
 */
slice title_of(const title_source *source, arena *a);

/* Words of the sentence as a title, without the date. */
slice title_of_words(const title_source *source, token_range words, arena *a);

/* True where the date stands before a noun that it belongs to: "the March 22 attack", "Monday's
 * vote". */
bool timex_modifies_noun(const title_source *source);
/* Whether that noun tells of a happening, or is the subject of a clause that does. */
bool noun_tells_event(const title_source *source);

/* The words of the noun phrase that the date modifies, as they stand in the text. */
slice noun_phrase_of(const title_source *source);

/* The noun of that phrase that names it: "concert hall attack in Moscow" is an attack. */
slice noun_head_of(const title_source *source);

#endif
