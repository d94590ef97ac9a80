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
    slice author;
    slice published;
    slice language;
    slice text;        /* valid UTF-8 without NUL */
    block_list blocks; /* of a form whose marks tell them; empty: the text has to be cut */
    size_t offset;     /* of the text in the file, or of the JSON value that holds it */
    size_t around; /* bytes of a web page's words, white space aside, that are not of the text */
    bool is_page;  /* the text is what was found on a web page: all of it is the article's */
    moment dated;  /* when a page says that it was published; its day is NO_DAY in other forms */
    published_from dated_from;
    moment modified; /* likewise */
} fields;

typedef VECTOR(fields) fields_list;

/*
 * Each adds the articles of a document of its form. What is wrong is diagnosed; an article that
 * has no text is not added.
 */
void text_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void markdown_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void feed_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void response_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void page_fields(const document *d, arena *a, fields_list *out, diagnostics *said);
void json_fields(const document *d, arena *a, fields_list *out, diagnostics *said);

/* "name#3" for the third record of an archive; "", which is the file's name, for other documents.
 */
slice record_id(const document *d, arena *a);

/*
 * The article of a web page, which is in the charset that is declared beside it ("": by nobody).
 * False where the page holds no text of an article. Used by the forms that hold pages.
 */
bool page_read(slice page, slice charset, const document *d, arena *a, fields *out,
               diagnostics *said);

#endif
