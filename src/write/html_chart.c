/* SPDX-License-Identifier: MIT */
#include "write/html_chart.h"

static bool collect(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

/* What is between the two marks, the second behind `from`; "" where one is missing. */
static slice between(slice text, slice opening, slice closing, size_t *from) {
    size_t start = slice_find(text, opening, *from);
    size_t inside = start == SIZE_MAX ? SIZE_MAX : slice_find(text, SLICE(">"), start);
    size_t end = inside == SIZE_MAX ? SIZE_MAX : slice_find(text, closing, inside);
    *from = end;
    return end == SIZE_MAX ? SLICE("") : slice_range(text, inside + 1, end);
}

/* The text of an element, as a reader of HTML gets it: the chart escapes these three. */
static slice decoded(arena *a, slice text) {
    static const slice references[] = {SLICE("&amp;"), SLICE("&lt;"), SLICE("&gt;")};
    buffer b = buffer_in(a);
    for (size_t i = 0; i < text.length; i++) {
        size_t k = 0;
        slice rest = slice_range(text, i, text.length);
        while (k < 3 && !slice_starts_with(rest, references[k]))
            k++;
        buffer_add_char(&b, k < 3 ? "&<>"[k] : text.data[i]);
        i += k < 3 ? references[k].length - 1 : 0;
    }
    return buffer_slice(&b);
}

html_chart html_chart_of(const write_job *job) {
    buffer drawn = buffer_in(job->arena);
    output collected = {collect, &drawn, false};
    write_job chart = *job;
    html_chart out = {SLICE(""), {0}};
    chart.format = DATELINE_SVG;
    chart.out = &collected;
    if (!job->timeline->entries.count || write_chart(&chart) != DATELINE_OK)
        return out;
    size_t start = slice_find(buffer_slice(&drawn), SLICE("<svg"), 0);
    if (start == SIZE_MAX)
        return out;
    out.svg = slice_range(buffer_slice(&drawn), start, drawn.length);
    for (size_t from = 0; from != SIZE_MAX;) {
        slice style = between(out.svg, SLICE("<style"), SLICE("</style>"), &from);
        if (style.length)
            *vector_push(&out.styles, job->arena) = decoded(job->arena, style);
    }
    return out;
}
