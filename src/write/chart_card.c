/* SPDX-License-Identifier: MIT */
#include "write/chart_card.h"

#include "base/buffer.h"
#include "base/map.h"
#include "write/source_list.h"
#include "write/wording.h"

static const chart_line date_line = {.font = {10, true}, .colour = CHART_INK};
static const chart_line year_line = {.font = {9, false}, .colour = CHART_GREY};

#define MOST_TITLE_LINES  4
#define MOST_NOTE_LINES   2
#define MOST_DATE_LINES   3 /* as high as the lowest card */
#define MOST_PUBLISHERS   3
#define LEADING_THOUSANDS 1300 /* height of a line, thousandths of the font's size */

static const chart_look looks[] = {
    [EVENT_HAPPENED] = {"#24425f", "#c3ccd6", "#f6f8fa", "#d3dce5", "solid", "circle", false},
    [EVENT_PLANNED] = {"#1f5fbf", "#1f5fbf", "#f3f7fd", "#dbe7fa", "dashed", "circle", true},
    [EVENT_CANCELLED] = {"#5f6368", "#9aa0a6", "#f3f3f3", "#e3e4e6", "dashed", "square", true},
    [EVENT_DENIED] = {"#a8232f", "#a8232f", "#fdf3f3", "#f6d8da", "dotted", "invtriangle", true},
    [EVENT_ALLEGED] = {"#8f5200", "#b5731a", "#fdf7ec", "#f6e2c0", "dotted", "diamond", false},
    [EVENT_ONGOING] = {"#0b6b62", "#5fa39c", "#eff8f7", "#cde7e4", "solid", "triangle", false},
};

const chart_look *chart_look_of(event_status status) {
    return &looks[status];
}

int chart_line_height(chart_font font) {
    return (font.size * LEADING_THOUSANDS + 999) / 1000;
}

int chart_lines_height(const chart_line_list *lines) {
    int height = 0;
    for (size_t i = 0; i < lines->count; i++)
        height += chart_line_height(lines->items[i].font);
    return height;
}

static void add_lines(arena *a, chart_line_list *lines, slice text, chart_line like, int width,
                      size_t most) {
    slice_list wrapped = chart_text_wrap(a, text, like.font, width, most);
    for (size_t i = 0; i < wrapped.count; i++) {
        like.text = wrapped.items[i];
        *vector_push(lines, a) = like;
    }
}

/* ---- The lines of a card ------------------------------------------------------------------ */

