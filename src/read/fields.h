/* SPDX-License-Identifier: MIT */
/* What a document says of its articles: one function a form of input. */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "read/blocks.h"

/* One article, as its fields are written; the empty slice stands for what is not given. */
typedef struct fields {
    slice id;
    slice url;
    slice title;
    slice publisher;
    slice published;
    slice language;
    slice text;        /* valid UTF-8 without NUL */
    block_list blocks; /* of a form whose marks tell them; empty: the text has to be cut */
    size_t offset;     /* of the text in the file, or of the JSON value that holds it */
} fields;

typedef VECTOR(fields) fields_list;

/*
 * Each adds the articles of a document of its form. What is wrong is diagnosed; an article that
 * has no text is not added.
 */
void text_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void markdown_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void json_fields(const document *d, arena *a, fields_list *out, diagnostics *said);

#endif
