/* SPDX-License-Identifier: MIT */
/*
 * Web pages of several articles: blogs and live pages, which set one below the other in full. Each
 * is then read as a page of its own is, with its own headline and date.
 */
#ifndef READ_PAGE_SPLIT_H
#define READ_PAGE_SPLIT_H

#include "read/page_parts.h"

typedef VECTOR(page_tree) page_tree_list;

/*
 * Adds the articles of the page, in order, as trees of their own; none where the page is of one
 * article: where fewer than two `article` elements have a headline and full paragraphs, where one
 * of them holds most of the page's, or where most are outside of all.
 */
void page_split(const page_parts *parts, arena *a, page_tree_list *out);

#endif
