/* SPDX-License-Identifier: MIT */
/* Plain text, and Markdown with the front matter that site generators put above it. */
#include "base/utf8.h"
#include "read/fields.h"
#include "read/front_matter.h"
#include "read/markdown.h"

/* The document's bytes as text, of what is seen of them; "" (diagnosed) where they are none. */
static slice valid_text(const document *d, arena *a, diagnostics *said) {
    size_t bad = utf8_check(d->bytes);
    if (bad != SIZE_MAX) {
        diagnose(said, DATELINE_BAD_UTF8, DATELINE_SKIPPED, d->file, d->offset + bad, "%s; skipped",
                 dateline_status_text(DATELINE_BAD_UTF8));
        return (slice){"", 0};
    }
    if (!d->bytes.length || !memchr(d->bytes.data, '\0', d->bytes.length))
        return utf8_visible(a, d->bytes);
    slice text = arena_copy(a, d->bytes);
    char *bytes = (char *)text.data;
    for (size_t i = 0; i < text.length; i++)
        if (!bytes[i])
            bytes[i] = ' ';
    return utf8_visible(a, text);
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

void markdown_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    slice text = valid_text(d, a, said);
    if (!text.length)
        return;
    fields given = {0};
    size_t behind = front_matter_read(text, a, &given);
    given.text = markdown_render(a, slice_range(text, behind, text.length), &given.blocks);
    given.offset = d->offset + behind;
    add(d, a, given, out, said);
}
