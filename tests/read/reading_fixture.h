/* SPDX-License-Identifier: MIT */
/* Documents that stand in the test itself, read into articles. */
#ifndef TESTS_READ_READING_FIXTURE_H
#define TESTS_READ_READING_FIXTURE_H

#include "read/article.h"

typedef struct reading_fixture {
    article_list articles;
    diagnostics said;
} reading_fixture;

/* Reads a document named "folder/page.txt", which begins at byte 100 of it, on line 7. */
reading_fixture read_document(arena *a, document_form form, slice bytes);
/* The same, for text, with the date of articles that carry none. */
reading_fixture read_text(arena *a, const char *text, moment published);

/* A letter for each block: P paragraph, H heading, C caption, F furniture, R repeated. */
slice block_letters(arena *a, const article *x);
slice block_words(const article *x, size_t index);
/* "2024-05-24 header" */
slice date_words(arena *a, const article *x);

#endif
