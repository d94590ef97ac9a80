/* SPDX-License-Identifier: MIT */
#include "read/archive.h"

#define LONGEST_HEADER_LINE 4096 /* bytes; what is behind is gone over */
#define MOST_HEADER_LINES   200
#define LONGEST_DIGITS      15 /* of a length */

/* The header of a record, as far as it matters; kept in place, for most records are gone over. */
typedef struct header {
    char type[20];
    char media_type[40];
    char captured[40];
    char url[2048];
    size_t length; /* of the block; SIZE_MAX: not given, or not understood */
} header;

/* ---- Lines ------------------------------------------------------------------------------- */

/* The next line without its end, in `room`; false where the stream ends before. */
static bool take_line(stream *bytes, char room[LONGEST_HEADER_LINE], slice *out) {
    size_t length = 0;
    for (;;) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            return false;
        const char *end = memchr(ahead.data, '\n', ahead.length);
        size_t taken = end ? (size_t)(end - ahead.data) : ahead.length;
        size_t kept = taken < LONGEST_HEADER_LINE - length ? taken : LONGEST_HEADER_LINE - length;
        memcpy(room + length, ahead.data, kept);
        length += kept;
        stream_skip(bytes, taken + (end != NULL));
        if (end) {
            *out = slice_trim((slice){room, length});
            return true;
        }
    }
}

/* False where the stream ends before. */
static bool skip_bytes(stream *bytes, size_t length) {
    while (length > 0) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            return false;
        size_t taken = ahead.length < length ? ahead.length : length;
        stream_skip(bytes, taken);
        length -= taken;
    }
    return true;
}

static bool take_bytes(stream *bytes, size_t length, arena *a, slice *out) {
    buffer block = buffer_in(a);
    while (block.length < length) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            return false;
        size_t left = length - block.length;
        size_t taken = ahead.length < left ? ahead.length : left;
        buffer_add(&block, slice_range(ahead, 0, taken));
        stream_skip(bytes, taken);
    }
    *out = buffer_slice(&block);
    return true;
}

/* ---- Headers ----------------------------------------------------------------------------- */

/* A value that does not fit is as good as none. */
static void keep(char *place, size_t size, slice value) {
    if (value.length >= size)
        return;
    memcpy(place, value.data, value.length);
    place[value.length] = '\0';
}

static size_t number_of(slice digits) {
    size_t number = 0;
    if (!digits.length || digits.length > LONGEST_DIGITS)
        return SIZE_MAX;
    for (size_t i = 0; i < digits.length; i++) {
        if (!ascii_is_digit(digits.data[i]))
            return SIZE_MAX;
        number = number * 10 + (size_t)(digits.data[i] - '0');
    }
    return number;
}

static void read_header_line(header *h, slice line) {
    size_t colon = slice_find(line, SLICE(":"), 0);
    if (colon == SIZE_MAX)
        return;
    slice name = slice_trim(slice_range(line, 0, colon));
    slice value = slice_trim(slice_range(line, colon + 1, line.length));
    if (slice_equal_nocase(name, SLICE("Content-Length"))) {
        h->length = number_of(value);
    } else if (slice_equal_nocase(name, SLICE("WARC-Type"))) {
        keep(h->type, sizeof h->type, value);
    } else if (slice_equal_nocase(name, SLICE("Content-Type"))) {
        size_t end = slice_find(value, SLICE(";"), 0);
        keep(h->media_type, sizeof h->media_type,
             slice_trim(slice_range(value, 0, end == SIZE_MAX ? value.length : end)));
    } else if (slice_equal_nocase(name, SLICE("WARC-Date"))) {
        keep(h->captured, sizeof h->captured, value);
    } else if (slice_equal_nocase(name, SLICE("WARC-Target-URI"))) {
        if (slice_starts_with(value, SLICE("<")) && slice_ends_with(value, SLICE(">")))
            value = slice_range(value, 1, value.length - 1);
        keep(h->url, sizeof h->url, value);
    }
}

/* Reads the header of the record that comes next; its length is SIZE_MAX where it is wrong. */
static archive_state read_header(stream *bytes, header *h, size_t *offset) {
    char room[LONGEST_HEADER_LINE];
    slice line;
    *h = (header){.length = SIZE_MAX};
    do {
        *offset = stream_offset(bytes);
        if (!take_line(bytes, room, &line))
            return ARCHIVE_END;
    } while (!line.length);
    if (!slice_starts_with(line, SLICE("WARC/")))
        return ARCHIVE_DAMAGED;
    for (int i = 0; i < MOST_HEADER_LINES; i++) {
        if (!take_line(bytes, room, &line))
            return ARCHIVE_DAMAGED;
        if (!line.length)
            return h->length == SIZE_MAX ? ARCHIVE_DAMAGED : ARCHIVE_RECORD;
        read_header_line(h, line);
    }
    return ARCHIVE_DAMAGED;
}

static bool is_wanted(const header *h, archive_kind *kind) {
    slice type = slice_of(h->type), media = slice_of(h->media_type);
    bool is_page = slice_equal_nocase(media, SLICE("text/html")) ||
                   slice_equal_nocase(media, SLICE("application/xhtml+xml"));
    bool is_http = slice_equal_nocase(media, SLICE("application/http"));
    if (slice_equal(type, SLICE("response"))) {
        *kind = ARCHIVE_RESPONSE;
        return is_http;
    }
    if (slice_equal(type, SLICE("resource"))) {
        *kind = ARCHIVE_PAGE;
        return is_page;
    }
    *kind = ARCHIVE_TEXT;
    return slice_equal(type, SLICE("conversion")) && slice_equal_nocase(media, SLICE("text/plain"));
}

archive_state archive_next(stream *bytes, arena *a, archive_record *out) {
    for (;;) {
        header h;
        *out = (archive_record){0};
        archive_state state = read_header(bytes, &h, &out->offset);
        if (state != ARCHIVE_RECORD)
            return state;
        bool wanted = is_wanted(&h, &out->kind), fits = h.length <= LARGEST_RECORD;
        if (!wanted || !fits) {
            if (!skip_bytes(bytes, h.length))
                return ARCHIVE_DAMAGED;
            if (wanted)
                return ARCHIVE_TOO_LARGE;
            continue;
        }
        out->url = arena_copy(a, slice_of(h.url));
        out->captured = arena_copy(a, slice_of(h.captured));
        return take_bytes(bytes, h.length, a, &out->block) ? ARCHIVE_RECORD : ARCHIVE_DAMAGED;
    }
}
