/* SPDX-License-Identifier: MIT */
#include "event/quotation.h"

/* What a mark at an offset does to a quotation. */
typedef enum quote_mark {
    NO_MARK,
    OPENS,
    CLOSES,
    TURNS /* "straight" marks do either */
} quote_mark;

static quote_mark mark_at(slice text, size_t at) {
    if (text.data[at] == '"')
        return TURNS;
    slice rest = slice_range(text, at, text.length);
    if (slice_starts_with(rest, SLICE("“")) || slice_starts_with(rest, SLICE("«")))
        return OPENS;
    return slice_starts_with(rest, SLICE("”")) || slice_starts_with(rest, SLICE("»")) ? CLOSES
                                                                                      : NO_MARK;
}

void quotation_pass(quotation *q, slice text, const sentence *s, size_t which, size_t next) {
    for (size_t at = s->start; at < next; at++) {
        quote_mark mark = mark_at(text, at);
        if (mark == OPENS || (mark == TURNS && q->begun == SIZE_MAX))
            q->begun = which;
        else if (mark == CLOSES || mark == TURNS)
            q->begun = SIZE_MAX;
    }
}

size_t quotation_of(const quotation *q, slice text, const sentence *s, size_t which) {
    quote_mark first = mark_at(text, s->start);
    return q->begun == SIZE_MAX && (first == OPENS || first == TURNS) ? which : q->begun;
}

bool quotation_ends_in(slice text, const sentence *s) {
    for (size_t at = s->start + 1; at < s->end; at++) {
        quote_mark mark = mark_at(text, at);
        if (mark == CLOSES || mark == TURNS)
            return true;
    }
    return false;
}
