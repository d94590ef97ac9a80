/* SPDX-License-Identifier: MIT */
/*
 * The bytes of one file after the other, uncompressed where they are gzipped (RFC 1952, any number
 * of members), and as UTF-8 where they are UTF-16 with a byte-order mark, with a look ahead.
 * Interrupted and short reads are gone on with.
 */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include "base/buffer.h"

typedef struct stream stream;

typedef enum stream_state {
    STREAM_GOOD,
    STREAM_FAILED, /* the system cannot read on; errno told why, see stream_problem() */
    STREAM_CUT,    /* gzipped data ends too early */
    STREAM_DAMAGED /* gzipped data is wrong */
} stream_state;

/* Belongs to the arena, whose release closes it. */
stream *stream_new(arena *a);
/* Opens a file, or standard input for "-"; closes the one before. False (errno) where it cannot. */
bool stream_open(stream *s, const char *path);
void stream_close(stream *s);

/*
 * The bytes that come next, at least `wanted` of them (at most STREAM_AHEAD) unless the file or
 * what can be read of it ends before. They hold until the next call.
 */
#define STREAM_AHEAD ((size_t)64 << 10)
slice stream_peek(stream *s, size_t wanted);
/* Goes on over bytes that were peeked at. */
void stream_skip(stream *s, size_t length);
/* True where the bytes were UTF-16. */
bool stream_is_converted(const stream *s);
/*
 * Adds what is left of a plain file, at most `most` bytes, and goes over it. Of any other file, and
 * of one that grows, there may be more.
 */
void stream_take(stream *s, size_t most, buffer *out);
/* How many bytes, as they are given here, were gone over since the file was opened. */
size_t stream_offset(const stream *s);

/* All that is left of the file, in the arena. */
slice stream_rest(stream *s, arena *a);

/* Why no more can be peeked at: STREAM_GOOD at the file's end. */
stream_state stream_result(const stream *s);
/* What went wrong, in words. */
const char *stream_problem(const stream *s);

#endif
