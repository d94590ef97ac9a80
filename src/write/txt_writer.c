/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/utf8.h"
#include "write/heads.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

#define DEFAULT_WIDTH  72
#define SMALLEST_WIDTH 40
#define LABEL_WIDTH    14 /* of the column of dates; what is wider is wrapped in it */
#define GAP            2
#define WIDE_COLUMNS   2

/* How a terminal shows text: ECMA-48, Select Graphic Rendition. */
#define STYLE_PLAIN ""
#define STYLE_HEAD  "1"   /* bold */
#define STYLE_SOFT  "2"   /* faint */
#define STYLE_MONTH "1;2" /* both */

static const char *const claim_styles[] = {
    [EVENT_HAPPENED] = STYLE_SOFT, [EVENT_PLANNED] = "36", [EVENT_CANCELLED] = "31",
    [EVENT_DENIED] = "31",         [EVENT_ALLEGED] = "33", [EVENT_ONGOING] = "32"};

typedef struct page {
    arena *arena;
    buffer text;
    size_t width;
    bool colour;
} page;

/* ---- Lines ---------------------------------------------------------------------------------- */

/* Marks that close what stands before them, and may not begin a line of ideographs. */
static bool is_closing_mark(uint32_t c) {
    return (c >= 0x3001 && c <= 0x3002) || c == 0x300D || c == 0x300F || c == 0x3011 ||
           c == 0xFF01 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1F;
}

/* Between two characters one of which is wide, a line may end without a space. */
static bool may_break_at(slice text, size_t at) {
    size_t before = at - 1, next;
    while (before > 0 && utf8_is_continuation(text.data[before]))
        before--;
    uint32_t c = utf8_decode(text, at, &next);
    if (text.data[at - 1] == ' ' || is_closing_mark(c) ||
        utf8_width(slice_range(text, at, next)) == 0)
        return false;
    return utf8_width(slice_range(text, before, at)) == WIDE_COLUMNS ||
           utf8_width(slice_range(text, at, next)) == WIDE_COLUMNS;
}

/* Where the first line of the text ends: at the last place to break that fits, else in a word. */
static size_t line_end(slice text, size_t width) {
    size_t fit = utf8_fit(text, width), next;
    if (fit == text.length)
        return fit;
    for (size_t end = fit; end > 0; end--)
        if (text.data[end] == ' ' ||
            (!utf8_is_continuation(text.data[end]) && may_break_at(text, end)))
            return end;
    if (!fit)
        utf8_decode(text, 0, &next);
    return fit ? fit : next;
}

/* Cuts the next line, which is empty after the last one, off the text. */
static slice take_line(slice *text, size_t width) {
    size_t end = line_end(*text, width);
    slice line = slice_range(*text, 0, end);
    bool at_space = end < text->length && text->data[end] == ' ';
    *text = slice_range(*text, end + at_space, text->length);
    return line;
}

static void add_styled(page *p, slice text, const char *style) {
    bool styled = p->colour && *style && text.length;
    if (styled)
        buffer_print(&p->text, "\x1b[%sm", style);
    buffer_add(&p->text, text);
    if (styled)
        buffer_add(&p->text, SLICE("\x1b[0m"));
}

/* A label and a text side by side, each wrapped in its column. */
static void add_row(page *p, slice label, size_t label_width, slice text, const char *style) {
    size_t indent = label_width + GAP;
    label = one_line(p->arena, label);
    text = one_line(p->arena, text);
    while (label.length || text.length) {
        slice left = take_line(&label, label_width);
        slice right = take_line(&text, p->width - indent);
        add_styled(p, left, STYLE_HEAD);
        if (right.length)
            buffer_add_repeated(&p->text, ' ', indent - utf8_width(left));
        add_styled(p, right, style);
        buffer_add_char(&p->text, '\n');
    }
}

/* One line that is not wrapped: an address is useless in pieces. */
static void add_unbroken(page *p, size_t indent, slice text) {
    buffer_add_repeated(&p->text, ' ', indent);
    add_styled(p, one_line(p->arena, text), STYLE_SOFT);
    buffer_add_char(&p->text, '\n');
}

static void add_paragraph(page *p, slice text, const char *style) {
    for (slice rest = one_line(p->arena, text); rest.length;) {
        add_styled(p, take_line(&rest, p->width), style);
        buffer_add_char(&p->text, '\n');
    }
}

/* A paragraph underlined as wide as its widest line. */
static void add_head(page *p, slice text, char underline) {
    size_t widest = 0;
    for (slice rest = one_line(p->arena, text); rest.length;) {
        size_t width = utf8_width(take_line(&rest, p->width));
        widest = width > widest ? width : widest;
    }
    add_paragraph(p, text, STYLE_HEAD);
    buffer_add_repeated(&p->text, underline, widest);
    buffer_add_char(&p->text, '\n');
}

/* ---- Entries -------------------------------------------------------------------------------- */

/* "[1, 3]" */
static slice source_numbers(arena *a, const source_list *sources, const entry *e) {
    index_list articles = entry_articles(a, e);
    buffer b = buffer_in(a);
    for (size_t i = 0; i < articles.count; i++)
        buffer_print(&b, "%s%zu", i ? ", " : "[", sources->number[articles.items[i]]);
    if (articles.count)
        buffer_add_char(&b, ']');
    return buffer_slice(&b);
}

/* A line of what an entry says beside its title. */
static void add_note(page *p, slice text, const char *style) {
    add_row(p, SLICE(""), LABEL_WIDTH, text, style);
}

