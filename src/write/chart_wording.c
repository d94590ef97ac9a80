/* SPDX-License-Identifier: MIT */
#include "write/chart_wording.h"

#include "base/buffer.h"
#include "base/map.h"
#include "write/chart_text.h"
#include "write/wording.h"

#define MOST_FIGURES    8
#define MOST_PUBLISHERS 3
#define MOST_QUOTES     3 /* in a tooltip */

slice chart_status_text(arena *a, event_status status) {
    slice word = wording_of_status(status);
    char *capitals = arena_alloc(a, word.length + 1);
    for (size_t i = 0; i < word.length; i++) {
        char c = word.data[i];
        capitals[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return (slice){capitals, word.length};
}

slice chart_title_text(arena *a, const entry *e, bool with_time) {
    slice title = chart_text_clean(a, e->title), time = wording_of_time(a, e->when);
    if (!time.length || !with_time)
        return title;
    return arena_format(a, "%.*s  %.*s", SLICE_ARGS(time), SLICE_ARGS(title));
}

/* "example.org" of "https://www.example.org/story". */
static slice host_of(slice url) {
    size_t start = slice_find(url, SLICE("://"), 0);
    if (start == SIZE_MAX)
        return SLICE("");
    slice host = slice_range(url, start + strlen("://"), url.length);
    size_t end = slice_find(host, SLICE("/"), 0);
    host = slice_range(host, 0, end == SIZE_MAX ? host.length : end);
    size_t skip = slice_starts_with(host, SLICE("www.")) ? strlen("www.") : 0;
    return slice_range(host, skip, host.length);
}

slice chart_publisher(arena *a, const timeline_article *listed) {
    bool has_host = !listed->publisher.length && article_has_link(listed);
    return chart_text_clean(a, has_host ? host_of(listed->url) : listed->publisher);
}

slice_list chart_publishers(arena *a, const timeline *t, const index_list *articles) {
    slice_list names = {0};
    map *seen = map_new(a);
    for (size_t i = 0; i < articles->count; i++) {
        slice name = chart_publisher(a, &t->articles.items[articles->items[i]]);
        size_t *times = map_at(seen, name, 0);
        if (name.length && !(*times)++)
            *vector_push(&names, a) = name;
    }
    return names;
}

slice chart_sources_text(arena *a, const timeline *t, const entry *e) {
    index_list articles = entry_articles(a, e);
    slice_list names = chart_publishers(a, t, &articles);
    slice count = wording_of_count(a, articles.count, "source", "sources");
    if (!names.count)
        return count;
    buffer b = buffer_in(a);
    if (articles.count > 1)
        buffer_print(&b, "%.*s: ", SLICE_ARGS(count));
    size_t named = names.count > MOST_PUBLISHERS ? MOST_PUBLISHERS - 1 : names.count;
    for (size_t i = 0; i < named; i++)
        buffer_print(&b, "%s%.*s", i ? ", " : "", SLICE_ARGS(names.items[i]));
    if (names.count > named)
        buffer_print(&b, " and %zu more", names.count - named);
    return buffer_slice(&b);
}

slice chart_figures_text(arena *a, const entry *e) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < e->figures.count && i < MOST_FIGURES; i++) {
        const entry_figure *f = &e->figures.items[i];
        slice of = chart_text_clean(a, f->of);
        buffer_print(&b, "%s%.*s:", i ? "; " : "", SLICE_ARGS(of));
        for (size_t k = 0; k < f->values.count; k++) {
            slice value = wording_of_value(a, &f->values.items[k]);
            buffer_print(&b, "%s%.*s", k ? " · " : " ", SLICE_ARGS(value));
        }
    }
    return buffer_slice(&b);
}

/* ---- Links, tooltips, labels -------------------------------------------------------------- */

slice chart_link(const timeline *t, const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++) {
        const timeline_article *listed = &t->articles.items[e->mentions.items[i].article];
        if (article_has_link(listed))
            return listed->url;
    }
    return SLICE("");
}

/* “The dyke broke.” — Harbour Gazette */
static void add_quote(buffer *b, const timeline *t, const entry_mention *m) {
    const timeline_article *listed = &t->articles.items[m->article];
    slice quote = chart_text_clean(b->owner, m->quote);
    slice name = chart_text_clean(b->owner, listed->publisher.length ? listed->publisher
                                                                     : article_name(listed));
    buffer_print(b, "%s“%.*s” — %.*s", b->length ? "\n" : "", SLICE_ARGS(quote), SLICE_ARGS(name));
}

slice chart_tooltip(arena *a, const timeline *t, const entry *e) {
    if (!e->mentions.count)
        return chart_text_clean(a, e->summary);
    buffer b = buffer_in(a);
    for (size_t i = 0; i < e->mentions.count && i < MOST_QUOTES; i++)
        add_quote(&b, t, &e->mentions.items[i]);
    if (e->mentions.count > MOST_QUOTES)
        buffer_add(&b, SLICE("\n…"));
    return buffer_slice(&b);
}

slice chart_label(arena *a, const timeline *t, const entry *e) {
    slice date = wording_of_date(a, e->when), claim = chart_text_clean(a, wording_of_claim(a, e));
    slice title = chart_text_clean(a, e->title), sources = chart_sources_text(a, t, e);
    slice figures = chart_figures_text(a, e);
    buffer b = buffer_in(a);
    buffer_print(&b, "%.*s: %.*s.", SLICE_ARGS(date), SLICE_ARGS(title));
    if (claim.length)
        buffer_print(&b, " %.*s.", SLICE_ARGS(claim));
    if (figures.length)
        buffer_print(&b, " %.*s.", SLICE_ARGS(figures));
    buffer_print(&b, " %.*s", SLICE_ARGS(sources));
    return buffer_slice(&b);
}

/* ---- Time ----------------------------------------------------------------------------------- */

slice chart_month_text(arena *a, day_number day) {
    slice date = wording_of_date_in_year(a, when_of_day(day));
    size_t start = date.length;
    while (start > 0 && date.data[start - 1] != ' ')
        start--;
    return slice_range(date, start, date.length);
}

#define MONTHS_OF_A_YEAR 12
#define MONTHS_OF_YEARS  24 /* from here on years are counted */

slice chart_gap_text(arena *a, day_number from, day_number to) {
    civil_date first = civil_of(from), last = civil_of(to);
    int months = (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month -
                 (last.day < first.day);
    if (months >= MONTHS_OF_YEARS)
        return wording_of_count(a, (size_t)(months / MONTHS_OF_A_YEAR), "year", "years");
    if (months >= 1)
        return wording_of_count(a, (size_t)months, "month", "months");
    return wording_of_count(a, (size_t)(to - from), "day", "days");
}
