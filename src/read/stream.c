/* SPDX-License-Identifier: MIT */
#include "read/stream.h"

#include "read/utf16.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define GZIP_WINDOW (15 + 16) /* zlib: the largest window, gzip's frame */

struct stream {
    int file; /* -1: none */
    bool file_ended;
    bool packed;
    bool member_ended; /* between two gzip members */
    bool inflater_ready;
    stream_state state;
    int error;         /* errno of STREAM_FAILED */
    utf16_order order; /* UTF16_NONE: of any other encoding, passed on as it is */
    size_t wide_length;
    size_t offset;
    z_stream inflater; /* its input is what is left of `raw` */
    size_t begin, end; /* of what is ahead */
    unsigned char raw[STREAM_AHEAD];
    char wide[STREAM_AHEAD]; /* UTF-16 that was not converted yet */
    char ahead[2 * STREAM_AHEAD];
};

static void release(void *resource) {
    stream *s = resource;
    stream_close(s);
    if (s->inflater_ready)
        inflateEnd(&s->inflater);
}

stream *stream_new(arena *a) {
    stream *s = ARENA_NEW(a, stream);
    s->file = -1;
    arena_defer(a, release, s);
    return s;
}

void stream_close(stream *s) {
    if (s->file > STDIN_FILENO)
        close(s->file);
    s->file = -1;
}

static void fail(stream *s, stream_state state) {
    s->state = state;
    s->error = errno;
}

/* One read of the system; 0 at the end and where it fails. */
static size_t read_some(stream *s, void *to, size_t room) {
    ssize_t got;
    do
        got = read(s->file, to, room);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        fail(s, STREAM_FAILED);
    if (got <= 0)
        s->file_ended = true;
    return got > 0 ? (size_t)got : 0;
}

static void fill_raw(stream *s) {
    if (s->inflater.avail_in == 0 && !s->file_ended) {
        s->inflater.avail_in = (uInt)read_some(s, s->raw, sizeof s->raw);
        s->inflater.next_in = s->raw;
    }
}

/* Looks at the first two bytes, which a pipe may give one by one. */
static void find_packing(stream *s) {
    size_t got = 0, more;
    do {
        more = read_some(s, s->raw + got, sizeof s->raw - got);
        got += more;
    } while (got < 2 && more > 0);
    s->inflater.next_in = s->raw;
    s->inflater.avail_in = (uInt)got;
    s->packed = got >= 2 && s->raw[0] == 0x1f && s->raw[1] == 0x8b;
}

static size_t inflate_some(stream *s, char *to, size_t room) {
    s->inflater.next_out = (unsigned char *)to;
    s->inflater.avail_out = (uInt)room;
    while (s->inflater.avail_out == room) {
        fill_raw(s);
        if (s->inflater.avail_in == 0) {
            if (!s->member_ended && s->state == STREAM_GOOD)
                fail(s, STREAM_CUT);
            break;
        }
        /* What follows a member is another one, or padding, which gzip ignores too. */
        if (s->member_ended && s->inflater.next_in[0] != 0x1f) {
            s->inflater.avail_in = 0;
            s->file_ended = true;
            break;
        }
        if (s->member_ended)
            inflateReset(&s->inflater);
        int result = inflate(&s->inflater, Z_NO_FLUSH);
        s->member_ended = result == Z_STREAM_END;
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            fail(s, STREAM_DAMAGED);
            break;
        }
    }
    return room - s->inflater.avail_out;
}

static size_t copy_some(stream *s, char *to, size_t room) {
    if (s->inflater.avail_in == 0)
        return s->file_ended ? 0 : read_some(s, to, room);
    size_t length = s->inflater.avail_in < room ? s->inflater.avail_in : room;
    memcpy(to, s->inflater.next_in, length);
    s->inflater.next_in += length;
    s->inflater.avail_in -= (uInt)length;
    return length;
}

static size_t plain_some(stream *s, char *to, size_t room) {
    return s->packed ? inflate_some(s, to, room) : copy_some(s, to, room);
}

