/* SPDX-License-Identifier: MIT */
/*
 * What the map step writes and the reduce step reads: JSON Lines, for each article a line of type
 * "article" and behind it a line of type "mention" for each of its mentions (docs/formats.md).
 */
#ifndef TIMELINE_EXTRACT_JSON_H
#define TIMELINE_EXTRACT_JSON_H

#include "timeline/story.h"

/* The lines of one article, each with its line end, in the arena `a`. The scratch is reset. */
slice extract_lines(const story_article *from, arena *a, arena *scratch);

/*
 * Adds what one line holds to the story; a mention is added to the story's last article. False
 * where the line is no such object: it is diagnosed at `offset` of the file and passed over.
 */
bool extract_line_read(slice line, slice file, size_t offset, arena *scratch, story *into,
                       diagnostics *said);

#endif
