/* SPDX-License-Identifier: MIT */
/*
 * The page: one file that asks the network for nothing. It can be read without its script, which
 * only adds search and filters (page/page.js). What the sources wrote is text and nothing else: the
 * page's own policy, by hashes, forbids whatever is not the style and the script that stand here.
 */
#include "base/embedded.h"
#include "write/heads.h"
#include "write/html_chart.h"
#include "write/html_text.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

#include <stdlib.h>

EMBEDDED_DECLARE(page_css);
EMBEDDED_DECLARE(page_js);

#define MOST_NAMES_IN_SUMMARY 3

/* Names that entries can be filtered by, in the order of their bytes, each once. */
typedef VECTOR(slice) name_list;

typedef struct page {
    buffer text;
    const timeline *timeline;
    name_list sources; /* publishers, and articles without one */
    name_list places;
    heads heads;
} page;

static void add(page *p, const char *markup) {
    buffer_add(&p->text, slice_of(markup));
}

/* The text between a start and an end of mark-up; nothing where it is empty. */
static void add_between(page *p, const char *start, slice text, const char *end) {
    if (!text.length)
        return;
    add(p, start);
    html_add_text(&p->text, text);
    add(p, end);
}

/* ---- Names ---------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b) {
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

static void sort_names(name_list *names) {
    size_t kept = 0;
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_bytes);
    for (size_t i = 0; i < names->count; i++)
        if (!kept || !slice_equal(names->items[i], names->items[kept - 1]))
            names->items[kept++] = names->items[i];
    names->count = kept;
}

static size_t number_of(const name_list *names, slice name) {
    const slice *found = bsearch(&name, names->items, names->count, sizeof *names->items, by_bytes);
    return (size_t)(found - names->items);
}

static slice source_of(const page *p, size_t article_index) {
    const timeline_article *listed = &p->timeline->articles.items[article_index];
    return listed->publisher.length ? listed->publisher : article_name(listed);
}

static void collect_names(page *p) {
    arena *a = p->text.owner;
    for (size_t i = 0; i < p->timeline->entries.count; i++) {
        const entry *e = &p->timeline->entries.items[i];
        for (size_t k = 0; k < e->mentions.count; k++)
            *vector_push(&p->sources, a) = source_of(p, e->mentions.items[k].article);
        for (size_t k = 0; k < e->places.count; k++)
            *vector_push(&p->places, a) = e->places.items[k];
    }
    sort_names(&p->sources);
    sort_names(&p->places);
}

/* ---- Head ----------------------------------------------------------------------------------- */

static void add_policy(page *p, const html_chart *chart) {
    add(p, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "img-src data:; script-src ");
    html_add_hash(&p->text, EMBEDDED_BYTES(page_js));
    add(p, "; style-src ");
    html_add_hash(&p->text, EMBEDDED_BYTES(page_css));
    if (chart->style.length) {
        add(p, " ");
        html_add_hash(&p->text, chart->style);
    }
    for (size_t i = 0; i < chart->styles.count; i++) {
        add(p, " ");
        html_add_hash(&p->text, chart->styles.items[i]);
    }
    add(p, "; base-uri 'none'; form-action 'none'\">\n");
}

