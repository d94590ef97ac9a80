/* SPDX-License-Identifier: MIT */
/* What a file is, by its first bytes and then by its name. */
#ifndef READ_FORM_H
#define READ_FORM_H

#include "read/source.h"

/* How many bytes of a file are looked at. */
#define FORM_HEAD ((size_t)4 << 10)

typedef struct form {
    dateline_status status; /* OK, or why the file is not read: EMPTY, NOT_TEXT, UNSUPPORTED */
    document_form document; /* what it is where it is read; JSON may turn out to be JSON Lines */
    bool is_archive;        /* the documents are its records, each of a form of its own */
    const char *problem;    /* the words of a diagnostic, or NULL */
} form;

/* `head` is the first FORM_HEAD bytes, or all there are, without a byte-order mark. */
form form_of(slice head, slice path);

/* True where the name says JSON Lines: ".jsonl", ".ndjson", or these and ".gz". */
bool form_is_named_lines(slice path);

/* True where the line is a complete JSON object, as far as its brackets and strings tell. */
bool form_is_whole_object(slice line);

#endif
