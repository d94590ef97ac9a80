/* SPDX-License-Identifier: MIT */
/*
 * Files that hold many articles in one value (a feed, an array of JSON), cut into these as they are
 * read, so that only one is held at a time. Only as much of the form is looked at as tells where an
 * article begins and ends; what is wrong inside one is for its reader.
 */
#ifndef READ_ITEMS_H
#define READ_ITEMS_H

#include "read/stream.h"

typedef enum item_state {
    ITEM_FOUND,
    ITEM_TOO_LARGE, /* gone over */
    ITEM_DAMAGED,   /* what comes next is no item, nor the end */
    ITEM_END
} item_state;

typedef struct item {
    size_t offset; /* where it begins in the file */
    slice bytes;   /* in the arena that was given */
    bool is_whole; /* it ends before the file does */
} item;

/* ---- Arrays of JSON ------------------------------------------------------------------------- */

/*
 * Where the first article stands behind what the stream looks at: in an array, or in an object's
 * array "articles" or "@graph" that begins within STREAM_AHEAD bytes. SIZE_MAX: there is none.
 */
size_t json_items_at(slice ahead);

/*
 * The next value of an array, of at most `largest` bytes; `is_first` where none was asked for yet.
 * The stream stands behind the array at ITEM_END and at what is wrong at ITEM_DAMAGED.
 */
item_state json_item_next(stream *bytes, bool is_first, size_t largest, arena *a, item *out);

/* Goes over what is left of the object that an array stood in, with its bracket. */
void json_items_leave(stream *bytes);

/* ---- Feeds ---------------------------------------------------------------------------------- */

/* A feed that is open. */
typedef struct feed_items {
    buffer head;     /* what stands before the first item, if that is not too long */
    size_t root_end; /* where the root's first tag ends in it */
    size_t count;    /* items met */
} feed_items;

/* At the beginning of a feed; the room of the head before is used again. */
void feed_items_begin(feed_items *f);

/*
 * The next item of a feed, of at most `largest` bytes, as a feed of its own: behind the head, whose
 * elements are left open. A feed without an item gives its head once.
 */
item_state feed_item_next(feed_items *f, stream *bytes, size_t largest, arena *a, item *out);

#endif