/* "PLANNED": a word above the title, for what did not simply happen. */
static slice kicker_text(arena *a, event_status status) {
    slice word = wording_of_status(status);
    char *capitals = arena_alloc(a, word.length + 1);
    for (size_t i = 0; i < word.length; i++) {
        char c = word.data[i];
        capitals[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return (slice){capitals, word.length};
}

static slice title_text(arena *a, const entry *e) {
    slice title = chart_text_clean(a, e->title), time = wording_of_time(a, e->when);
    if (!time.length)
        return title;
    return arena_format(a, "%.*s  %.*s", SLICE_ARGS(time), SLICE_ARGS(title));
}

/* The names of an entry's publishers, each once, in the order of its articles. */
static slice_list publishers_of(arena *a, const timeline *t, const index_list *articles) {
    slice_list names = {0};
    map *seen = map_new(a);
    for (size_t i = 0; i < articles->count; i++) {
        slice name = chart_text_clean(a, t->articles.items[articles->items[i]].publisher);
        size_t *times = map_at(seen, name, 0);
        if (name.length && !(*times)++)
            *vector_push(&names, a) = name;
    }
    return names;
}

/* "3 sources: Reuters, BBC, AFP and 2 more", or of one source its name. */
static slice source_text(arena *a, const timeline *t, const entry *e) {
    index_list articles = entry_articles(a, e);
    slice_list names = publishers_of(a, t, &articles);
    slice count = wording_of_count(a, articles.count, "source", "sources");
    if (!names.count)
        return count;
    buffer b = buffer_in(a);
    if (articles.count > 1)
        buffer_print(&b, "%.*s: ", SLICE_ARGS(count));
    for (size_t i = 0; i < names.count && i < MOST_PUBLISHERS; i++)
        buffer_print(&b, "%s%.*s", i ? ", " : "", SLICE_ARGS(names.items[i]));
    if (names.count > MOST_PUBLISHERS)
        buffer_print(&b, " and %zu more", names.count - MOST_PUBLISHERS);
    return buffer_slice(&b);
}

static slice attribution_text(arena *a, const entry *e) {
    return chart_text_clean(a, wording_of_attribution(a, e->attribution));
}

/* "killed: 144 · 137 · at least 130": what the sources disagree about stands side by side. */
static slice figure_text(arena *a, const entry_figure *f) {
    slice of = chart_text_clean(a, f->of);
    buffer b = buffer_in(a);
    buffer_print(&b, "%.*s: ", SLICE_ARGS(of));
    for (size_t i = 0; i < f->values.count; i++) {
        slice value = wording_of_value(a, &f->values.items[i]);
        buffer_print(&b, "%s%.*s", i ? " · " : "", SLICE_ARGS(value));
    }
    return buffer_slice(&b);
}

static chart_line_list card_lines(arena *a, const timeline *t, const entry *e, int width) {
    chart_line_list lines = {0};
    chart_line kicker = {.font = {9, true}, .colour = chart_look_of(e->status)->colour};
    chart_line title = {
        .font = {11, true}, .colour = CHART_INK, .struck = e->status == EVENT_CANCELLED};
    chart_line figures = {.font = {9, false}, .colour = CHART_INK};
    chart_line note = {.font = {9, false}, .colour = CHART_GREY};
    add_lines(a, &lines, kicker_text(a, e->status), kicker, width, 1);
    add_lines(a, &lines, title_text(a, e), title, width, MOST_TITLE_LINES);
    for (size_t i = 0; i < e->figures.count; i++)
        add_lines(a, &lines, figure_text(a, &e->figures.items[i]), figures, width, MOST_NOTE_LINES);
    add_lines(a, &lines, attribution_text(a, e), note, width, MOST_NOTE_LINES);
    add_lines(a, &lines, source_text(a, t, e), note, width, MOST_NOTE_LINES);
    return lines;
}

/* ---- Links and tooltips ------------------------------------------------------------------- */

static slice link_of(const timeline *t, const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++) {
        const timeline_article *listed = &t->articles.items[e->mentions.items[i].article];
        if (article_has_link(listed))
            return listed->url;
    }
    return SLICE("");
}

static slice tooltip_of(arena *a, const timeline *t, const entry *e) {
    if (!e->mentions.count)
        return chart_text_clean(a, e->summary);
    const entry_mention *best = &e->mentions.items[0];
    const timeline_article *listed = &t->articles.items[best->article];
    slice quote = chart_text_clean(a, best->quote);
    slice name =
        chart_text_clean(a, listed->publisher.length ? listed->publisher : article_name(listed));
    return arena_format(a, "“%.*s” — %.*s", SLICE_ARGS(quote), SLICE_ARGS(name));
}

chart_card_list chart_cards(arena *a, const timeline *t, int width) {
    chart_card_list cards = {0};
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        chart_line_list lines = card_lines(a, t, e, width - 2 * CARD_INSET_X);
        *vector_push(&cards, a) = (chart_card){
            .entry = e,
            .lines = lines,
            .height = chart_lines_height(&lines) + 2 * CARD_INSET_Y,
            .link = link_of(t, e),
            .tooltip = tooltip_of(a, t, e),
        };
    }
    return cards;
}

/* ---- Dates and gaps ----------------------------------------------------------------------- */

/* "20 Jan" stays on one line: the space behind a number does not break. */
static slice with_days_unbroken(arena *a, slice date) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < date.length; i++)
        if (date.data[i] == ' ' && i && ascii_is_digit(date.data[i - 1]))
            buffer_add(&b, SLICE("\xC2\xA0"));
        else
            buffer_add_char(&b, date.data[i]);
    return buffer_slice(&b);
}

/* A single day has its weekday below it; the time of day is said at the card. */
static chart_line_list day_lines(arena *a, day_number day, slice year, int width) {
    chart_line_list lines = {0};
    slice date = wording_of_date_in_year(a, (when){{day, day}, NO_MINUTE, GRANULARITY_DAY, false});
    size_t space = slice_find(date, SLICE(" "), 0);
    slice weekday = slice_range(date, 0, space);
    add_lines(a, &lines, slice_range(date, space + 1, date.length), date_line, width, 1);
    if (year.length)
        weekday = arena_format(a, "%.*s %.*s", SLICE_ARGS(weekday), SLICE_ARGS(year));
    add_lines(a, &lines, weekday, year_line, width, 1);
    return lines;
}

static chart_line_list span_lines(arena *a, when w, slice year, int width) {
    chart_line_list lines = {0};
    slice date = with_days_unbroken(a, wording_of_date_in_year(a, w));
    bool add_year = year.length && slice_find(date, year, 0) == SIZE_MAX;
    add_lines(a, &lines, date, date_line, width, MOST_DATE_LINES - add_year);
    if (add_year)
        add_lines(a, &lines, year, year_line, width, 1);
    return lines;
}

chart_line_list chart_date_lines(arena *a, when w, bool with_year, int width) {
    slice year = SLICE("");
    if (with_year)
        year = arena_format(a, "%d", civil_of(w.days.first).year);
    return chart_date_is_span(w) ? span_lines(a, w, year, width)
                                 : day_lines(a, w.days.first, year, width);
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
