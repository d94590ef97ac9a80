/* SPDX-License-Identifier: MIT */
/*
 * What a web page says of its article beside the text: JSON-LD (schema.org), meta elements and
 * OpenGraph, microdata, `time` elements, its address, and the lines around the headline.
 */
#ifndef READ_PAGE_FACTS_H
#define READ_PAGE_FACTS_H

#include "read/page_parts.h"

/* Where a date of publication stands: the first of these that is found is believed. */
#define PAGE_DATE_LIST(_)                                                                          \
    _(JSON_ARTICLE, METADATA) /* datePublished of an article in JSON-LD */                         \
    _(META, METADATA)         /* article:published_time and its like */                            \
    _(MICRODATA, METADATA)    /* itemprop="datePublished" */                                       \
    _(JSON_OTHER, METADATA)   /* datePublished of a page, a film, ... */                           \
    _(MARKED_TIME, HEADER)    /* a time element, or a class, that says "published" */              \
    _(URL, METADATA)          /* /2024/05/24/ in the page's address */                             \
    _(META_PLAIN, METADATA)   /* a meta element "date", which may be of anything */                \
    _(TIME, HEADER)           /* a time element above the text */                                  \
    _(DATE_LINE, HEADER)      /* a class that says "date", above the text */                       \
    _(BYLINE, HEADER)         /* a short line around the text */                                   \
    _(SCRIPT, METADATA)       /* "publishedDate" among the data of a script */                     \
    _(CREATED, METADATA)      /* dateCreated, uploadDate */                                        \
    _(ANY_TIME, HEADER)       /* a time element or class anywhere */                               \
    _(MODIFIED, METADATA)     /* nothing but the last change is known */                           \
    _(MODIFIED_LINE, HEADER)                                                                       \
    _(COPYRIGHT, INFERRED) /* a full date beside the sign of copyright */

typedef enum page_date {
#define PAGE_DATE_CODE(name, from) PAGE_DATE_##name,
    PAGE_DATE_LIST(PAGE_DATE_CODE)
#undef PAGE_DATE_CODE
        PAGE_DATE_COUNT
} page_date;

/* Empty slices and NO_DAY stand for what is unknown. */
typedef struct page_facts {
    slice title;
    slice publisher;
    slice author;
    slice url;
    slice language;
    slice body;        /* the text itself, as JSON-LD gives it */
    slice description; /* a sentence or two about it */
    moment dates[PAGE_DATE_COUNT];
    moment expiry; /* from when on the page says that it is out of date */
} page_facts;

/* Dates after the day that the page was fetched (NO_DAY: unknown) are not believed. */
page_facts page_facts_find(const page_parts *parts, day_number captured, arena *a);

/* The date to believe, and where it stands; false where there is none. None is after the expiry. */
bool page_facts_published(const page_facts *facts, moment *out, published_from *from);
/* When the page was last changed; its day is NO_DAY where the page does not say. */
moment page_facts_modified(const page_facts *facts);

#endif
