/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "fuzz/driver.h"
#include "lang/conllu.h"

#include <stdlib.h>

/* What the header promises. */
static void check_sentence(const conllu_sentence *s, arena *a) {
    for (size_t i = 0; i < s->words.count; i++) {
        const conllu_word *w = &s->words.items[i];
        if (!w->form.length || (w->head != CONLLU_NO_HEAD && w->head > s->words.count))
            abort();
    }
    for (size_t i = 0; i < s->ranges.count; i++) {
        const conllu_range *r = &s->ranges.items[i];
        if (r->first < 1 || r->last < r->first || r->last > s->words.count)
            abort();
    }
    size_t *starts = ARENA_ARRAY(a, size_t, s->words.count);
    slice surface = conllu_surface(s, a, starts);
    if (utf8_check(surface) != SIZE_MAX || starts[s->words.count - 1] >= surface.length)
        abort();
}

static slice copy(arena *a, slice bytes, diagnostics *said) {
    conllu_reader reader = conllu_reader_of(bytes, SLICE("fuzz"), said);
    conllu_sentence s;
    buffer out = buffer_in(a);
    while (conllu_next(&reader, a, &s)) {
        check_sentence(&s, a);
        conllu_write(&s, &out);
    }
    return buffer_slice(&out);
}

/* What was written is read without complaint and written the same. */
static void read_and_write(arena *a, slice bytes) {
    diagnostics said = diagnostics_in(a), said_again = diagnostics_in(a);
    slice written = copy(a, bytes, &said);
    if (!slice_equal(copy(a, written, &said_again), written) || said_again.list.count)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(read_and_write, bytes, length);
    return 0;
}
