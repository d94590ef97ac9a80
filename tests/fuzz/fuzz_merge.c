/* SPDX-License-Identifier: MIT */
/* The lines of extract, as merge reads them: any bytes give a timeline that holds together. */
#include "fuzz/driver.h"
#include "timeline/build.h"
#include "timeline/extract_json.h"

#include <stdlib.h>

static void read_lines(story *s, slice bytes, diagnostics *said) {
    extract_reader reader = extract_reader_of(s);
    for (size_t at = 0; at < bytes.length;) {
        size_t end = slice_find(bytes, SLICE("\n"), at);
        end = end == SIZE_MAX ? bytes.length : end;
        extract_line_read(&reader, slice_range(bytes, at, end), SLICE("fuzz"), at, s->owner, said);
        at = end + 1;
    }
    extract_reader_end(&reader);
}

/* A copy is of another article that is listed and is no copy itself. */
static void check_copies(const timeline *t) {
    for (size_t i = 0; i < t->articles.count; i++) {
        const timeline_article *one = &t->articles.items[i];
        bool is_found = !one->copy_of.length;
        for (size_t k = 0; k < t->articles.count && !is_found; k++)
            is_found = k != i && !t->articles.items[k].copy_of.length &&
                       slice_equal(t->articles.items[k].id, one->copy_of);
        if (!is_found)
            abort();
    }
}

static void merge(arena *a, slice bytes) {
    story s = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    timeline_wishes wishes = {0};
    read_lines(&s, bytes, &said);
    timeline *t = timeline_build(&s, &wishes, a, &said);
    check_copies(t);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        if (!e->mentions.count || !(e->salience >= 0 && e->salience <= 1))
            abort();
        for (size_t k = 0; k < e->mentions.count; k++)
            if (e->mentions.items[k].article >= t->articles.count)
                abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(merge, bytes, length);
    return 0;
}