/* As plain_some, converted; `room` is 4 bytes or more. */
static size_t convert_some(stream *s, char *to, size_t room) {
    size_t length = 0, more = 1;
    while (length == 0 && more > 0) {
        size_t used;
        more = plain_some(s, s->wide + s->wide_length, sizeof s->wide - s->wide_length);
        s->wide_length += more;
        length =
            utf16_to_utf8((slice){s->wide, s->wide_length}, s->order, more == 0, to, room, &used);
        s->wide_length -= used;
        memmove(s->wide, s->wide + used, s->wide_length);
    }
    return length;
}

/* ---- Opening, and looking ahead ---------------------------------------------------------- */

static bool begin_inflating(stream *s) {
    int result =
        s->inflater_ready ? inflateReset(&s->inflater) : inflateInit2(&s->inflater, GZIP_WINDOW);
    s->inflater_ready = s->inflater_ready || result == Z_OK;
    errno = ENOMEM;
    return result == Z_OK;
}

/* Looks for the byte-order mark of UTF-16, and goes over it. */
static void find_encoding(stream *s) {
    size_t more = 1;
    for (; s->end < UTF16_MARK_LENGTH && more > 0; s->end += more)
        more = plain_some(s, s->ahead + s->end, UTF16_MARK_LENGTH - s->end);
    s->order = utf16_order_of((slice){s->ahead, s->end});
    if (s->order != UTF16_NONE)
        s->end = 0;
}

bool stream_open(stream *s, const char *path) {
    stream_close(s);
    do
        s->file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    while (s->file < 0 && errno == EINTR);
    if (s->file < 0)
        return false;
    s->file_ended = s->member_ended = false;
    s->state = STREAM_GOOD;
    s->offset = s->begin = s->end = s->wide_length = 0;
    find_packing(s);
    if (s->packed && !begin_inflating(s))
        return false;
    find_encoding(s);
    return true;
}

slice stream_peek(stream *s, size_t wanted) {
    if (s->end - s->begin < wanted && s->begin > 0) {
        memmove(s->ahead, s->ahead + s->begin, s->end - s->begin);
        s->end -= s->begin;
        s->begin = 0;
    }
    while (s->end - s->begin < wanted && s->state == STREAM_GOOD) {
        char *to = s->ahead + s->end;
        size_t room = sizeof s->ahead - s->end;
        size_t more = s->order != UTF16_NONE ? convert_some(s, to, room) : plain_some(s, to, room);
        if (more == 0)
            break;
        s->end += more;
    }
    return (slice){s->ahead + s->begin, s->end - s->begin};
}

void stream_skip(stream *s, size_t length) {
    s->begin += length;
    s->offset += length;
}

bool stream_is_converted(const stream *s) {
    return s->order != UTF16_NONE;
}

/* How many bytes are left in a plain file; 0 where that is not known. */
static size_t bytes_left(const stream *s) {
    struct stat about;
    bool plain = !s->packed && !stream_is_converted(s);
    if (!plain || fstat(s->file, &about) != 0 || !S_ISREG(about.st_mode))
        return 0;
    size_t size = (size_t)about.st_size;
    return size > s->offset ? size - s->offset : 0;
}

void stream_take(stream *s, size_t most, buffer *out) {
    size_t left = bytes_left(s), got = s->end - s->begin, more = 1;
    left = left < most ? left : most;
    got = got < left ? got : left;
    char *to = buffer_reserve(out, left);
    memcpy(to, s->ahead + s->begin, got);
    s->begin += got;
    for (; got < left && more > 0 && s->state == STREAM_GOOD; got += more)
        more = plain_some(s, to + got, left - got);
    s->offset += got;
    buffer_added(out, got);
}

size_t stream_offset(const stream *s) {
    return s->offset;
}

slice stream_rest(stream *s, arena *a) {
    buffer rest = buffer_in(a);
    for (slice ahead; (ahead = stream_peek(s, 1)).length;) {
        buffer_add(&rest, ahead);
        stream_skip(s, ahead.length);
    }
    return buffer_slice(&rest);
}

stream_state stream_result(const stream *s) {
    return s->state;
}

const char *stream_problem(const stream *s) {
    switch (s->state) {
    case STREAM_FAILED:
        return strerror(s->error);
    case STREAM_CUT:
        return "its gzip data ends too early";
    case STREAM_DAMAGED:
        return "its gzip data is damaged";
    default:
        return "nothing";
    }
}
