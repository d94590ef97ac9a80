/* SPDX-License-Identifier: MIT */
/* A web page as an article: its text as blocks, and what the page says of it. */
#include "base/buffer.h"
#include "base/full_date.h"
#include "read/charset.h"
#include "read/fields.h"
#include "read/http.h"
#include "read/page_facts.h"
#include "read/page_furniture.h"
#include "read/page_split.h"

#define HTTP_OK    200
#define LEAST_TEXT 200 /* bytes; a page that shows less may give more in its data */

/* The runs that are told, an empty line between each two. */
static slice text_of(const page_parts *parts, arena *a, block_list *blocks) {
    buffer text = buffer_in(a);
    for (size_t i = 0; i < parts->runs.count; i++) {
        const page_run *r = &parts->runs.items[i];
        if (!r->is_article)
            continue;
        if (text.length)
            buffer_add(&text, SLICE("\n\n"));
        size_t start = text.length;
        buffer_add(&text, r->words);
        *vector_push(blocks, a) = (block){start, text.length, r->kind};
    }
    return buffer_slice(&text);
}

/* What the page's data gives of the text, where that is more than the page itself shows. */
static void use_data(const page_facts *facts, fields *out) {
    slice text = facts->body.length ? facts->body : facts->description;
    if (text.length <= out->text.length)
        return;
    out->text = text;
    out->blocks = (block_list){0};
}

/* The day that a page was fetched, or NO_DAY. */
static day_number captured_day(const document *d) {
    moment when;
    return d->captured.length && full_date_of(d->captured, &when) == FULL_DATE_FOUND ? when.day
                                                                                     : NO_DAY;
}

/* A page, or a part of one, that was looked at. */
typedef struct opened_page {
    page_tree tree;
    page_parts parts;
    page_facts facts;
} opened_page;

static void look_at(opened_page *p, const document *d, arena *a) {
    p->parts = page_parts_find(&p->tree, a);
    p->facts = page_facts_find(&p->parts, captured_day(d), a);
}

static void open_page(opened_page *p, slice page, slice charset, const document *d, arena *a,
                      diagnostics *said) {
    charset_reading read = charset_read(page, charset, a);
    if (read.wrong)
        diagnose(said, DATELINE_BAD_UTF8, DATELINE_NOTE, d->file, DATELINE_NO_OFFSET,
                 "has %zu places that are not in its charset, %s", read.wrong, read.charset);
    p->tree = page_tree_read(read.text, d->file, a, said);
    look_at(p, d, a);
}

/* False where there is no text. */
static bool fields_of(const opened_page *p, const document *d, arena *a, fields *out) {
    const page_facts *facts = &p->facts;
    *out = (fields){.url = facts->url,
                    .title = facts->title,
                    .publisher = facts->publisher,
                    .author = facts->author,
                    .language = facts->language,
                    .offset = d->offset,
                    .is_page = true,
                    .modified = page_facts_modified(facts)};
    out->text = text_of(&p->parts, a, &out->blocks);
    if (out->text.length < LEAST_TEXT)
        use_data(facts, out);
    size_t own = words_length(out->text);
    out->around = p->parts.words > own ? p->parts.words - own : 0;
    page_facts_published(facts, &out->dated, &out->dated_from);
    return out->text.length > 0;
}

bool page_read(slice page, slice charset, const document *d, arena *a, fields *out,
               diagnostics *said) {
    opened_page p;
    open_page(&p, page, charset, d, a, said);
    return fields_of(&p, d, a, out);
}

slice record_id(const document *d, arena *a) {
    return d->line ? arena_format(a, "%.*s#%zu", SLICE_ARGS(slice_base_name(d->file)), d->line)
                   : (slice){"", 0};
}

/* The words of the first heading. */
static slice first_heading(const page_parts *p) {
    for (size_t i = 0; i < p->runs.count; i++)
        if (p->runs.items[i].kind == BLOCK_HEADING)
            return p->runs.items[i].words;
    return (slice){"", 0};
}

/*
 * Adds the article that is the `number`th of its page, of which it has language and publisher; the
 * first one also the date, if it has none of its own.
 */
static void add_part(const opened_page *whole, const page_tree *tree, size_t number,
                     const document *d, arena *a, fields_list *out) {
    opened_page part = {.tree = *tree};
    fields given;
    look_at(&part, d, a);
    if (!fields_of(&part, d, a, &given))
        return;
    slice id = record_id(d, a);
    given.id = number == 1
                   ? id
                   : arena_format(a, "%.*s#%zu",
                                  SLICE_ARGS(id.length ? id : slice_base_name(d->file)), number);
    given.title = given.title.length ? given.title : first_heading(&part.parts);
    given.url = d->url.length ? d->url : whole->facts.url;
    given.publisher = whole->facts.publisher;
    given.language = whole->facts.language;
    if (number == 1 && given.dated.day == NO_DAY)
        page_facts_published(&whole->facts, &given.dated, &given.dated_from);
    *vector_push(out, a) = given;
}

static void add_page(const document *d, slice page, slice charset, arena *a, fields_list *out,
                     diagnostics *said) {
    opened_page p;
    page_tree_list several = {0};
    size_t before = out->count;
    open_page(&p, page, charset, d, a, said);
    page_split(&p.parts, a, &several);
    for (size_t i = 0; i < several.count; i++)
        add_part(&p, &several.items[i], i + 1, d, a, out);
    if (out->count > before)
        return;
    fields given;
    if (!fields_of(&p, d, a, &given)) {
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, d->file,
                 d->line ? d->offset : DATELINE_NO_OFFSET, "has no text of an article; skipped");
        return;
    }
    given.id = record_id(d, a);
    if (d->url.length)
        given.url = d->url;
    *vector_push(out, a) = given;
}

void page_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    add_page(d, d->bytes, (slice){"", 0}, a, out, said);
}

/* What is no page, or no answer to the request, is passed over: archives are full of it. */
void response_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    http_response response = http_read(d->bytes, a);
    bool is_page = slice_equal_nocase(response.media_type, SLICE("text/html")) ||
                   slice_equal_nocase(response.media_type, SLICE("application/xhtml+xml"));
    if (response.status != HTTP_OK || !is_page)
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_NOTE, d->file, d->offset,
                 "has a response that is no page; it is passed over");
    else if (response.is_unknown)
        diagnose(said, DATELINE_UNSUPPORTED, DATELINE_SKIPPED, d->file, d->offset,
                 "has a page that is packed in a way that is not supported; skipped");
    else
        add_page(d, response.body, response.charset, a, out, said);
}
