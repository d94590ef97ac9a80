/* SPDX-License-Identifier: MIT */
/* What `read` and `tag` write: one JSON object an article, on a line (docs/formats.md). */
#ifndef WRITE_LINES_H
#define WRITE_LINES_H

#include "base/buffer.h"
#include "read/article.h"
#include "time/timex.h"

/* The article as it was understood, with its line end. */
slice article_line(const article *from, arena *a);

/*
 * Counts the code points before offsets of a text, in one pass while the offsets grow. One counter
 * serves the articles of a page, which share its text. Begin with all zero.
 */
typedef struct code_points {
    const char *text;
    size_t byte;
    size_t count; /* of code points before `byte` */
} code_points;

/*
 * Adds the article's time expressions, with offsets in code points, and a line end. Where it
 * explains, each one tells which rule found it and which resolved it.
 */
void timex_line_add(buffer *out, const article *from, const timex_list *timexes, bool explains,
                    code_points *offsets);

#endif
