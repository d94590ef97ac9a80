/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "fuzz/driver.h"
#include "read/article.h"

#include <stdlib.h>

/* What the header of article.h promises of each article. */
static void check(const article *read) {
    size_t end = 0;
    if (utf8_check(read->text) != SIZE_MAX || slice_find(read->text, SLICE("\0"), 0) != SIZE_MAX ||
        read->published.day < NO_DAY || read->published.day > LAST_DAY)
        abort();
    for (size_t i = 0; i < read->block_count; i++) {
        const block *b = &read->blocks[i];
        if (b->start < end || b->end <= b->start || b->end > read->text.length)
            abort();
        end = b->end;
    }
}

/* The first byte chooses the form, the others are the document. */
static void read_document(arena *a, slice bytes) {
    document d = {.file = SLICE("fuzz"), .bytes = bytes};
    if (bytes.length) {
        d.form = (document_form)((unsigned char)bytes.data[0] % (DOCUMENT_CONLLU + 1));
        d.bytes = slice_range(bytes, 1, bytes.length);
    }
    moment unknown = {NO_DAY, NO_MINUTE, NO_ZONE};
    article_list articles = {0};
    diagnostics said = diagnostics_in(a);
    articles_read(&d, unknown, a, &articles, &said);
    for (size_t i = 0; i < articles.count; i++)
        check(&articles.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(read_document, bytes, length);
    return 0;
}
