/* SPDX-License-Identifier: MIT */
/*
 * The records of a web archive (WARC 1.0 and 1.1, ISO 28500; WET, which is the same), one after the
 * other from a stream, whether it is compressed record by record, as a whole, or not at all. Only
 * records that may hold an article are given: responses, resources, conversions to text.
 */
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include "read/stream.h"

/* Bytes of a record's block; what is larger is gone over. */
#define LARGEST_RECORD ((size_t)16 << 20)

typedef enum archive_state {
    ARCHIVE_RECORD,
    ARCHIVE_END,
    ARCHIVE_TOO_LARGE, /* a record was gone over for its size; ask for the next */
    ARCHIVE_DAMAGED    /* no whole record stands where one should; `offset` tells where */
} archive_state;

typedef enum archive_kind {
    ARCHIVE_RESPONSE, /* of HTTP, its header above its body */
    ARCHIVE_PAGE,     /* HTML alone */
    ARCHIVE_TEXT      /* the words of a page */
} archive_kind;

typedef struct archive_record {
    archive_kind kind;
    slice url;
    slice captured; /* when it was fetched, "2024-05-24T10:11:12Z" */
    slice block;
    size_t offset; /* of the record in the uncompressed file */
} archive_record;

/* The slices are the arena's. */
archive_state archive_next(stream *bytes, arena *a, archive_record *out);

#endif
