/* SPDX-License-Identifier: MIT */
/*
 * What of a web page libxml2 has to see: not the content of scripts and styles, through which it
 * goes slowly, and of an element no more attributes than a limit, since it compares each with those
 * before it.
 */
#ifndef READ_PAGE_SHORTEN_H
#define READ_PAGE_SHORTEN_H

#include "base/vector.h"

#define MOST_ATTRIBUTES 200 /* of one element */

typedef struct short_page {
    slice text;
    VECTOR(slice) scripts; /* what they hold: pieces of the given page */
    bool has_excess;       /* attributes were left out */
} short_page;

short_page page_shorten(slice page, arena *a);

/* The content of the script that the words stand for in the text; NULL where they are none. */
const slice *short_page_script(const short_page *p, slice words);

#endif
