/* SPDX-License-Identifier: MIT */
/*
 * A story: the articles and their event mentions, gathered from anywhere in any order, from which
 * a timeline is made. All of it is copied into the story's arenas.
 */
#ifndef TIMELINE_STORY_H
#define TIMELINE_STORY_H

#include "timeline/timeline.h"

typedef struct story_article {
    timeline_article about;
    slice digest;
    slice lead;   /* what its first told sentence says: what the article is about */
    slice sketch; /* of its text (sketch.h); "" where the text is too short for one */
    size_t twin;  /* index of the article of which it is a copy; SIZE_MAX: of none, or not sought */
    mention_list mentions;
    mention_list untitled; /* that say when, but tell no event (event/extract.h) */
    slice lines;           /* as `extract` writes them, each with its line end */
} story_article;

/*
 * Articles are looked at again and again, in any order; what they tell, which is most of a story,
 * a few times, mostly in the order of time. So they lie apart.
 */
typedef struct story {
    arena *owner; /* of the articles */
    arena *texts; /* of their mentions and lines; it may be the same */
    VECTOR(story_article) articles;
} story;

/* Adds a copy of an article and its mentions; `untitled` may be NULL. */
void story_add(story *s, const article *about, const mention_list *mentions,
               const mention_list *untitled);

/* What is known of an article but for what it tells, with copies of its texts in the arena. */
story_article story_article_facts(arena *a, const story_article *from);

/* Adds a copy of an article with all that it has. */
void story_take(story *s, const story_article *from);

/* For work that goes over all articles, at each of them, from 0 on: what it has passed need not
 * stay in memory, and what comes is asked for. */
void story_pass(const story *s, size_t passed);

/*
 * Puts the articles into their order (publication, id, digest), drops those given twice, and
 * renames those that share their id with another. Both are diagnosed.
 */
void story_sort(story *s, arena *scratch, diagnostics *said);

/* Puts the articles into their order again, after dates of publication have changed. */
void story_order(story *s);

#endif
