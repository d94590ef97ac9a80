/* SPDX-License-Identifier: MIT */
#include "read/article.h"

#include "base/buffer.h"
#include "base/full_date.h"
#include "base/utf8.h"
#include "read/blocks.h"
#include "read/fields.h"
#include "read/glued.h"
#include "read/head.h"
#include "read/page_words.h"

#define HEAD_BLOCKS 10 /* among the first of an article its date is looked for */
#define CHRONOLOGY  3  /* so many days standing alone are headings, not the article's date */

/* ---- Words ------------------------------------------------------------------------------- */

static const slice published_words[] = {
#define PUBLISHED_FROM_WORD(name, word) SLICE(word),
    PUBLISHED_FROM_LIST(PUBLISHED_FROM_WORD)
#undef PUBLISHED_FROM_WORD
};

static const slice kind_words[] = {
#define BLOCK_KIND_WORD(name, word) SLICE(word),
    BLOCK_KIND_LIST(BLOCK_KIND_WORD)
#undef BLOCK_KIND_WORD
};

slice published_from_word(published_from from) {
    return published_words[from];
}

bool published_from_named(slice word, published_from *out) {
    size_t i = slice_index(published_words, sizeof published_words / sizeof *published_words, word);
    if (i != SIZE_MAX)
        *out = (published_from)i;
    return i != SIZE_MAX;
}

slice block_kind_word(block_kind kind) {
    return kind_words[kind];
}

/* ---- When an article was published ------------------------------------------------------- */

static const moment no_moment = {NO_DAY, NO_MINUTE, NO_ZONE};

/* A document on its way to articles. */
typedef struct reading {
    const document *d;
    moment option; /* the date of articles that carry none */
    arena *a;
    article_list *out;
    diagnostics *said;
} reading;

/* False where the article has such a date already, or this is none. */
static bool set_date(article *x, moment when, published_from from) {
    if (x->published_from != PUBLISHED_NONE || when.day == NO_DAY)
        return false;
    x->published = when;
    x->published_from = from;
    return true;
}

static void date_by_field(const reading *r, article *x, const fields *given) {
    moment when;
    if (!given->published.length)
        return;
    if (full_date_of(utf8_visible(r->a, given->published), &when) == FULL_DATE_FOUND)
        set_date(x, when, PUBLISHED_METADATA);
    else
        diagnose(r->said, DATELINE_BAD_DATE, DATELINE_WARNING, r->d->file, given->offset,
                 "publication date \"%.*s\" is no full date of the calendar; it is ignored",
                 (int)(given->published.length < 80 ? given->published.length : 80),
                 given->published.data);
}

/* What a web page says; what was only inferred comes last. */
static void date_by_page(article *x, const fields *given, bool inferred) {
    if (given->is_page && (given->dated_from == PUBLISHED_INFERRED) == inferred)
        set_date(x, given->dated, given->dated_from);
}

static bool is_chronology(const article *x) {
    size_t days = 0;
    for (size_t i = 0; i < x->block_count && days < CHRONOLOGY; i++)
        days += x->blocks[i].kind == BLOCK_HEADING &&
                head_read(block_text(x->text, &x->blocks[i])).bare;
    return days >= CHRONOLOGY;
}

/* Where a byte of the text stands in the file; for made text and JSON, where its value begins. */
static size_t offset_in_file(const reading *r, const article *x, const fields *given, size_t at) {
    size_t before = (size_t)(x->text.data - given->text.data);
    return r->d->form == DOCUMENT_TEXT ? given->offset + before + at : given->offset;
}

/* A date line: one that says "published" comes before one that says nothing and "updated". */
static void date_by_head(const reading *r, article *x, const fields *given) {
    moment stated = no_moment, updated = no_moment;
    bool in_text = false;
    size_t seen = 0;
    for (size_t i = 0; i < x->block_count && seen < HEAD_BLOCKS; i++) {
        block *b = &x->blocks[i];
        seen += b->kind != BLOCK_REPEATED;
        in_text = in_text || block_is_full(x->text, b);
        if (b->kind != BLOCK_FURNITURE && b->kind != BLOCK_HEADING)
            continue;
        head_reading head = head_read(block_text(x->text, b));
        if (head.impossible != SIZE_MAX && head.length)
            diagnose(r->said, DATELINE_BAD_DATE, DATELINE_WARNING, r->d->file,
                     offset_in_file(r, x, given, b->start + head.impossible), "%s; it is ignored",
                     dateline_status_text(DATELINE_BAD_DATE));
        if (head.bare && (in_text || is_chronology(x)))
            continue;
        if (head.bare && stated.day == NO_DAY)
            b->kind = BLOCK_FURNITURE;
        set_date(x, head.published, PUBLISHED_HEADER);
        if (stated.day == NO_DAY)
            stated = head.stated;
        if (updated.day == NO_DAY)
            updated = head.updated;
    }
    set_date(x, stated, PUBLISHED_HEADER);
    set_date(x, updated, PUBLISHED_HEADER);
}

