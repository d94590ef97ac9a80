/* SPDX-License-Identifier: MIT */
/* Web pages and feeds: any bytes, in any charset, give articles that are what their header
 * promises. */
#include "base/utf8.h"
#include "fuzz/driver.h"
#include "read/article.h"

#include <stdlib.h>

static void check(const article *read) {
    size_t end = 0;
    if (utf8_check(read->text) != SIZE_MAX || utf8_check(read->title) != SIZE_MAX ||
        utf8_check(read->author) != SIZE_MAX || utf8_check(read->publisher) != SIZE_MAX ||
        utf8_check(read->url) != SIZE_MAX || utf8_check(read->language) != SIZE_MAX ||
        slice_find(read->text, SLICE("\0"), 0) != SIZE_MAX || read->published.day < NO_DAY ||
        read->published.day > LAST_DAY)
        abort();
    for (size_t i = 0; i < read->block_count; i++) {
        const block *b = &read->blocks[i];
        if (b->start < end || b->end <= b->start || b->end > read->text.length)
            abort();
        end = b->end;
    }
}

static void read_page(arena *a, slice bytes) {
    bool is_feed = slice_starts_with(bytes, SLICE("<?xml"));
    document d = {.file = SLICE("fuzz.html"),
                  .form = is_feed ? DOCUMENT_FEED : DOCUMENT_PAGE,
                  .bytes = bytes};
    moment unknown = {NO_DAY, NO_MINUTE, NO_ZONE};
    article_list articles = {0};
    diagnostics said = diagnostics_in(a);
    articles_read(&d, unknown, a, &articles, &said);
    for (size_t i = 0; i < articles.count; i++)
        check(&articles.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(read_page, bytes, length);
    return 0;
}
