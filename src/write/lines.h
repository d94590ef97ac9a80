/* SPDX-License-Identifier: MIT */
/* What `read` and `tag` write: one JSON object an article, on a line (docs/formats.md). */
#ifndef WRITE_LINES_H
#define WRITE_LINES_H

#include "base/buffer.h"
#include "event/event.h"
#include "read/article.h"

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

/* What an article was tagged with. */
typedef struct tag_list {
    timex_list timexes;
    event_list events;
    bool has_events; /* events were asked for */
    bool explains;   /* each timex tells which rule found it and which resolved it */
} tag_list;

/* Adds the article's tags, with offsets in code points, and a line end. */
void tag_line_add(buffer *out, const article *from, const tag_list *tags, code_points *offsets);

#endif