/* The full date in a news dateline: "PARIS, May 24, 2024 - ". */
static void date_by_dateline(article *x) {
    size_t seen = 0;
    for (size_t i = 0; i < x->block_count && seen < HEAD_BLOCKS; i++) {
        if (x->blocks[i].kind == BLOCK_REPEATED || x->blocks[i].kind == BLOCK_CAPTION)
            continue;
        seen++;
        slice words = block_text(x->text, &x->blocks[i]);
        size_t end = news_dateline_at(words), length;
        moment when;
        for (size_t at = 1; at < end; at++)
            if (words.data[at - 1] == ' ' &&
                full_date_at(slice_range(words, at, end), &when, &length) == FULL_DATE_FOUND)
                set_date(x, when, PUBLISHED_DATELINE);
    }
}

/* The second article of a page has the page's fields and date not. */
static void date_article(const reading *r, article *x, const fields *given, bool is_first) {
    x->published = no_moment;
    if (is_first) {
        date_by_field(r, x, given);
        date_by_page(x, given, false);
    }
    date_by_head(r, x, given);
    date_by_dateline(x);
    if (is_first) {
        set_date(x, r->option, PUBLISHED_OPTION);
        date_by_page(x, given, true);
    } else {
        set_date(x, (moment){glued_day(x->text, x->blocks, x->block_count), NO_MINUTE, NO_ZONE},
                 PUBLISHED_INFERRED);
    }
    if (x->published_from == PUBLISHED_NONE)
        diagnose(r->said, DATELINE_UNDATED, DATELINE_NOTE, x->id, DATELINE_NO_OFFSET,
                 "no publication date found; relative dates stay open");
}

/* How much of the block is its dateline, behind which something is told; 0 where nothing is. */
static size_t dateline_length(slice text, const block *b) {
    slice words = block_text(text, b);
    size_t length = b->kind == BLOCK_PARAGRAPH ? news_dateline_at(words) : 0;
    return utf8_trim(slice_range(words, length, words.length)).length ? length : 0;
}

static void copy_blocks(arena *a, const block *from, size_t count, block_list *out) {
    for (size_t i = 0; i < count; i++)
        *vector_push(out, a) = from[i];
}

/*
 * The dateline of a paragraph is no part of its first sentence: it is a block of its own. Few
 * articles have one, so the blocks are copied only then.
 */
static void part_datelines(arena *a, article *x) {
    block_list parted = {0};
    size_t copied = 0, length;
    for (size_t i = 0; i < x->block_count; i++) {
        block b = x->blocks[i];
        if ((length = dateline_length(x->text, &b)) == 0)
            continue;
        slice words = block_text(x->text, &b), line = utf8_trim((slice){words.data, length});
        slice told = utf8_trim(slice_range(words, length, words.length));
        if (!parted.count)
            vector_reserve(&parted, a, x->block_count + 1);
        copy_blocks(a, x->blocks + copied, i - copied, &parted);
        *vector_push(&parted, a) = (block){b.start, b.start + line.length, BLOCK_FURNITURE};
        *vector_push(&parted, a) =
            (block){(size_t)(told.data - x->text.data), b.end, BLOCK_PARAGRAPH};
        copied = i + 1;
    }
    if (!copied)
        return;
    copy_blocks(a, x->blocks + copied, x->block_count - copied, &parted);
    x->blocks = parted.items;
    x->block_count = parted.count;
}

/* ---- Articles ---------------------------------------------------------------------------- */

void article_set_digest(article *x, arena *a) {
    size_t start = x->blocks[0].start, end = x->blocks[x->block_count - 1].end;
    char published[MOMENT_TEXT_SIZE];
    moment_write(x->published, published);
    buffer bytes = buffer_in(a);
    buffer_print(&bytes, "%.*s\n%s\n", SLICE_ARGS(x->id), published);
    buffer_add(&bytes, slice_range(x->text, start, end));
    identity_of(buffer_slice(&bytes), x->digest);
}

