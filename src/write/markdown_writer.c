/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "write/heads.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

typedef struct page {
    arena *arena;
    buffer text;
    const timeline *timeline;
    source_list sources;
} page;

static bool is_in(char c, slice set) {
    return memchr(set.data, c, set.length) != NULL;
}

/* Where a list marker would end at the beginning of a line ("3.", "-"), or SIZE_MAX. */
static size_t list_marker(slice line) {
    size_t i = 0;
    while (i < line.length && ascii_is_digit(line.data[i]))
        i++;
    if (i < line.length && is_in(line.data[i], i ? SLICE(".)") : SLICE("-+=")))
        return i;
    return SIZE_MAX;
}

/* One line of text in which nothing is markup. */
static void add_plain(page *p, slice text) {
    slice line = one_line(p->arena, text);
    size_t marker = list_marker(line);
    for (size_t i = 0; i < line.length; i++) {
        if (i == marker || is_in(line.data[i], SLICE("\\`*_[]<>&#|~$")))
            buffer_add_char(&p->text, '\\');
        buffer_add_char(&p->text, line.data[i]);
    }
}

/* An address as a link's target; what could end the target early is percent-encoded. */
static void add_target(page *p, slice url) {
    buffer_add_char(&p->text, '(');
    for (size_t i = 0; i < url.length; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c <= ' ' || c == 0x7F || is_in((char)c, SLICE("()<>\\\"`")))
            buffer_print(&p->text, "%%%02X", c);
        else
            buffer_add_char(&p->text, (char)c);
    }
    buffer_add_char(&p->text, ')');
}

/* The text, as a link where the article has an address on the web. */
static void add_linked(page *p, const timeline_article *listed, slice text) {
    if (!article_has_link(listed)) {
        add_plain(p, text);
        return;
    }
    buffer_add_char(&p->text, '[');
    add_plain(p, text);
    buffer_add_char(&p->text, ']');
    add_target(p, listed->url);
}

static void add_number(page *p, size_t article_index) {
    add_linked(p, &p->timeline->articles.items[article_index],
               arena_format(p->arena, "%zu", p->sources.number[article_index]));
}

static void add_line(page *p, slice text) {
    if (!text.length)
        return;
    buffer_add_char(&p->text, '\n');
    add_plain(p, text);
    buffer_add_char(&p->text, '\n');
}

static void add_quote(page *p, const entry_mention *m) {
    const timeline_article *listed = &p->timeline->articles.items[m->article];
    buffer_add(&p->text, SLICE("\n> "));
    add_plain(p, m->quote);
    buffer_add(&p->text, SLICE("\n>\n> — "));
    add_plain(p, listed->publisher.length ? listed->publisher : article_name(listed));
    buffer_add(&p->text, SLICE(", "));
    add_plain(p, wording_of_published(p->arena, listed));
    buffer_add(&p->text, SLICE(" \\["));
    add_number(p, m->article);
    buffer_add(&p->text, SLICE("\\]\n"));
}

/* The best words of each article: mentions stand best first. */
static void add_quotes(page *p, const entry *e) {
    index_list articles = entry_articles(p->arena, e);
    for (size_t i = 0; i < articles.count; i++) {
        size_t k = 0;
        while (e->mentions.items[k].article != articles.items[i])
            k++;
        add_quote(p, &e->mentions.items[k]);
    }
}

static void add_entry(page *p, const entry *e) {
    index_list articles = entry_articles(p->arena, e);
    buffer_add(&p->text, SLICE("\n**"));
    add_plain(p, wording_of_date(p->arena, e->when));
    buffer_add(&p->text, SLICE("** — "));
    add_plain(p, e->title);
    for (size_t i = 0; i < articles.count; i++) {
        buffer_add(&p->text, i ? SLICE(", ") : SLICE(" \\["));
        add_number(p, articles.items[i]);
    }
    buffer_add(&p->text, articles.count ? SLICE("\\]\n") : SLICE("\n"));
    add_line(p, wording_of_claim(p->arena, e));
    add_line(p, wording_of_inference(p->arena, p->timeline, e));
    for (size_t i = 0; i < e->figures.count; i++)
        add_line(p, wording_of_disagreement(p->arena, &e->figures.items[i]));
    add_quotes(p, e);
}

static void add_entries(page *p, output *out) {
    heads h = {0};
    for (size_t i = 0; i < p->timeline->entries.count; i++) {
        const entry *e = &p->timeline->entries.items[i];
        heads_next(&h, p->arena, e->when);
        if (h.opens_year)
            buffer_print(&p->text, "\n## %.*s\n", SLICE_ARGS(h.year));
        if (h.opens_month)
            buffer_print(&p->text, "\n### %.*s\n", SLICE_ARGS(h.month));
        add_entry(p, e);
        output_drain(out, &p->text);
    }
}

static void add_source(page *p, size_t article_index) {
    const timeline_article *listed = &p->timeline->articles.items[article_index];
    buffer_print(&p->text, "%zu. ", p->sources.number[article_index]);
    if (listed->publisher.length) {
        add_plain(p, listed->publisher);
        buffer_add(&p->text, SLICE(": "));
    }
    add_linked(p, listed, article_name(listed));
    buffer_add(&p->text, SLICE(", "));
    add_plain(p, wording_of_published(p->arena, listed));
    if (!article_has_link(listed) && listed->file.length) {
        buffer_add(&p->text, SLICE(", "));
        add_plain(p, listed->file);
    }
    buffer_add_char(&p->text, '\n');
}

static void add_sources(page *p) {
    buffer_add(&p->text, SLICE("\n## " WORD_SOURCES "\n\n"));
    for (size_t i = 0; i < p->timeline->articles.count; i++)
        if (p->sources.number[i])
            add_source(p, i);
    size_t unused = p->timeline->articles.count - p->sources.count;
    if (unused)
        add_line(p, wording_of_unused(p->arena, unused));
}

dateline_status write_markdown(const write_job *job) {
    page p = {job->arena, buffer_in(job->arena), job->timeline,
              source_list_of(job->arena, job->timeline)};
    buffer_add(&p.text, SLICE("# "));
    add_plain(&p, wording_of_title(job->timeline));
    buffer_add_char(&p.text, '\n');
    add_line(&p, wording_of_contents(job->arena, job->timeline));
    add_entries(&p, job->out);
    if (job->timeline->entries.count)
        add_sources(&p);
    output_drain(job->out, &p.text);
    return output_end(job->out);
}
