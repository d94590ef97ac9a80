/* SPDX-License-Identifier: MIT */
/*
 * What of a web page is never of its article: navigation, forms, hidden parts, comments, teasers.
 * It is told by the element, by its role, and by the names that page makers gave it.
 */
#ifndef READ_PAGE_FURNITURE_H
#define READ_PAGE_FURNITURE_H

#include "read/page_parts.h"

/* Bytes of the words, white space aside. */
size_t words_length(slice s);

/*
 * Fills `is_dropped`, `hints` and `words`. What holds most of the page's words is kept, whatever it
 * is called. Without `by_names` the names are noted, but nothing is dropped for them.
 */
void page_furniture_drop(page_parts *p, bool by_names, arena *a);

#endif
