/* SPDX-License-Identifier: MIT */
/*
 * What the map step writes and the reduce step reads: JSON Lines, for each article a line of type
 * "article" and behind it a line of type "mention" for each of its mentions (docs/formats.md).
 */
#ifndef TIMELINE_EXTRACT_JSON_H
#define TIMELINE_EXTRACT_JSON_H

#include "base/buffer.h"
#include "timeline/story.h"

/* The lines of one article, each with its line end, in the arena `a`. The scratch is reset. */
slice extract_lines(const story_article *from, arena *a, arena *scratch);

/* Lines on the way into a story. An article goes there once its last line is read. */
typedef struct extract_reader {
    story *into;
    arena *owner; /* of what is open; a part of the story's */
    bool is_open;
    story_article open; /* with its mentions */
    buffer lines;       /* as they were read */
} extract_reader;

/* The story's arena has to have its guard, here and below. */
extract_reader extract_reader_of(story *into);

/*
 * Adds what one line holds to the open article, which a line of an article begins. False where the
 * line is no such object: it is diagnosed at `offset` of the file (or NO_OFFSET) and passed over.
 */
bool extract_line_read(extract_reader *r, slice line, slice file, size_t offset, arena *scratch,
                       diagnostics *said);

/* Behind the last line. */
void extract_reader_end(extract_reader *r);

#endif
