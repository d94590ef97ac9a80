/* SPDX-License-Identifier: MIT */
#include "fuzz/driver.h"
#include "support/conllu_check.h"
#include "write/conllu_lines.h"

#include <stdlib.h>

/* Whatever the text is, its words are valid CoNLL-U; so they are when they are read back. */
static void parse(arena *a, slice bytes) {
    document d = {.file = SLICE("fuzz"), .bytes = bytes, .form = DOCUMENT_TEXT};
    moment undated = {NO_DAY, NO_MINUTE, NO_ZONE};
    article_list articles = {0}, again = {0};
    diagnostics said = diagnostics_in(a);
    buffer first = buffer_in(a), second = buffer_in(a);
    articles_read(&d, undated, a, &articles, &said);
    for (size_t i = 0; i < articles.count; i++)
        conllu_parse_article(&articles.items[i], a, &first);
    if (conllu_check(a, buffer_slice(&first)))
        abort();
    d = (document){.file = SLICE("fuzz"), .bytes = buffer_slice(&first), .form = DOCUMENT_CONLLU};
    conllu_parse_words(&d, a, &again, &second, &said);
    if (!slice_equal(buffer_slice(&first), buffer_slice(&second)))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(parse, bytes, length);
    return 0;
}
