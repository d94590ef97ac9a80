/* SPDX-License-Identifier: MIT */
/*
 * Near copies: articles with mostly the same words, such as one report of an agency on two sites,
 * a little reworded. They are one source, the family of its first article.
 */
#ifndef TIMELINE_COPIES_H
#define TIMELINE_COPIES_H

#include "timeline/story.h"

/*
 * Says of each article of a story in order (story_sort()) whose copy it is (`copy_of`), and which
 * article before it is the likest (`twin`). Each copy is diagnosed. Takes time in proportion to
 * the number of articles: they are sought by parts of their sketches that are the same (locality-
 * sensitive hashing: Indyk, Motwani, 1998), and of those with one part in common the first counts.
 * What is in the scratch then is not needed any more; here and in the other steps.
 */
void copies_find(story *s, arena *scratch, diagnostics *said);

#endif
