/* SPDX-License-Identifier: MIT */
#include "read/front_matter.h"

#include "base/buffer.h"
#include "base/utf8.h"

/* Lines on the way. */
typedef struct reader {
    slice text;
    size_t at;
    arena *owner;
} reader;

/* ---- Lines ------------------------------------------------------------------------------- */

/* The line that begins at `at`, without its end, and where the next one begins. */
static slice line_at(slice text, size_t at, size_t *next) {
    const char *found = at < text.length ? memchr(text.data + at, '\n', text.length - at) : NULL;
    size_t end = found ? (size_t)(found - text.data) : text.length;
    *next = found ? end + 1 : end;
    slice line = slice_range(text, at, end);
    return slice_ends_with(line, SLICE("\r")) ? slice_range(line, 0, line.length - 1) : line;
}

static bool is_fence(slice line) {
    line = slice_trim(line);
    return slice_equal(line, SLICE("---")) || slice_equal(line, SLICE("..."));
}

/* ---- Values ------------------------------------------------------------------------------ */

/* The character of so many hexadecimal digits at `at`; false where they are none. */
static bool add_code(buffer *out, slice s, size_t at, size_t digits) {
    uint32_t code = 0;
    char bytes[4];
    for (size_t i = at; i < at + digits; i++) {
        char c = i < s.length ? ascii_lower(s.data[i]) : 0;
        if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
        code = code * 16 + (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    size_t length = utf8_encode(code ? code : ' ', bytes);
    buffer_add(out, (slice){bytes, length});
    return true;
}

/* What stands behind a backslash at `at`; its length. */
static size_t add_escape(buffer *out, slice s, size_t at) {
    char c = at < s.length ? s.data[at] : '\\';
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits && add_code(out, s, at + 1, digits))
        return 1 + digits;
    buffer_add_char(out, c == 'n' || c == 't' || c == 'r' || c == '0' ? ' ' : c);
    return 1;
}

/* Adds the text in quotes that `s` begins with; the length with both quotes. */
static size_t add_quoted(buffer *out, slice s) {
    char quote = s.data[0];
    size_t at = 1;
    while (at < s.length) {
        if (quote == '"' && s.data[at] == '\\') {
            at += 1 + add_escape(out, s, at + 1);
        } else if (s.data[at] == quote) {
            if (quote == '"' || at + 1 == s.length || s.data[at + 1] != quote)
                return at + 1;
            buffer_add_char(out, quote);
            at += 2;
        } else {
            buffer_add_char(out, s.data[at++]);
        }
    }
    return s.length;
}

/* Where a plain value ends: at a comment, and within a list at a comma. */
static size_t plain_length(slice s, bool in_list) {
    for (size_t i = 0; i < s.length; i++)
        if ((s.data[i] == '#' && (i == 0 || ascii_is_space(s.data[i - 1]))) ||
            (in_list && (s.data[i] == ',' || s.data[i] == ']')))
            return i;
    return s.length;
}

/* Adds the value that `s` begins with; its length. */
static size_t add_value(buffer *out, slice s, bool in_list) {
    if (s.length && (s.data[0] == '"' || s.data[0] == '\''))
        return add_quoted(out, s);
    size_t length = plain_length(s, in_list);
    buffer_add(out, slice_trim((slice){s.data, length}));
    return length;
}

static void add_comma(buffer *out) {
    if (out->length)
        buffer_add(out, SLICE(", "));
}

/* Adds the items of a list in brackets. */
static void add_list(buffer *out, slice s) {
    size_t at = 1;
    while (at < s.length && s.data[at] != ']') {
        slice rest = slice_range(s, at, s.length);
        slice item = slice_trim(rest);
        if (item.length && item.data[0] == '#')
            return; /* the rest of the line is a comment */
        if (item.length && item.data[0] != ']' && item.data[0] != ',') {
            add_comma(out);
            at = (size_t)(item.data - s.data) + add_value(out, item, true);
        } else {
            at++;
        }
    }
}

static bool is_pair(slice words) {
    return slice_find(words, SLICE(": "), 0) != SIZE_MAX || slice_ends_with(words, SLICE(":"));
}

/* Adds what stands on the lines below a key: the items of a list, or indented text, in which pairs
 * are a nested map unless a sign says that it `is_text`. */
static void add_lines_below(reader *r, buffer *out, bool is_text) {
    size_t next;
    for (; r->at < r->text.length; r->at = next) {
        slice line = line_at(r->text, r->at, &next);
        slice words = slice_trim(line);
        bool is_item = slice_starts_with(words, SLICE("- ")) && !is_fence(line);
        bool is_indented = line.length && ascii_is_space(line.data[0]);
        if (words.length && !is_item && !is_indented)
            return;
        if (!words.length || (!is_item && !is_text && is_pair(words)))
            continue;
        if (is_item)
            add_comma(out);
        else if (out->length)
            buffer_add_char(out, ' ');
        add_value(out, slice_trim(slice_range(words, is_item ? 2 : 0, words.length)), false);
    }
}

/* ---- Keys -------------------------------------------------------------------------------- */

/* Where the value of a key goes; NULL for the keys that tell us nothing. */
static slice *place_of(fields *given, slice key) {
    const struct {
        const char *key;
        slice *place;
    } places[] = {
        {"id", &given->id},
        {"url", &given->url},
        {"title", &given->title},
        {"publisher", &given->publisher},
        {"source", &given->publisher},
        {"author", &given->author},
        {"authors", &given->author},
        {"published", &given->published},
        {"date", &given->published},
        {"language", &given->language},
        {"lang", &given->language},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (slice_equal_nocase(key, slice_of(places[i].key)))
            return places[i].place;
    return NULL;
}

/* Reads the pair on the line, and what of its value stands below it. */
static void read_pair(reader *r, slice line, fields *given) {
    size_t colon = slice_find(line, SLICE(":"), 0);
    if (colon == SIZE_MAX || ascii_is_space(line.data[0]))
        return;
    slice *place = place_of(given, slice_trim(slice_range(line, 0, colon)));
    if (!place || place->length)
        return;
    slice value = slice_trim(slice_range(line, colon + 1, line.length));
    buffer out = buffer_in(r->owner);
    bool is_text = value.length && (value.data[0] == '|' || value.data[0] == '>');
    if (!value.length || is_text)
        add_lines_below(r, &out, is_text);
    else if (value.data[0] == '[')
        add_list(&out, value);
    else
        add_value(&out, value, false);
    *place = buffer_slice(&out);
}

size_t front_matter_read(slice text, arena *a, fields *given) {
    reader r = {.text = text, .owner = a};
    if (!slice_equal(slice_trim(line_at(text, 0, &r.at)), SLICE("---")))
        return 0;
    fields found = *given;
    while (r.at < text.length) {
        slice line = line_at(text, r.at, &r.at);
        if (is_fence(line)) {
            *given = found;
            return r.at;
        }
        read_pair(&r, line, &found);
    }
    return 0;
}
