/* SPDX-License-Identifier: MIT */
/*
 * What `parse` writes: sentence after sentence in CoNLL-U (docs/formats.md), each with what its
 * words are and a tree of one root.
 */
#ifndef WRITE_CONLLU_LINES_H
#define WRITE_CONLLU_LINES_H

#include "base/buffer.h"
#include "read/article.h"

/* Adds the sentences of all of the article's blocks. */
void conllu_parse_article(const article *from, arena *a, buffer *out);

/*
 * Adds the sentences of a document that is CoNLL-U: their words, ranges, comments and MISC are
 * kept, all else is told anew. Its documents, by `# newdoc`, are added to the articles, without
 * text.
 */
void conllu_parse_words(const document *d, arena *a, article_list *articles, buffer *out,
                        diagnostics *said);

#endif
