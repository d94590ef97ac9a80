/* SPDX-License-Identifier: MIT */
#include "write/html_chart.h"

#include "write/chart_theme.h"

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

static void add_colour(buffer *style, const char *light, const char *dark) {
    buffer_print(style, ".sheet [fill=\"%s\"]{fill:%s}.sheet [stroke=\"%s\"]{stroke:%s}\n", light,
                 dark, light, dark);
}

/* The page is light or dark as the reader's system is; so the chart is drawn light, and turned. */
static slice dark_style(arena *a) {
    const chart_theme *light = chart_theme_of(DATELINE_LIGHT),
                      *dark = chart_theme_of(DATELINE_DARK);
    buffer style = buffer_in(a);
    buffer_print(&style,
                 "@media screen and (prefers-color-scheme: dark) {\n.sheet{background:%s}\n",
                 dark->paper);
    add_colour(&style, light->paper, dark->paper);
    add_colour(&style, light->ink, dark->ink);
    add_colour(&style, light->grey, dark->grey);
    add_colour(&style, light->day, dark->day);
    add_colour(&style, light->axis, dark->axis);
    add_colour(&style, light->faint, dark->faint);
    for (size_t i = 0; i < STATUS_KINDS; i++) {
        add_colour(&style, light->status[i], dark->status[i]);
        add_colour(&style, light->tint[i], dark->tint[i]);
    }
    buffer_add(&style, SLICE("}\n"));
    return buffer_slice(&style);
}

/* Fills in a chart that was drawn. */
static void take_svg(html_chart *out, arena *a, slice drawn) {
    size_t start = slice_find(drawn, SLICE("<svg"), 0);
    if (start == SIZE_MAX)
        return;
    out->svg = slice_range(drawn, start, drawn.length);
    out->style = dark_style(a);
    for (size_t from = 0; from != SIZE_MAX;) {
        slice style = between(out->svg, SLICE("<style"), SLICE("</style>"), &from);
        if (style.length)
            *vector_push(&out->styles, a) = decoded(a, style);
    }
}

html_chart html_chart_of(const write_job *job) {
    html_chart out = {SLICE(""), SLICE(""), {0}};
    buffer drawn = buffer_in(job->arena);
    output collected = {collect, &drawn, false};
    dateline_layout layout = *job->layout;
    layout.theme = DATELINE_LIGHT;
    write_job chart = *job;
    chart.layout = &layout;
    chart.format = DATELINE_SVG;
    chart.out = &collected;
    if (job->timeline->entries.count && write_chart(&chart) == DATELINE_OK)
        take_svg(&out, job->arena, buffer_slice(&drawn));
    return out;
}
