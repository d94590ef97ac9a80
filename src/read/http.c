/* SPDX-License-Identifier: MIT */
#include "read/http.h"

#include "base/buffer.h"

#include <zlib.h>

#define LONGEST_CHUNK_SIZE 8 /* hexadecimal digits */
#define INFLATED_AT_ONCE   ((size_t)32 << 10)

/* ---- The header -------------------------------------------------------------------------- */

/* The line that begins at *at, without its end; moves *at behind it. */
static slice take_line(slice s, size_t *at) {
    const char *begin = s.data + *at;
    const char *end = memchr(begin, '\n', s.length - *at);
    size_t length = end ? (size_t)(end - begin) : s.length - *at;
    *at += length + (end != NULL);
    return slice_trim((slice){begin, length});
}

/* What follows `name=` among the parameters of a header's value, without quotes. */
static slice parameter_of(slice value, slice name) {
    size_t at = slice_find_nocase(value, name, 0);
    if (at == SIZE_MAX)
        return (slice){"", 0};
    slice rest = slice_trim(slice_range(value, at + name.length, value.length));
    size_t end = slice_find(rest, SLICE(";"), 0);
    if (end != SIZE_MAX)
        rest = slice_trim(slice_range(rest, 0, end));
    if (rest.length >= 2 && rest.data[0] == '"' && rest.data[rest.length - 1] == '"')
        rest = slice_range(rest, 1, rest.length - 1);
    return rest;
}

/* How the body is written down. */
typedef struct coding {
    bool is_chunked;
    slice packing; /* "gzip", "deflate", "" */
} coding;

static void read_field(slice line, http_response *out, coding *how) {
    size_t colon = slice_find(line, SLICE(":"), 0);
    if (colon == SIZE_MAX)
        return;
    slice name = slice_trim(slice_range(line, 0, colon));
    slice value = slice_trim(slice_range(line, colon + 1, line.length));
    if (slice_equal_nocase(name, SLICE("Content-Type"))) {
        size_t end = slice_find(value, SLICE(";"), 0);
        out->media_type = slice_trim(slice_range(value, 0, end == SIZE_MAX ? value.length : end));
        out->charset = parameter_of(value, SLICE("charset="));
    } else if (slice_equal_nocase(name, SLICE("Transfer-Encoding"))) {
        how->is_chunked = slice_find_nocase(value, SLICE("chunked"), 0) != SIZE_MAX;
    } else if (slice_equal_nocase(name, SLICE("Content-Encoding")) &&
               !slice_equal_nocase(value, SLICE("identity"))) {
        how->packing = value;
    }
}

/* The number behind "HTTP/1.1 "; 0 where the line is none of a response. */
static int status_of(slice line) {
    size_t space = slice_find(line, SLICE(" "), 0);
    if (!slice_starts_with(line, SLICE("HTTP/")) || space == SIZE_MAX)
        return 0;
    slice rest = slice_trim(slice_range(line, space, line.length));
    int status = 0;
    for (size_t i = 0; i < 3 && i < rest.length && ascii_is_digit(rest.data[i]); i++)
        status = status * 10 + rest.data[i] - '0';
    return status;
}

/* ---- The body ---------------------------------------------------------------------------- */

static int hexadecimal_digit(char c) {
    c = ascii_lower(c);
    return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The size that a chunk's line tells, or SIZE_MAX. */
static size_t chunk_size(slice line) {
    size_t size = 0, digits = 0;
    while (digits < line.length && hexadecimal_digit(line.data[digits]) >= 0)
        size = size * 16 + (size_t)hexadecimal_digit(line.data[digits++]);
    return digits > 0 && digits <= LONGEST_CHUNK_SIZE ? size : SIZE_MAX;
}

/* The chunks together. Some archives keep the header but not the chunks: then it is the body. */
static slice without_chunks(slice body, arena *a) {
    buffer out = buffer_in(a);
    for (size_t at = 0; at < body.length;) {
        size_t size = chunk_size(take_line(body, &at));
        if (size == SIZE_MAX)
            return out.length ? buffer_slice(&out) : body;
        size_t left = body.length - at;
        size_t taken = size < left ? size : left;
        buffer_add(&out, slice_range(body, at, at + taken));
        at += taken;
        if (!size)
            break;
        take_line(body, &at);
    }
    return buffer_slice(&out);
}

typedef struct unpacking {
    z_stream zlib;
    bool is_ready;
} unpacking;

static void end_unpacking(void *unpacker) {
    unpacking *u = unpacker;
    if (u->is_ready)
        inflateEnd(&u->zlib);
}

/* The unpacked bytes; `window` is zlib's (gzip or zlib's own frame, or none). */
static slice unpacked(slice packed, int window, arena *a) {
    unpacking *u = ARENA_NEW(a, unpacking);
    arena_defer(a, end_unpacking, u);
    if (inflateInit2(&u->zlib, window) != Z_OK)
        arena_fail(a, DATELINE_NO_MEMORY);
    u->is_ready = true;
    buffer out = buffer_in(a);
    unsigned char piece[INFLATED_AT_ONCE];
    u->zlib.next_in = (unsigned char *)packed.data;
    u->zlib.avail_in = (uInt)packed.length;
    int result = Z_OK;
    while (result == Z_OK && out.length < LARGEST_BODY) {
        u->zlib.next_out = piece;
        u->zlib.avail_out = sizeof piece;
        result = inflate(&u->zlib, Z_NO_FLUSH);
        buffer_add(&out, (slice){(char *)piece, sizeof piece - u->zlib.avail_out});
    }
    return buffer_slice(&out);
}

#define WINDOW_ANY_FRAME (15 + 32)
#define WINDOW_NO_FRAME  (-15)

static void unpack(http_response *out, slice packing, arena *a) {
    bool is_gzip =
        slice_equal_nocase(packing, SLICE("gzip")) || slice_equal_nocase(packing, SLICE("x-gzip"));
    bool is_deflate = slice_equal_nocase(packing, SLICE("deflate"));
    bool looks_plain = out->body.length && out->body.data[0] == '<';
    if (looks_plain) /* archives may have unpacked it, and kept the header */
        return;
    if (!is_gzip && !is_deflate) {
        out->is_unknown = true;
        out->body.length = 0;
        return;
    }
    slice body = unpacked(out->body, WINDOW_ANY_FRAME, a);
    out->body = body.length || is_gzip ? body : unpacked(out->body, WINDOW_NO_FRAME, a);
}

http_response http_read(slice message, arena *a) {
    http_response out = {.media_type = {"", 0}, .charset = {"", 0}, .body = {"", 0}};
    coding how = {.packing = {"", 0}};
    size_t at = 0;
    out.status = status_of(take_line(message, &at));
    while (at < message.length) {
        slice line = take_line(message, &at);
        if (!line.length)
            break;
        read_field(line, &out, &how);
    }
    out.body = slice_range(message, at, message.length);
    if (how.is_chunked)
        out.body = without_chunks(out.body, a);
    if (how.packing.length)
        unpack(&out, how.packing, a);
    return out;
}
