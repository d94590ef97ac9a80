/* SPDX-License-Identifier: MIT */
/* The text of a page as blocks: paragraphs and their like, and what each of them is. */
#ifndef READ_BLOCKS_H
#define READ_BLOCKS_H

#include "read/article.h"

typedef VECTOR(block) block_list;

/*
 * Cuts the text into PARAGRAPHs: at blank lines, and at each line end too unless the text is
 * hard-wrapped.
 */
void blocks_cut(arena *a, slice text, block_list *out);

/*
 * Finds out what each block is by its own words: captions, furniture, repeated ones. A block that
 * begins with a date line of its page is cut behind that. What depends on the place of a block is
 * left to blocks_place().
 */
void blocks_mark(arena *a, slice text, block_list *blocks);

/*
 * Finds out what short blocks are, by where they stand among the `count` blocks of one article:
 * headings between paragraphs, furniture above and below them. Gives the title: the given one, or
 * the headline above the text, or "".
 */
slice blocks_place(arena *a, slice text, block *blocks, size_t count, slice given_title);

static inline slice block_text(slice text, const block *b) {
    return slice_range(text, b->start, b->end);
}

/* True where the block ends as a sentence does, or goes on in the next one (a colon, a comma). */
bool block_is_closed(slice words);
/* True for a paragraph in full, as only the text of an article has. */
bool block_is_full(slice text, const block *b);

#endif
