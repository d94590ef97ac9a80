/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "read/items.h"

/* Where in a value the bytes seen so far end. */
typedef struct json_place {
    size_t depth; /* brackets that are open */
    bool in_string;
    bool escaped; /* behind a backslash */
} json_place;

/* Goes over a byte; true where a bracket or a string that stood alone ends with it. */
static bool pass(json_place *p, char c) {
    if (p->in_string) {
        bool ends = c == '"' && !p->escaped;
        p->escaped = c == '\\' && !p->escaped;
        p->in_string = !ends;
        return ends && p->depth == 0;
    }
    p->in_string = c == '"';
    if (c == '{' || c == '[')
        p->depth++;
    if ((c == '}' || c == ']') && p->depth > 0)
        return --p->depth == 0;
    return false;
}

/* ---- Where the articles are ----------------------------------------------------------------- */

static size_t behind_space(slice s, size_t at) {
    while (at < s.length && ascii_is_space(s.data[at]))
        at++;
    return at;
}

/* Whether a name with its quotation marks is one that arrays of articles have. */
static bool names_articles(slice name) {
    return slice_equal_nocase(name, SLICE("\"articles\"")) ||
           slice_equal_nocase(name, SLICE("\"@graph\""));
}

size_t json_items_at(slice ahead) {
    size_t at = behind_space(ahead, 0), begun = 0;
    if (at < ahead.length && ahead.data[at] == '[')
        return at + 1;
    json_place p = {0};
    for (; at < ahead.length; at++) {
        bool was_in_string = p.in_string;
        if (pass(&p, ahead.data[at]) && p.depth == 0)
            return SIZE_MAX; /* the object ends */
        if (!was_in_string && p.in_string)
            begun = at;
        if (!was_in_string || p.in_string || p.depth != 1 ||
            !names_articles(slice_range(ahead, begun, at + 1)))
            continue;
        size_t colon = behind_space(ahead, at + 1);
        size_t value = behind_space(ahead, colon + 1);
        if (value < ahead.length && ahead.data[colon] == ':' && ahead.data[value] == '[')
            return value + 1;
    }
    return SIZE_MAX;
}

/* ---- Values --------------------------------------------------------------------------------- */

static char skip_space(stream *bytes) {
    for (;;) {
        slice ahead = stream_peek(bytes, 1);
        size_t length = behind_space(ahead, 0);
        stream_skip(bytes, length);
        if (!ahead.length)
            return '\0';
        if (length < ahead.length)
            return ahead.data[length];
    }
}

/* Where a value that has begun ends in the bytes ahead; false where it goes on behind them. */
static bool value_end(slice ahead, json_place *p, size_t *end) {
    for (size_t i = 0; i < ahead.length; i++) {
        bool alone = p->depth == 0 && !p->in_string;
        if (alone && (ahead.data[i] == ',' || ahead.data[i] == ']')) {
            *end = i;
            return true;
        }
        pass(p, ahead.data[i]);
    }
    *end = ahead.length;
    return false;
}

item_state json_item_next(stream *bytes, bool is_first, size_t largest, arena *a, item *out) {
    char next = skip_space(bytes);
    *out = (item){.offset = stream_offset(bytes)};
    if (next == ']' || next == '\0' || (!is_first && next != ',')) {
        stream_skip(bytes, next == ']');
        return next == ']' ? ITEM_END : ITEM_DAMAGED;
    }
    if (!is_first) {
        stream_skip(bytes, 1);
        skip_space(bytes);
        out->offset = stream_offset(bytes);
    }
    buffer value = buffer_in(a);
    json_place p = {0};
    bool ended = false, fits = true;
    while (!ended) {
        slice ahead = stream_peek(bytes, 1);
        size_t length;
        if (!ahead.length)
            break;
        ended = value_end(ahead, &p, &length);
        fits = fits && length <= largest - value.length;
        if (fits)
            buffer_add(&value, slice_range(ahead, 0, length));
        stream_skip(bytes, length);
    }
    out->bytes = slice_trim(buffer_slice(&value));
    out->is_whole = ended;
    return fits ? ITEM_FOUND : ITEM_TOO_LARGE;
}

void json_items_leave(stream *bytes) {
    json_place p = {.depth = 1};
    for (bool ended = false; !ended;) {
        slice ahead = stream_peek(bytes, 1);
        size_t length = 0;
        if (!ahead.length)
            return;
        while (!ended && length < ahead.length)
            ended = pass(&p, ahead.data[length++]);
        stream_skip(bytes, length);
    }
}
