/* SPDX-License-Identifier: MIT */
/*
 * What of a web page is its article. The page is cut into runs, the words between two borders of
 * blocks, and runs are told by what they are made of: long sentences with few links are of an
 * article, short ones with many links are not. Names of elements and schema.org's marks say more.
 *
 * The method is that of Readability (scores of paragraphs go to what holds them) and of jusText
 * and boilerpipe (length and density of links, block by block), on one pass over the page.
 */
#ifndef READ_PAGE_PARTS_H
#define READ_PAGE_PARTS_H

#include "read/article.h"
#include "read/page_tree.h"

/* The words between two borders of blocks. */
typedef struct page_run {
    slice words;     /* white space folded; lines that a <br> ends stay apart */
    size_t links;    /* bytes of them that are links */
    uint32_t first;  /* node of its first words */
    uint32_t block;  /* innermost block element around it */
    block_kind kind; /* PARAGRAPH, HEADING or CAPTION */
    bool in_list;    /* an item of a list */
    bool is_marked;  /* class or element say that it is a byline or a date */
    bool is_article; /* taken: it is told */
} page_run;

typedef struct page_parts {
    const page_tree *tree;
    bool *is_dropped;      /* of each node; what is within is not looked at */
    unsigned *hints;       /* of each node, by its names */
    VECTOR(page_run) runs; /* of all nodes that were not dropped, in order */
    uint32_t main;         /* node that holds the article's text */
    size_t words;          /* bytes of the whole page's words, white space and scripts aside */
} page_parts;

/* True for a run as only the text of an article has: long, and hardly of links. */
bool page_run_is_full(const page_run *r);

page_parts page_parts_find(const page_tree *tree, arena *a);

#endif
