/* SPDX-License-Identifier: MIT */
/* Articles that stand in the test itself, told as a story, and the timeline of it. */
#ifndef TESTS_TIMELINE_TOLD_STORY_H
#define TESTS_TIMELINE_TOLD_STORY_H

#include "timeline/build.h"

typedef struct told {
    const char *name;
    const char *published; /* "" if unknown */
    const char *text;
} told;

/* Adds an article, with its mentions, as build does. */
void story_tell(story *s, const told *one);
/* The timeline of the articles, with no wishes. */
timeline *timeline_told(arena *a, const told *articles, size_t count);

#endif
