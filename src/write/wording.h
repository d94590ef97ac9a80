/* SPDX-License-Identifier: MIT */
/*
 * What is said to people in words: dates, status, figures. All English of the outputs stands in
 * wording.c. Results are in the arena, on one line, without an end of sentence.
 */
#ifndef WRITE_WORDING_H
#define WRITE_WORDING_H

#include "timeline/timeline.h"

#define WORD_SOURCES "Sources"

/*
 * A date in full: "22 March 2024", "22 March 2024, 20:00", "about 22 March 2024", "week of
 * 25 March 2024", "early March 2024", "winter 2024–25", "first quarter of 2024", "1990s",
 * "15–16 June 2024", "March–May 2024"; "undated".
 */
slice wording_of_date(arena *a, when w);
/*
 * The same where the year of its first day is known from a head: "Fri 22 Mar", "28 Feb – 3 Mar",
 * "early March", "winter 2024–25", "30 Dec – 2 Jan".
 */
slice wording_of_date_in_year(arena *a, when w);
/* The head over such dates: the year of the first day, "1990s" for a decade. */
slice wording_of_head(arena *a, when w);
/* The head over those of a month: "March", of the first day; "" for no day. */
slice wording_of_month(when w);
/* "22 March 2024"; "undated" for no day. */
slice wording_of_day(arena *a, day_number day);
/* "20:00" where the time of day is known and sure, else "". */
slice wording_of_time(arena *a, when w);

/* "planned", "cancelled", "denied", "alleged", "ongoing"; "" for what happened. */
slice wording_of_status(event_status status);
/* Who says it: "according to the ministry", "by his own account"; "" for nobody. */
slice wording_of_attribution(arena *a, slice who);
/* How an entry is to be believed: "Alleged, according to the ministry"; "" for a plain fact. */
slice wording_of_claim(arena *a, const entry *e);

/* "1,300", "2.5". */
slice wording_of_number(arena *a, double number);
/*
 * What was inferred of the date: "Dated by the day of publication", "Date counted from another
 * event"; "" where a source says it.
 */
slice wording_of_inference(arena *a, const timeline *t, const entry *e);

/* "144", "at least 130", "about 1,300". */
slice wording_of_value(arena *a, const figure_value *v);
/* "killed: 144 (2 sources), 137 (1), at least 130 (1)". */
slice wording_of_figure(arena *a, const entry_figure *f);
/* The same as a line of its own where the sources disagree: "Killed: 144 (…"; else "". */
slice wording_of_disagreement(arena *a, const entry_figure *f);
/* "1 event", "14 events": the words for one and for more. */
slice wording_of_count(arena *a, size_t count, const char *one, const char *more);

/* When an article was published: "2 April 2024", "2 April 2024 (date inferred)", "undated". */
slice wording_of_published(arena *a, const timeline_article *listed);
/* What a timeline holds: "14 events, 22 March – 2 April 2024, from 5 articles". */
slice wording_of_contents(arena *a, const timeline *t);
/* "2 more articles were read and are not cited." */
slice wording_of_unused(arena *a, size_t articles);
/* The timeline's title, or a word for one that has none. */
slice wording_of_title(const timeline *t);

/*
 * The text on one line: each run of white space and control characters becomes one space, and what
 * turns the writing direction is left out.
 */
slice one_line(arena *a, slice text);

#endif
