/* SPDX-License-Identifier: MIT */
/* What `read` and `tag` write: one JSON object an article, on a line (docs/formats.md). */
#ifndef WRITE_LINES_H
#define WRITE_LINES_H

#include "read/article.h"
#include "time/timex.h"

/* The article as it was understood, with its line end. */
slice article_line(const article *from, arena *a);

/*
 * The article's time expressions, with offsets in code points, and its line end. Where it explains,
 * each one tells which rule found it and which resolved it.
 */
slice timex_line(const article *from, const timex_list *timexes, bool explains, arena *a);

#endif
