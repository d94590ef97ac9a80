/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#include "base/buffer.h"
#include "base/full_date.h"

reading_fixture read_document(arena *a, document_form form, slice bytes) {
    reading_fixture r = {{0}, diagnostics_in(a)};
    document d = {.file = SLICE("folder/page.txt"),
                  .offset = 100,
                  .line = form == DOCUMENT_JSON_LINE ? 7 : 0,
                  .form = form,
                  .bytes = bytes};
    articles_read(&d, (moment){NO_DAY, NO_MINUTE, NO_ZONE}, a, &r.articles, &r.said);
    return r;
}

reading_fixture read_text(arena *a, const char *text, moment published) {
    reading_fixture r = {{0}, diagnostics_in(a)};
    document d = {.file = SLICE("folder/page.txt"),
                  .offset = 100,
                  .form = DOCUMENT_TEXT,
                  .bytes = slice_of(text)};
    articles_read(&d, published, a, &r.articles, &r.said);
    return r;
}

slice block_letters(arena *a, const article *x) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < x->block_count; i++)
        buffer_add_char(&out, ascii_upper(block_kind_word(x->blocks[i].kind).data[0]));
    return buffer_slice(&out);
}

slice block_words(const article *x, size_t index) {
    return slice_range(x->text, x->blocks[index].start, x->blocks[index].end);
}

slice date_words(arena *a, const article *x) {
    char text[MOMENT_TEXT_SIZE];
    moment_write(x->published, text);
    return arena_format(a, "%s%s%.*s", text, *text ? " " : "",
                        SLICE_ARGS(published_from_word(x->published_from)));
}