static void add_head(page *p, const html_chart *chart) {
    slice title = wording_of_title(p->timeline);
    slice contents = wording_of_contents(p->text.owner, p->timeline);
    add(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    add_policy(p, chart);
    add(p, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"dateline " DATELINE_VERSION "\">\n");
    add_between(p, "<meta name=\"description\" content=\"", contents, "\">\n");
    add_between(p, "<title>", title, "</title>\n");
    add(p, "<link rel=\"icon\" href=\"data:,\">\n<style>");
    buffer_add(&p->text, EMBEDDED_BYTES(page_css));
    add(p, "</style>\n");
    if (chart->style.length) {
        add(p, "<style>");
        buffer_add(&p->text, chart->style);
        add(p, "</style>\n");
    }
    add(p,
        "</head>\n<body>\n<a class=\"skip\" href=\"#events.\">Skip to the events</a>\n<header>\n");
    add_between(p, "<h1 dir=\"auto\">", title, "</h1>\n");
    add_between(p, "<p class=\"contents\">", contents, "</p>\n");
    add(p, "</header>\n<main>\n");
}

static void add_chart(page *p, const html_chart *chart) {
    if (!chart->svg.length)
        return;
    add(p, "<details class=\"chart\" open>\n<summary>Chart</summary>\n"
           "<div class=\"sheet\" role=\"region\" aria-label=\"Chart\" tabindex=\"0\">\n");
    buffer_add(&p->text, chart->svg);
    add(p, "</div>\n</details>\n");
}

/* ---- Search and filters, which the script shows --------------------------------------------- */

/* The label and the start of a field; ids that end so are those of no entry (html_add_id()). */
static void add_field(page *p, const char *name, const char *label, const char *element) {
    buffer_print(&p->text,
                 "<p class=\"%s\"><label for=\"%s.\">%s</label><%s id=\"%s.\" name=\"%s\"", name,
                 name, label, element, name, name);
}

static void add_choice_start(page *p, const char *name, const char *label) {
    add_field(p, name, label, "select");
    add(p, "><option value=\"\">All</option>");
}

/* A choice among names; the value of each is its number. None where there is nothing to choose. */
static void add_choice(page *p, const char *name, const char *label, const name_list *names) {
    if (names->count < 2)
        return;
    add_choice_start(p, name, label);
    for (size_t i = 0; i < names->count; i++) {
        buffer_print(&p->text, "<option value=\"%zu\">", i);
        html_add_text(&p->text, names->items[i]);
        add(p, "</option>");
    }
    add(p, "</select></p>\n");
}

static void add_status_choice(page *p) {
    bool occurs[EVENT_ONGOING + 1] = {false};
    size_t count = 0;
    for (size_t i = 0; i < p->timeline->entries.count; i++)
        occurs[p->timeline->entries.items[i].status] = true;
    for (size_t i = 0; i <= EVENT_ONGOING; i++)
        count += occurs[i];
    if (count < 2)
        return;
    add_choice_start(p, "status", "Status");
    for (size_t i = 0; i <= EVENT_ONGOING; i++) {
        slice word = event_status_word((event_status)i);
        if (occurs[i])
            buffer_print(&p->text, "<option>%.*s</option>", SLICE_ARGS(word));
    }
    add(p, "</select></p>\n");
}

static void add_filters(page *p) {
    add(p, "<form class=\"filters\" role=\"search\" aria-label=\"Events\" hidden>\n");
    add_field(p, "words", "Search",
              "input type=\"search\" autocomplete=\"off\" spellcheck=\"false\"");
    add(p, "></p>\n");
    add_choice(p, "source", "Source", &p->sources);
    add_choice(p, "place", "Place", &p->places);
    add_status_choice(p);
    add_field(p, "from", "From", "input type=\"date\"");
    add(p, "></p>\n");
    add_field(p, "to", "To", "input type=\"date\"");
    add(p,
        "></p>\n<p class=\"actions\"><output aria-live=\"polite\"></output> "
        "<button type=\"button\" name=\"quotes\" aria-pressed=\"false\">Show all quotes</button> "
        "<button type=\"reset\">Clear</button></p>\n</form>\n");
}

/* ---- Entries -------------------------------------------------------------------------------- */

/* An article's title, as a link where it has an address on the web. */
static void add_linked(page *p, const timeline_article *listed, slice text) {
    bool has_link = article_has_link(listed);
    if (has_link)
        add_between(p, "<a rel=\"external noopener noreferrer\" href=\"", listed->url, "\">");
    add_between(p, "<bdi>", text, "</bdi>");
    if (has_link)
        add(p, "</a>");
}

static void add_quote(page *p, const entry_mention *m) {
    const timeline_article *listed = &p->timeline->articles.items[m->article];
    add_between(p, "<figure>\n<blockquote dir=\"auto\">", m->quote, "</blockquote>\n<figcaption>");
    add_between(p, "<bdi>", listed->publisher, "</bdi>: ");
    add_linked(p, listed, article_name(listed));
    add_between(p, ", ", wording_of_published(p->text.owner, listed), "</figcaption>\n</figure>\n");
}

/* "2 sources: Canal Observer, Harbour Gazette" */
static void add_source_names(page *p, const entry *e) {
    arena *a = p->text.owner;
    name_list names = {0};
    for (size_t i = 0; i < e->mentions.count; i++)
        *vector_push(&names, a) = source_of(p, e->mentions.items[i].article);
    sort_names(&names);
    html_add_text(&p->text, wording_of_count(a, entry_source_count(e), "source", "sources"));
    for (size_t i = 0; i < names.count && i < MOST_NAMES_IN_SUMMARY; i++)
        add_between(p, i ? ", <bdi>" : ": <bdi>", names.items[i], "</bdi>");
    if (names.count > MOST_NAMES_IN_SUMMARY)
        buffer_print(&p->text, " and %zu more", names.count - MOST_NAMES_IN_SUMMARY);
}

/* What the script filters by: days, status, and the numbers of sources and places. */
static void add_facts(page *p, const entry *e) {
    slice first = day_text(p->text.owner, e->when.days.first);
    slice last = day_text(p->text.owner, e->when.days.last);
    slice status = event_status_word(e->status);
    buffer_print(&p->text, " data-first=\"%.*s\" data-last=\"%.*s\" data-status=\"%.*s\"",
                 SLICE_ARGS(first), SLICE_ARGS(last), SLICE_ARGS(status));
    add_between(p, " data-uid=\"", e->uid, "\"");
    add(p, " data-source=\"");
    for (size_t i = 0; i < e->mentions.count; i++)
        buffer_print(&p->text, "%s%zu", i ? " " : "",
                     number_of(&p->sources, source_of(p, e->mentions.items[i].article)));
    add(p, "\" data-place=\"");
    for (size_t i = 0; i < e->places.count; i++)
        buffer_print(&p->text, "%s%zu", i ? " " : "", number_of(&p->places, e->places.items[i]));
    add(p, "\">\n");
}

/*
 * The date is the link to its entry. HTML's <time> takes days, months and years, and no other
 * dates.
 */
static void add_date(page *p, const entry *e) {
    slice edtf = e->edtf;
    bool is_machine_readable = (edtf.length == 4 || edtf.length == 7 || edtf.length == 10) &&
                               !e->when.approximate && e->when.granularity != GRANULARITY_DECADE &&
                               e->when.granularity != GRANULARITY_SEASON &&
                               e->when.granularity != GRANULARITY_QUARTER;
    add(p, "<p class=\"date\"><a href=\"#");
    html_add_id(&p->text, e->id);
    add(p, "\">");
    if (is_machine_readable)
        add_between(p, "<time datetime=\"", edtf, "\">");
    html_add_text(&p->text, wording_of_date_in_year(p->text.owner, e->when));
    add(p, is_machine_readable ? "</time></a></p>\n" : "</a></p>\n");
}

static void add_heads(page *p, const entry *e) {
    heads_next(&p->heads, p->text.owner, e->when);
    if (p->heads.opens_year)
        add_between(p, "<h2>", p->heads.year, "</h2>\n");
    if (p->heads.opens_month)
        add_between(p, "<h3>", p->heads.month, "</h3>\n");
}

/* A rank below the head that it stands under. */
static void add_title(page *p, slice title) {
    bool below_month = p->heads.month.length > 0;
    add_between(p,
                below_month ? "<h4 class=\"headline\" dir=\"auto\">"
                            : "<h3 class=\"headline\" dir=\"auto\">",
                title, below_month ? "</h4>\n" : "</h3>\n");
}

static void add_entry(page *p, const entry *e) {
    arena *a = p->text.owner;
    add(p, "<article tabindex=\"-1\" id=\"");
    html_add_id(&p->text, e->id);
    add(p, "\"");
    add_facts(p, e);
    add_date(p, e);
    add_title(p, e->title);
    add_between(p, "<p class=\"claim\">", wording_of_claim(a, e), "</p>\n");
    add_between(p, "<p class=\"inference\">", wording_of_inference(a, p->timeline, e), "</p>\n");
    for (size_t i = 0; i < e->figures.count; i++)
        add_between(p, "<p class=\"figure\">", wording_of_disagreement(a, &e->figures.items[i]),
                    "</p>\n");
    add(p, "<details>\n<summary>");
    add_source_names(p, e);
    add(p, "</summary>\n");
    for (size_t i = 0; i < e->mentions.count; i++)
        add_quote(p, &e->mentions.items[i]);
    add(p, "</details>\n</article>\n");
}

static void add_entries(page *p, output *out) {
    add(p, "<section class=\"events\" id=\"events.\" aria-label=\"Events\" tabindex=\"-1\">\n");
    for (size_t i = 0; i < p->timeline->entries.count; i++) {
        add_heads(p, &p->timeline->entries.items[i]);
        add_entry(p, &p->timeline->entries.items[i]);
        output_drain(out, &p->text);
    }
    add(p, "<p class=\"none\" hidden>No event is like that.</p>\n</section>\n");
}

/* ---- Sources -------------------------------------------------------------------------------- */

static void add_source(page *p, const timeline_article *listed) {
    add(p, "<li>");
    add_between(p, "<bdi>", listed->publisher, "</bdi>: ");
    add_linked(p, listed, article_name(listed));
    add_between(p, ", ", wording_of_published(p->text.owner, listed), "</li>\n");
}

static void add_sources(page *p) {
    const timeline *t = p->timeline;
    source_list sources = source_list_of(p->text.owner, t);
    if (!sources.count)
        return;
    add(p, "<section class=\"sources\">\n<h2>" WORD_SOURCES "</h2>\n<ol>\n");
    for (size_t i = 0; i < t->articles.count; i++)
        if (sources.number[i])
            add_source(p, &t->articles.items[i]);
    add(p, "</ol>\n");
    if (t->articles.count > sources.count)
        add_between(p, "<p>", wording_of_unused(p->text.owner, t->articles.count - sources.count),
                    "</p>\n");
    add(p, "</section>\n");
}

dateline_status write_html(const write_job *job) {
    page p = {.text = buffer_in(job->arena), .timeline = job->timeline};
    html_chart chart = html_chart_of(job);
    collect_names(&p);
    add_head(&p, &chart);
    add_chart(&p, &chart);
    if (job->timeline->entries.count)
        add_filters(&p);
    add_entries(&p, job->out);
    add_sources(&p);
    add(&p, "</main>\n<footer><p>Every event quotes the sources that it rests on.</p></footer>\n"
            "<script>");
    buffer_add(&p.text, EMBEDDED_BYTES(page_js));
    add(&p, "</script>\n</body>\n</html>\n");
    output_drain(job->out, &p.text);
    return output_end(job->out);
}