static void add_entry(page *p, const timeline *t, const source_list *sources, const entry *e,
                      slice date) {
    slice numbers = source_numbers(p->arena, sources, e);
    add_row(p, date, LABEL_WIDTH,
            arena_format(p->arena, "%.*s %.*s", SLICE_ARGS(e->title), SLICE_ARGS(numbers)),
            STYLE_PLAIN);
    add_note(p, wording_of_claim(p->arena, e), claim_styles[e->status]);
    add_note(p, wording_of_inference(p->arena, t, e), STYLE_SOFT);
    for (size_t i = 0; i < e->figures.count; i++)
        add_note(p, wording_of_disagreement(p->arena, &e->figures.items[i]), STYLE_PLAIN);
}

static void add_heads(page *p, const heads *h) {
    if (h->opens_year) {
        add_head(p, h->year, '-');
        buffer_add_char(&p->text, '\n');
    }
    if (h->opens_month)
        add_paragraph(p, h->month, STYLE_MONTH);
}

/* A date that is that of the entry above, below the same head, is not said again. */
static void add_entries(page *p, const write_job *job, const source_list *sources) {
    const timeline *t = job->timeline;
    slice date = SLICE("");
    heads h = {0};
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        slice entry_date = wording_of_date_in_year(p->arena, e->when);
        heads_next(&h, p->arena, e->when);
        bool is_same = !h.opens_year && !h.opens_month && slice_equal(entry_date, date);
        buffer_add_char(&p->text, '\n');
        add_heads(p, &h);
        add_entry(p, t, sources, e, is_same ? SLICE("") : entry_date);
        output_drain(job->out, &p->text);
        date = entry_date;
    }
}

/* ---- Sources -------------------------------------------------------------------------------- */

static void add_source(page *p, const timeline_article *listed, size_t number, size_t label_width) {
    slice name = article_name(listed), published = wording_of_published(p->arena, listed);
    buffer b = buffer_in(p->arena);
    if (listed->publisher.length)
        buffer_print(&b, "%.*s: ", SLICE_ARGS(listed->publisher));
    buffer_print(&b, "%.*s, %.*s", SLICE_ARGS(name), SLICE_ARGS(published));
    add_row(p, arena_format(p->arena, "[%zu]", number), label_width, buffer_slice(&b), STYLE_PLAIN);
    slice place = listed->url.length ? listed->url : listed->file;
    if (place.length)
        add_unbroken(p, label_width + GAP, place);
}

static void add_sources(page *p, const timeline *t, const source_list *sources) {
    size_t label_width = arena_format(p->arena, "[%zu]", sources->count).length;
    buffer_add_char(&p->text, '\n');
    add_head(p, SLICE(WORD_SOURCES), '-');
    buffer_add_char(&p->text, '\n');
    for (size_t i = 0; i < t->articles.count; i++)
        if (sources->number[i])
            add_source(p, &t->articles.items[i], sources->number[i], label_width);
    size_t unused = t->articles.count - sources->count;
    if (unused) {
        buffer_add_char(&p->text, '\n');
        add_paragraph(p, wording_of_unused(p->arena, unused), STYLE_SOFT);
    }
}

static void add_chronology(page *p, const write_job *job) {
    const timeline *t = job->timeline;
    source_list sources = source_list_of(p->arena, t);
    add_head(p, wording_of_title(t), '=');
    add_paragraph(p, wording_of_contents(p->arena, t), STYLE_SOFT);
    add_entries(p, job, &sources);
    if (t->entries.count)
        add_sources(p, t, &sources);
}

/* ---- In brief ------------------------------------------------------------------------------- */

static size_t widest_date(const timeline *t) {
    size_t widest = 0;
    for (size_t i = 0; i < t->entries.count; i++)
        if (t->entries.items[i].edtf.length > widest)
            widest = t->entries.items[i].edtf.length;
    return widest;
}

/* "2021-03-25  Another attempt is planned (planned, according to the agent) [1 source]" */
static slice brief_line(arena *a, const entry *e) {
    slice status = wording_of_status(e->status), who = wording_of_attribution(a, e->attribution);
    slice sources = wording_of_count(a, entry_source_count(e), "source", "sources");
    buffer b = buffer_in(a);
    buffer_add(&b, one_line(a, e->title));
    if (status.length || who.length)
        buffer_print(&b, " (%.*s%s%.*s)", SLICE_ARGS(status),
                     status.length && who.length ? ", " : "", SLICE_ARGS(who));
    buffer_print(&b, " [%.*s]", SLICE_ARGS(sources));
    return buffer_slice(&b);
}

/* An entry a line, its date as EDTF. On a terminal, of which the width is known, lines are cut. */
static void add_brief_lines(page *p, const write_job *job) {
    const timeline *t = job->timeline;
    size_t indent = widest_date(t) + GAP, room = p->width - indent;
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        slice line = brief_line(p->arena, e);
        bool is_cut = job->layout->width && utf8_width(line) > room;
        if (is_cut)
            line = slice_trim(slice_range(line, 0, utf8_fit(line, room - 1)));
        add_styled(p, e->edtf, STYLE_HEAD);
        buffer_add_repeated(&p->text, ' ', indent - e->edtf.length);
        buffer_add(&p->text, line);
        buffer_add(&p->text, is_cut ? SLICE("…\n") : SLICE("\n"));
        output_drain(job->out, &p->text);
    }
}

dateline_status write_txt(const write_job *job) {
    size_t width = job->layout->width ? job->layout->width : DEFAULT_WIDTH;
    page p = {job->arena, buffer_in(job->arena), width < SMALLEST_WIDTH ? SMALLEST_WIDTH : width,
              job->layout->colour};
    if (job->layout->brief)
        add_brief_lines(&p, job);
    else
        add_chronology(&p, job);
    output_drain(job->out, &p.text);
    return output_end(job->out);
}
