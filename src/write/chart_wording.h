/* SPDX-License-Identifier: MIT */
/* What the chart says in words, on one line each, cleaned; see wording.h. */
#ifndef WRITE_CHART_WORDING_H
#define WRITE_CHART_WORDING_H

#include "write/source_list.h"

/* "PLANNED"; "" for what simply happened. */
slice chart_status_text(arena *a, event_status status);
/* The title, with the time of day before it if it is wanted and known: "20:00  Gunmen opened fire".
 */
slice chart_title_text(arena *a, const entry *e, bool with_time);
/* "killed: 144 · 137 · at least 130; missing: 11": what the sources disagree about stands side by
   side. */
slice chart_figures_text(arena *a, const entry *e);
/* "3 sources: Reuters, BBC, AFP", "9 sources: Reuters, BBC and 4 more", or of one source its name.
 */
slice chart_sources_text(arena *a, const timeline *t, const entry *e);
/* Who published an article, or else the host of its address; "" where neither is known. */
slice chart_publisher(arena *a, const timeline_article *listed);
/* The names of all publishers that the articles have, each once, in the order of the articles. */
slice_list chart_publishers(arena *a, const timeline *t, const index_list *articles);

/* The address of the best source that has one; "" if none has. */
slice chart_link(const timeline *t, const entry *e);
/* What the best sources say, word for word, each on a line, and whose words they are. */
slice chart_tooltip(arena *a, const timeline *t, const entry *e);
/* All in sentences: "22 March 2024: Gunmen opened fire. Alleged, according to the ministry. killed:
   144. 2 sources: Reuters, BBC". */
slice chart_label(arena *a, const timeline *t, const entry *e);

/* "Mar". */
slice chart_month_text(arena *a, day_number day);
/* How much time lies between two days: "12 days", "7 months", "3 years". */
slice chart_gap_text(arena *a, day_number from, day_number to);

#endif
