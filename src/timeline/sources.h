/* SPDX-License-Identifier: MIT */
/* Articles and sources: near copies are one source. */
#ifndef TIMELINE_SOURCES_H
#define TIMELINE_SOURCES_H

#include "timeline/timeline.h"

/* Of each article the number of its source: the index of the first of its family. */
const size_t *sources_of(const timeline_article *articles, size_t count, arena *a);

#endif
