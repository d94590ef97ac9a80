/* SPDX-License-Identifier: MIT */
/*
 * What the names that page makers give to elements (their classes, ids and roles) say of them. The
 * words stand in page_names.re, in the languages that page makers use, for people to add to.
 */
#ifndef READ_PAGE_NAMES_H
#define READ_PAGE_NAMES_H

#include "base/slice.h"

/* Bits, for names say several things. */
enum {
    HINT_TEXT = 1,       /* holds the article's text: "article-body", "entryContent" */
    HINT_ARTICLE = 2,    /* holds the article with its title: "post", "story" */
    HINT_FURNITURE = 4,  /* is of the page: "sidebar", "related-posts" */
    HINT_COMMENTS = 8,   /* "comments" */
    HINT_CAPTION = 16,   /* "wp-caption-text" */
    HINT_DATE = 32,      /* "post-date", "timestamp" */
    HINT_PUBLISHED = 64, /* "published", "pubdate" */
    HINT_UPDATED = 128,  /* "updated", "last-modified" */
    HINT_BYLINE = 256,   /* "byline", "post-meta" */
    HINT_HIDDEN = 512    /* not for readers: "sr-only" */
};

/* The bits of one attribute's value, of which the beginning counts if it is very long. */
unsigned page_hints(slice names);

#endif
