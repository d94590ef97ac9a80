/* SPDX-License-Identifier: MIT */
/* Markdown (CommonMark) as plain text. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "read/blocks.h"

/*
 * The words of the text without its marks: paragraphs, headings, items of lists, each a block,
 * an empty line between them. HTML tags and the targets of links are left out; what a picture is
 * said to show is a caption below its paragraph; fenced code is furniture.
 */
slice markdown_render(arena *a, slice marked, block_list *blocks);

#endif
