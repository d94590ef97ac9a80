/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

/* A spreadsheet takes a cell that begins so for a formula, with wide signs, too. */
static bool looks_like_formula(slice text) {
    static const slice wide[] = {SLICE("＝"), SLICE("＋"), SLICE("－"), SLICE("＠")};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (slice_starts_with(text, wide[i]))
            return true;
    return text.length && memchr("=+-@\t\r\n", text.data[0], 7) != NULL;
}

/*
 * RFC 4180: quoted where it must be, a quote doubled. Also where another separator stands in it,
 * behind which a spreadsheet that is told to split there would see a cell of its own.
 */
static void add_cell(buffer *row, slice text) {
    bool quoted = false;
    for (size_t i = 0; i < text.length && !quoted; i++)
        quoted = memchr(",\"\r\n;\t", text.data[i], 6) != NULL;
    if (row->length)
        buffer_add_char(row, ',');
    if (quoted)
        buffer_add_char(row, '"');
    if (looks_like_formula(text))
        buffer_add_char(row, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            buffer_add_char(row, '"');
        buffer_add_char(row, text.data[i]);
    }
    if (quoted)
        buffer_add_char(row, '"');
}

static void add_item(buffer *list, slice item) {
    if (list->length)
        buffer_add(list, SLICE("; "));
    buffer_add(list, item);
}

static slice joined(arena *a, const slice_list *items) {
    buffer list = buffer_in(a);
    for (size_t i = 0; i < items->count; i++)
        add_item(&list, items->items[i]);
    return buffer_slice(&list);
}

static slice figures_of(arena *a, const entry *e) {
    buffer list = buffer_in(a);
    for (size_t i = 0; i < e->figures.count; i++)
        add_item(&list, wording_of_figure(a, &e->figures.items[i]));
    return buffer_slice(&list);
}

static slice sources_of(arena *a, const timeline *t, const entry *e) {
    buffer list = buffer_in(a);
    index_list articles = entry_articles(a, e);
    for (size_t i = 0; i < articles.count; i++)
        add_item(&list, t->articles.items[articles.items[i]].id);
    return buffer_slice(&list);
}

/* Without printf's fractions, which depend on the locale. */
static slice salience_of(arena *a, const entry *e) {
    int thousandths = (int)(e->salience * 1000 + 0.5);
    return arena_format(a, "%d.%03d", thousandths / 1000, thousandths % 1000);
}

static slice row_of(arena *a, const timeline *t, const entry *e) {
    buffer row = buffer_in(a);
    add_cell(&row, e->id);
    add_cell(&row, e->edtf);
    add_cell(&row, day_text(a, e->when.days.first));
    add_cell(&row, day_text(a, e->when.days.last));
    add_cell(&row, granularity_word(e->when.granularity));
    add_cell(&row, e->title);
    add_cell(&row, e->summary);
    add_cell(&row, event_status_word(e->status));
    add_cell(&row, e->attribution);
    add_cell(&row, joined(a, &e->actors));
    add_cell(&row, joined(a, &e->places));
    add_cell(&row, figures_of(a, e));
    add_cell(&row, sources_of(a, t, e));
    add_cell(&row, salience_of(a, e));
    buffer_add(&row, SLICE("\r\n"));
    return buffer_slice(&row);
}

dateline_status write_csv(const write_job *job) {
    output_add(job->out, SLICE("id,date,earliest,latest,granularity,title,summary,status,"
                               "attribution,actors,places,figures,sources,salience\r\n"));
    for (size_t i = 0; i < job->timeline->entries.count; i++)
        output_add(job->out, row_of(job->arena, job->timeline, &job->timeline->entries.items[i]));
    return output_end(job->out);
}
