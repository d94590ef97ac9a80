/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkstemp */

#include "fuzz/driver.h"
#include "read/article.h"

#include <stdlib.h>
#include <unistd.h>

/* The bytes as a file: decompressed, cut into documents, and these read. */
static void read_file(arena *a, slice path) {
    moment unknown = {NO_DAY, NO_MINUTE, NO_ZONE};
    diagnostics said = diagnostics_in(a);
    source *files = source_new(a);
    if (source_add(files, path, &said) != DATELINE_OK)
        abort();
    article_list articles = {0};
    document d;
    while (source_next(files, a, &d, &said))
        articles_read(&d, unknown, a, &articles, &said);
    if (!articles.count && !said.list.count)
        abort(); /* nothing was read, and nothing is said of it */
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    char path[] = "/tmp/fuzz_source_XXXXXX";
    int descriptor = mkstemp(path);
    if (descriptor < 0 || write(descriptor, bytes, length) != (ssize_t)length)
        abort();
    close(descriptor);
    driver_run(read_file, (const uint8_t *)path, sizeof path - 1);
    unlink(path);
    return 0;
}
