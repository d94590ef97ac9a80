/* SPDX-License-Identifier: MIT */
/* Plain text, and Markdown with the front matter that site generators put above it. */
#include "base/utf8.h"
#include "read/fields.h"
#include "read/markdown.h"

/* The document's bytes as text; "" (diagnosed) where they are none. */
static slice valid_text(const document *d, arena *a, diagnostics *said) {
    size_t bad = utf8_check(d->bytes);
    if (bad != SIZE_MAX) {
        diagnose(said, DATELINE_BAD_UTF8, DATELINE_SKIPPED, d->file, d->offset + bad, "%s; skipped",
                 dateline_status_text(DATELINE_BAD_UTF8));
        return (slice){"", 0};
    }
    if (!d->bytes.length || !memchr(d->bytes.data, '\0', d->bytes.length))
        return d->bytes;
    slice text = arena_copy(a, d->bytes);
    char *bytes = (char *)text.data;
    for (size_t i = 0; i < text.length; i++)
        if (!bytes[i])
            bytes[i] = ' ';
    return text;
}

static void add(const document *d, arena *a, fields given, fields_list *out, diagnostics *said) {
    if (utf8_trim(given.text).length)
        *vector_push(out, a) = given;
    else
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, d->file, DATELINE_NO_OFFSET,
                 "has no text; skipped");
}

void text_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    slice text = valid_text(d, a, said);
    if (text.length)
        add(d, a, (fields){.id = record_id(d, a), .url = d->url, .text = text, .offset = d->offset},
            out, said);
}

/* ---- Front matter: a subset of YAML, "key: value" lines between two lines "---" ----------- */

/* The line that begins at *at, without its end; moves *at behind it. */
static slice take_line(slice text, size_t *at) {
    size_t end = *at;
    while (end < text.length && text.data[end] != '\n')
        end++;
    slice line = slice_range(text, *at, end);
    *at = end < text.length ? end + 1 : end;
    return line;
}

static bool is_fence(slice line) {
    line = slice_trim(line);
    return slice_equal(line, SLICE("---")) || slice_equal(line, SLICE("..."));
}

static slice without_quotes(slice value) {
    if (value.length >= 2 && (value.data[0] == '"' || value.data[0] == '\'') &&
        value.data[value.length - 1] == value.data[0])
        return slice_range(value, 1, value.length - 1);
    return value;
}

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

static void read_pair(fields *given, slice line) {
    size_t colon = slice_find(line, SLICE(":"), 0);
    if (colon == SIZE_MAX)
        return;
    slice *place = place_of(given, slice_trim(slice_range(line, 0, colon)));
    if (place && !place->length)
        *place = without_quotes(slice_trim(slice_range(line, colon + 1, line.length)));
}

/* The offset behind the front matter, whose fields are read; 0 where there is none. */
static size_t read_front_matter(slice text, fields *given) {
    size_t at = 0;
    if (!slice_equal(slice_trim(take_line(text, &at)), SLICE("---")))
        return 0;
    fields found = *given;
    while (at < text.length) {
        slice line = take_line(text, &at);
        if (is_fence(line)) {
            *given = found;
            return at;
        }
        read_pair(&found, line);
    }
    return 0;
}

void markdown_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    slice text = valid_text(d, a, said);
    if (!text.length)
        return;
    fields given = {0};
    size_t behind = read_front_matter(text, &given);
    given.text = markdown_render(a, slice_range(text, behind, text.length), &given.blocks);
    given.offset = d->offset + behind;
    add(d, a, given, out, said);
}