/* What of the text is not told from, and how much of a web page its text is not. */
static void say_what_is_dropped(const reading *r, const article *x, size_t around) {
    size_t furniture = 0, repeated = 0, bytes = 0;
    for (size_t i = 0; i < x->block_count; i++) {
        const block *b = &x->blocks[i];
        furniture += b->kind == BLOCK_FURNITURE;
        repeated += b->kind == BLOCK_REPEATED;
        bytes += block_is_told(b->kind) ? 0 : b->end - b->start;
    }
    if (bytes)
        diagnose(
            r->said, DATELINE_LEFT_OUT, DATELINE_NOTE, x->id, DATELINE_NO_OFFSET,
            "parts that are furniture: %zu, that are repeated: %zu; these %zu of %zu bytes of the "
            "text are not told from",
            furniture, repeated, bytes, x->text.length);
    if (around)
        diagnose(r->said, DATELINE_LEFT_OUT, DATELINE_NOTE, x->id, DATELINE_NO_OFFSET,
                 "%zu bytes of words around the text of the page are left out", around);
}

/*
 * Adds the article that the blocks are, which is `part` of the text; `number` counts from 1 on its
 * page.
 */
static void add_article(const reading *r, const fields *given, slice part, block *blocks,
                        size_t count, size_t number) {
    article x = {
        .id = given->id.length ? given->id : slice_base_name(r->d->file),
        .file = r->d->file,
        .url = given->url,
        .publisher = utf8_visible(r->a, given->publisher),
        .author = utf8_visible(r->a, given->author),
        .modified = given->is_page ? given->modified : no_moment,
        .language = given->language,
        .text = part,
        .blocks = blocks,
        .block_count = count,
    };
    if (number > 1)
        x.id = arena_format(r->a, "%.*s#%zu", SLICE_ARGS(x.id), number);
    slice title = number == 1 ? given->title : (slice){"", 0};
    x.title = utf8_visible(r->a, blocks_place(r->a, x.text, blocks, count, title));
    date_article(r, &x, given, number == 1);
    part_datelines(r->a, &x);
    say_what_is_dropped(r, &x, number == 1 ? given->around : 0);
    *vector_push(r->out, r->a) = x;
}

static void add_page(const reading *r, const fields *given) {
    block_list blocks = given->blocks;
    if (!blocks.count)
        blocks_cut(r->a, given->text, &blocks);
    blocks_mark(r->a, given->text, &blocks);
    for (size_t first = 0, end, number = 1; first < blocks.count; first = end, number++) {
        end = glued_end(given->text, blocks.items, first, blocks.count);
        size_t start = number == 1 ? 0 : blocks.items[first].start;
        size_t stop = end == blocks.count ? given->text.length : blocks.items[end].start;
        for (size_t i = first; i < end; i++) {
            blocks.items[i].start -= start;
            blocks.items[i].end -= start;
        }
        add_article(r, given, slice_range(given->text, start, stop), blocks.items + first,
                    end - first, number);
    }
}

void articles_read(const document *d, moment published, arena *a, article_list *out,
                   diagnostics *said) {
    reading r = {d, published, a, out, said};
    fields_list given = {0};
    switch (d->form) {
    case DOCUMENT_TEXT:
        text_fields(d, a, &given, said);
        break;
    case DOCUMENT_MARKDOWN:
        markdown_fields(d, a, &given, said);
        break;
    case DOCUMENT_FEED:
        feed_fields(d, a, &given, said);
        break;
    case DOCUMENT_RESPONSE:
        response_fields(d, a, &given, said);
        break;
    case DOCUMENT_PAGE:
        page_fields(d, a, &given, said);
        break;
    case DOCUMENT_JSON:
    case DOCUMENT_JSON_LINE:
    case DOCUMENT_JSON_ITEM:
        json_fields(d, a, &given, said);
        break;
    case DOCUMENT_CONLLU:
        diagnose(said, DATELINE_UNSUPPORTED, DATELINE_SKIPPED, d->file, DATELINE_NO_OFFSET,
                 "is CoNLL-U, which only parse reads; skipped");
        break;
    }
    for (size_t i = 0; i < given.count; i++)
        add_page(&r, &given.items[i]);
}
