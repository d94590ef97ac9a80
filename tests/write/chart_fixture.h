/* SPDX-License-Identifier: MIT */
/* Invented timelines for the tests of the chart, and the parts to make more. */
#ifndef TESTS_WRITE_CHART_FIXTURE_H
#define TESTS_WRITE_CHART_FIXTURE_H

#include "timeline/timeline.h"

timeline *story_new(arena *a, const char *title);
void story_article(timeline *t, const char *publisher, const char *url);
/* Five articles of five publishers, one of them without an address. */
void story_articles(timeline *t);
/* An entry of the days `first` to `last` with `sources` mentions, by articles from the one on. */
entry *story_entry(timeline *t, day_number first, day_number last, granularity g,
                   event_status status, const char *title, size_t article_index, size_t sources);
void story_figure(timeline *t, entry *e, const char *of, const double *numbers, size_t count);

/* A flood, its causes and its consequences: every kind of date, status and figure. */
timeline *story_of_all_kinds(arena *a);
/* Bursts of events, quiet weeks, and silent months between them; the same for the same seed. */
timeline *story_of_chance(arena *a, size_t count, uint64_t seed);

/* A number below the limit; the same on every machine for the same state. */
size_t story_below(uint64_t *state, size_t limit);

#endif
