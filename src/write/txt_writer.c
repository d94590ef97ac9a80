/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/utf8.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

#define DEFAULT_WIDTH  72
#define SMALLEST_WIDTH 40
#define LABEL_WIDTH    14 /* of the column of dates; what is wider is wrapped in it */
#define GAP            2

typedef struct page {
    arena *arena;
    buffer text;
    size_t width;
} page;

/* Where the first line of the text ends: at the last space that fits, else in the middle. */
static size_t line_end(slice text, size_t width) {
    size_t fit = utf8_fit(text, width), next;
    if (fit == text.length)
        return fit;
    for (size_t end = fit; end > 0; end--)
        if (text.data[end] == ' ')
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

/* A label and a text side by side, each wrapped in its column. */
static void add_row(page *p, slice label, size_t label_width, slice text) {
    size_t indent = label_width + GAP;
    label = one_line(p->arena, label);
    text = one_line(p->arena, text);
    while (label.length || text.length) {
        slice left = take_line(&label, label_width);
        slice right = take_line(&text, p->width - indent);
        buffer_add(&p->text, left);
        if (right.length)
            buffer_add_repeated(&p->text, ' ', indent - utf8_width(left));
        buffer_add(&p->text, right);
        buffer_add_char(&p->text, '\n');
    }
}

/* One line that is not wrapped: an address is useless in pieces. */
static void add_unbroken(page *p, size_t indent, slice text) {
    buffer_add_repeated(&p->text, ' ', indent);
    buffer_add(&p->text, one_line(p->arena, text));
    buffer_add_char(&p->text, '\n');
}

static void add_paragraph(page *p, slice text) {
    for (slice rest = one_line(p->arena, text); rest.length;) {
        buffer_add(&p->text, take_line(&rest, p->width));
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
    add_paragraph(p, text);
    buffer_add_repeated(&p->text, underline, widest);
    buffer_add_char(&p->text, '\n');
}

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

static void add_entry(page *p, const source_list *sources, const entry *e, slice date) {
    slice numbers = source_numbers(p->arena, sources, e);
    add_row(p, date, LABEL_WIDTH,
            arena_format(p->arena, "%.*s %.*s", SLICE_ARGS(e->title), SLICE_ARGS(numbers)));
    add_row(p, SLICE(""), LABEL_WIDTH, wording_of_claim(p->arena, e));
    for (size_t i = 0; i < e->figures.count; i++)
        add_row(p, SLICE(""), LABEL_WIDTH, wording_of_disagreement(p->arena, &e->figures.items[i]));
}

/* A head for each year; a date that is that of the entry above is not said again. */
static void add_entries(page *p, const write_job *job, const source_list *sources) {
    slice head = SLICE(""), date = SLICE("");
    for (size_t i = 0; i < job->timeline->entries.count; i++) {
        const entry *e = &job->timeline->entries.items[i];
        slice entry_head = wording_of_head(p->arena, e->when);
        slice entry_date = wording_of_date_in_year(p->arena, e->when);
        bool same_head = slice_equal(entry_head, head);
        bool same_date = same_head && slice_equal(entry_date, date);
        buffer_add_char(&p->text, '\n');
        if (!same_head) {
            add_head(p, entry_head, '-');
            buffer_add_char(&p->text, '\n');
        }
        add_entry(p, sources, e, same_date ? SLICE("") : entry_date);
        output_drain(job->out, &p->text);
        head = entry_head;
        date = entry_date;
    }
}

static void add_source(page *p, const timeline_article *listed, size_t number, size_t label_width) {
    slice name = article_name(listed), published = wording_of_published(p->arena, listed);
    buffer b = buffer_in(p->arena);
    if (listed->publisher.length)
        buffer_print(&b, "%.*s: ", SLICE_ARGS(listed->publisher));
    buffer_print(&b, "%.*s, %.*s", SLICE_ARGS(name), SLICE_ARGS(published));
    add_row(p, arena_format(p->arena, "[%zu]", number), label_width, buffer_slice(&b));
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
        add_paragraph(p, wording_of_unused(p->arena, unused));
    }
}

dateline_status write_txt(const write_job *job) {
    const timeline *t = job->timeline;
    size_t width = job->layout->width ? job->layout->width : DEFAULT_WIDTH;
    page p = {job->arena, buffer_in(job->arena), width < SMALLEST_WIDTH ? SMALLEST_WIDTH : width};
    source_list sources = source_list_of(job->arena, t);
    add_head(&p, wording_of_title(t), '=');
    add_paragraph(&p, wording_of_contents(job->arena, t));
    add_entries(&p, job, &sources);
    if (t->entries.count)
        add_sources(&p, t, &sources);
    output_drain(job->out, &p.text);
    return output_end(job->out);
}
