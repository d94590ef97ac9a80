/* SPDX-License-Identifier: MIT */
/*
 * A source walks the inputs (files, folders, standard input) in name order and cuts them into
 * documents: the pieces of bytes that can be read on their own, each by any thread. A file is a
 * document, but for those that hold many articles: each line of JSON Lines is one, each item of an
 * array of JSON and of a feed, each record of a web archive. Compressed files are read as if plain.
 * Only one document's bytes are held at a time.
 */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "base/diagnostics.h"

typedef enum document_form {
    DOCUMENT_TEXT,
    DOCUMENT_MARKDOWN,
    DOCUMENT_JSON, /* one value: an article, or an object that has an array of them */
    DOCUMENT_JSON_LINE,
    DOCUMENT_JSON_ITEM, /* of an array of articles */
    DOCUMENT_CONLLU,    /* words, cut already: no articles */
    DOCUMENT_PAGE,      /* HTML */
    DOCUMENT_FEED,      /* RSS or Atom, of which one item is left */
    DOCUMENT_RESPONSE   /* of HTTP, as web archives keep them */
} document_form;

typedef struct document {
    slice file;    /* path as given, "-" for standard input */
    size_t offset; /* of the first byte, in the (uncompressed) file */
    size_t line;   /* number of a line, an item or a record, from 1; 0 for others */
    document_form form;
    slice bytes;    /* not checked in any way */
    slice url;      /* of a record of an archive, as below; else "" */
    slice captured; /* when it was fetched */
} document;

typedef struct source source;

/* An empty source, whose memory belongs to the arena. */
source *source_new(arena *a);

/*
 * Adds a file, a folder or "-" ("" is no path). Folders are walked at once, hidden names passed
 * over; files are opened when their turn comes. CANNOT_OPEN (diagnosed) where there is nothing.
 */
dateline_status source_add(source *s, slice path, diagnostics *said);

/* From now on an object of JSON that has an array of articles is one document, not cut. */
void source_keep_whole(source *s);

/* How many files there are in all, those of folders among them. */
size_t source_file_count(const source *s);

/*
 * Gives the next document, its bytes in the arena `a`; false after the last. Files come in the
 * byte order of their paths, whatever order they were added in, and one given twice comes once.
 * What cannot be read is diagnosed and passed over.
 */
bool source_next(source *s, arena *a, document *out, diagnostics *said);

#endif
