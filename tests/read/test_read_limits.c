/* SPDX-License-Identifier: MIT */
/* Both sides of the limits of what is read: the last that is taken, and the first that is not. */
#include "reading_fixture.h"

#include "base/buffer.h"
#include "read/archive.h"
#include "read/charset.h"
#include "read/form.h"
#include "read/http.h"
#include "read/page_names.h"
#include "read/page_shorten.h"
#include "read/page_tree.h"
#include "read/source.h"
#include "support/check.h"
#include "support/repeated.h"

#include <unistd.h>
#include <zlib.h>

#define STORY                                                                                      \
    "<p>The bridge over the river gave way in the night, and nobody was hurt, the mayor said on "  \
    "the morning after.</p><p>Engineers had warned of rust in its cables twice, according to "     \
    "letters that were read out in the council, and nothing was done.</p>"

/* ---- Pages ------------------------------------------------------------------------------- */

/* Whether it was said that something of the page is left out. */
static bool is_cut(arena *a, slice page) {
    reading_fixture r = read_document(a, DOCUMENT_PAGE, page);
    CHECK_INT(r.articles.count, 1);
    return r.said.list.count > 0 && r.said.list.items[0].status == DATELINE_TOO_LARGE;
}

/* HTML, BODY and a P are around the text. */
static void deep_elements(arena *a) {
    const char *body = "<body>" STORY;
    CHECK(!is_cut(a, repeated(a, body, "<div>", DEEPEST_ELEMENT - 3, STORY)));
    CHECK(is_cut(a, repeated(a, body, "<div>", DEEPEST_ELEMENT - 2, STORY)));
}

static void many_attributes(arena *a) {
    CHECK(!is_cut(a, repeated(a, "<p ", "a=1 ", MOST_ATTRIBUTES, ">" STORY)));
    CHECK(is_cut(a, repeated(a, "<p ", "a=1 ", MOST_ATTRIBUTES + 1, ">" STORY)));
}

/* The page is so long with the comment in it. */
static void large_pages(arena *a) {
    size_t largest = (size_t)8 << 20, around = strlen(STORY "<!---->");
    CHECK(!is_cut(a, repeated(a, STORY "<!--", "x", largest - around, "-->")));
    CHECK(is_cut(a, repeated(a, STORY "<!--", "x", largest - around + 1, "-->")));
}

/* A few nodes are those of the text and what is around it. */
static void many_elements(arena *a) {
    size_t most = (size_t)1 << 19;
    CHECK(!is_cut(a, repeated(a, "<body>" STORY "<p>", "<b></b>", most - 16, "")));
    CHECK(is_cut(a, repeated(a, "<body>" STORY "<p>", "<b></b>", most, "")));
}

/* What the page says of itself: `before` and spaces that make it `length` long with `after`. */
typedef struct padded {
    const char *before, *after;
    size_t length;
    const char *found;
} padded;

static slice padded_text(arena *a, const padded *p) {
    return repeated(a, p->before, " ", p->length - strlen(p->before) - strlen(p->after), p->after);
}

static void long_values(arena *a) {
    static const padded cases[] = {
        {"", "Harbour", ((size_t)32 << 10) - 1, "Harbour"},
        {"", "Harbour", (size_t)32 << 10, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice value = padded_text(a, &cases[i]);
        slice page = arena_format(a, "<meta property=og:site_name content=\"%.*s\">%s",
                                  SLICE_ARGS(value), STORY);
        reading_fixture r = read_document(a, DOCUMENT_PAGE, page);
        CHECK_INT(r.articles.count, 1);
        CHECK_SLICE(r.articles.items[0].publisher, cases[i].found);
    }
}

static void large_scripts(arena *a) {
    static const char before[] = "{\"@type\":\"NewsArticle\",", after[] = "\"datePublished\":"
                                                                          "\"2024-05-24\"}";
    static const padded cases[] = {
        {before, after, (size_t)4 << 20, "2024-05-24 metadata"},
        {before, after, ((size_t)4 << 20) + 8, "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice data = padded_text(a, &cases[i]);
        slice page = arena_format(a, "<script type='application/ld+json'>%.*s</script>%s",
                                  SLICE_ARGS(data), STORY);
        reading_fixture r = read_document(a, DOCUMENT_PAGE, page);
        CHECK_INT(r.articles.count, 1);
        CHECK_SLICE(date_words(a, &r.articles.items[0]), cases[i].found);
    }
}

static slice headline_in(arena *a, const char *data) {
    slice page = arena_format(a, "<script type='application/ld+json'>%s</script>%s", data, STORY);
    reading_fixture r = read_document(a, DOCUMENT_PAGE, page);
    CHECK_INT(r.articles.count, 1);
    return r.articles.count ? r.articles.items[0].title : SLICE("");
}

static void deep_data(arena *a) {
    for (size_t depth = 32; depth <= 33; depth++) {
        slice inside = repeated(a, "", "[", depth,
                                "{\"@type\":\"NewsArticle\",\"headline\":\"A bridge falls\"}");
        slice data = repeated(a, inside.data, "]", depth, "");
        CHECK_SLICE(headline_in(a, data.data), depth == 32 ? "A bridge falls" : "");
    }
}

static void long_references(arena *a) {
    static const char twelve[] = "{\"@type\":\"NewsArticle\",\"headline\":\"A &#0000000038; B\"}";
    static const char more[] = "{\"@type\":\"NewsArticle\",\"headline\":\"A &#00000000038; B\"}";
    CHECK_SLICE(headline_in(a, twelve), "A & B");
    CHECK_SLICE(headline_in(a, more), "A &#00000000038; B");
}

static void long_addresses(arena *a) {
    for (size_t length = 1999; length <= 2000; length++) {
        slice address = repeated(a, "https://a.example/", "x", length - 18, "");
        slice page =
            arena_format(a, "<link rel=canonical href='%.*s'>%s", SLICE_ARGS(address), STORY);
        reading_fixture r = read_document(a, DOCUMENT_PAGE, page);
        CHECK_INT(r.articles.count, 1);
        CHECK_INT(r.articles.items[0].url.length, length < 2000 ? length : 0);
    }
}

static void long_names(arena *a) {
    static const padded cases[] = {{"", "sidebar", 400, NULL}, {"", "sidebar", 401, NULL}};
    CHECK(page_hints(padded_text(a, &cases[0])) & HINT_FURNITURE);
    CHECK(!(page_hints(padded_text(a, &cases[1])) & HINT_FURNITURE));
}

static void many_articles(arena *a) {
    static const char part[] = "<article><h2>Bridge falls into river</h2>" STORY "</article>";
    for (size_t count = 1000; count <= 1001; count++) {
        reading_fixture r = read_document(a, DOCUMENT_PAGE, repeated(a, "", part, count, ""));
        CHECK_INT(r.articles.count, count == 1000 ? 1000 : 1);
    }
}

/* ---- Charsets ---------------------------------------------------------------------------- */

static void late_declarations(arena *a) {
    static const padded cases[] = {
        {"", "<meta charset=windows-1251>", (size_t)8 << 10, "WINDOWS-1251"},
        {"", "<meta charset=windows-1251>", ((size_t)8 << 10) + 27, "WINDOWS-1252"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice page = padded_text(a, &cases[i]);
        slice bytes = arena_format(a, "%.*s\xe4\xe0", SLICE_ARGS(page));
        CHECK_SLICE(slice_of(charset_read(bytes, SLICE(""), a).charset), cases[i].found);
    }
}

/* A5 is nothing in ISO-8859-3. */
static void wrong_bytes(arena *a) {
    for (size_t length = 999; length <= 1000; length++) {
        slice page = repeated(a, "\xa5\xa5", ".", length - 2, "");
        CHECK_SLICE(slice_of(charset_read(page, SLICE("iso-8859-3"), a).charset),
                    length == 1000 ? "ISO-8859-3" : "WINDOWS-1252");
    }
}

/* ---- Archives ---------------------------------------------------------------------------- */

static char folder[] = "/tmp/dateline-limits-XXXXXX";

/* Writes the bytes, then as many NULs, then the others; the file is read as a source. */
static slice document_in(arena *a, const char *name, slice begin, size_t gap, slice end,
                         diagnostics *said) {
    const char *path = arena_format(a, "%s/%s", folder, name).data;
    FILE *file = fopen(path, "wb");
    CHECK(file && fwrite(begin.data, 1, begin.length, file) == begin.length &&
          fseek(file, (long)gap, SEEK_CUR) == 0 &&
          fwrite(end.data, 1, end.length, file) == end.length && fclose(file) == 0);
    source *s = source_new(a);
    source_add(s, slice_of(path), said);
    document d;
    slice last = {"", 0};
    while (source_next(s, a, &d, said))
        last = d.bytes;
    unlink(path);
    return last;
}

static slice record(arena *a, slice headers, const char *text) {
    return arena_format(a,
                        "WARC/1.0\r\n%.*sWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
                        "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
                        SLICE_ARGS(headers), strlen(text), text);
}

/* Three lines of a header are the record's own, and one ends it. */
static void many_header_lines(arena *a) {
    for (size_t lines = 196; lines <= 197; lines++) {
        diagnostics said = diagnostics_in(a);
        slice bytes = record(a, repeated(a, "", "X: y\r\n", lines, ""), "It fell.");
        slice got = document_in(a, "lines.warc", bytes, 0, SLICE(""), &said);
        CHECK_SLICE(got, lines == 196 ? "It fell." : "");
        CHECK_INT(said.list.count, lines == 196 ? 0 : 1);
    }
}

/* What is behind the limit of a line is not seen; the next line is. */
static void long_header_lines(arena *a) {
    static const char name[] = "WARC-Type:", type[] = "response\r\n";
    for (size_t length = 4096; length <= 4097; length++) {
        size_t spaces = length - strlen(name) - strlen(type) + 2;
        slice bytes = arena_format(
            a,
            "WARC/1.0\r\nContent-Type: application/http\r\nContent-Length: 27\r\n%.*s\r\n"
            "HTTP/1.1 200 OK\r\n\r\nIt fell.\r\n\r\n",
            SLICE_ARGS(repeated(a, name, " ", spaces, type)));
        diagnostics said = diagnostics_in(a);
        slice got = document_in(a, "long.warc", bytes, 0, SLICE(""), &said);
        CHECK_INT(got.length > 0, length == 4096);
    }
}

/* Up to 15 digits are a length; no record has another. */
static void long_lengths(arena *a) {
    for (size_t zeros = 14; zeros <= 15; zeros++) {
        slice length = repeated(a, "Content-Length: ", "0", zeros, "8\r\n");
        slice bytes = arena_format(a,
                                   "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: "
                                   "text/plain\r\n%.*s\r\nIt fell.\r\n\r\n",
                                   SLICE_ARGS(length));
        diagnostics said = diagnostics_in(a);
        slice got = document_in(a, "digits.warc", bytes, 0, SLICE(""), &said);
        CHECK_SLICE(got, zeros == 14 ? "It fell." : "");
    }
}

/* A record and a line that are a byte too long are named, and cost nothing else; of such a text is
 * read what may be. */
static void too_large(arena *a) {
    size_t largest_record = (size_t)16 << 20, largest = (size_t)8 << 20;
    slice head = arena_format(a,
                              "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
                              "Content-Length: %zu\r\n\r\n",
                              largest_record + 1);
    slice next = arena_format(a, "\r\n\r\n%.*s", SLICE_ARGS(record(a, SLICE(""), "It fell.")));
    diagnostics said = diagnostics_in(a);
    CHECK_SLICE(document_in(a, "large.warc", head, largest_record + 1, next, &said), "It fell.");
    slice line = SLICE("{\"a\": 1}\n{");
    CHECK_SLICE(document_in(a, "large.jsonl", line, largest, SLICE("\n{}\n"), &said), "{}");
    slice text = repeated(a, "", "It fell. ", FORM_HEAD, "");
    slice got = document_in(a, "large.txt", text, largest - text.length, SLICE("."), &said);
    CHECK_INT(got.length, largest);
    CHECK_INT(said.list.count, 3);
    for (size_t i = 0; i < said.list.count; i++)
        CHECK_INT(said.list.items[i].status, DATELINE_TOO_LARGE);
}

static void just_not_too_large(arena *a) {
    size_t largest = (size_t)8 << 20;
    slice text = repeated(a, "", "It fell. ", FORM_HEAD, "");
    diagnostics said = diagnostics_in(a);
    slice got = document_in(a, "full.txt", text, largest - text.length - 1, SLICE("."), &said);
    CHECK_INT(got.length, largest);
    CHECK_INT(said.list.count, 0);
}

/* ---- Responses --------------------------------------------------------------------------- */

/* The length of the body that is so many letters, packed. */
static size_t unpacked_length(arena *a, size_t length) {
    uLongf packed_length = compressBound((uLong)length);
    char *letters = arena_alloc(a, length);
    Bytef *packed = arena_alloc(a, packed_length);
    memset(letters, 'a', length);
    CHECK_INT(compress2(packed, &packed_length, (const Bytef *)letters, (uLong)length, 1), Z_OK);
    buffer message = buffer_in(a);
    buffer_add(&message, SLICE("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"));
    buffer_add(&message, (slice){(char *)packed, packed_length});
    return http_read(buffer_slice(&message), a).body.length;
}

static void large_bodies(arena *a) {
    CHECK_INT(unpacked_length(a, LARGEST_BODY), LARGEST_BODY);
    CHECK_INT(unpacked_length(a, LARGEST_BODY + 1), LARGEST_BODY);
}

static void long_chunk_sizes(arena *a) {
    static const char header[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "1\r\na\r\n";
    slice eight = arena_format(a, "%s00000003\r\nbcd\r\n0\r\n\r\n", header);
    slice nine = arena_format(a, "%s000000003\r\nbcd\r\n0\r\n\r\n", header);
    CHECK_SLICE(http_read(eight, a).body, "abcd");
    CHECK_SLICE(http_read(nine, a).body, "a");
}

/* ---- Forms ------------------------------------------------------------------------------- */

/* Of the 4,096 bytes that tell, 409 may be noise; what stands behind them is not looked at. */
static void noise(arena *a) {
    for (size_t count = 409; count <= 410; count++) {
        slice head =
            repeated(a, repeated(a, "", "a", FORM_HEAD - count, "").data, "\x01", count, "");
        slice text = repeated(a, head.data, "\x02", FORM_HEAD, "");
        diagnostics said = diagnostics_in(a);
        slice got = document_in(a, "noise.txt", text, 0, SLICE(""), &said);
        CHECK_INT(got.length, count == 409 ? 2 * FORM_HEAD : 0);
        CHECK_INT(said.list.count, count == 409 ? 0 : 1);
    }
}

/* Four lines that go on with a small letter are a paragraph, as long as none has too many
 * characters. */
static void wide_lines(arena *a) {
    for (size_t width = 100; width <= 101; width++) {
        slice line = repeated(a, "it rained \xc3\xa9", "x", width - 11, "\n");
        slice text = repeated(a, "", line.data, 4, "");
        reading_fixture r = read_text(a, text.data, (moment){NO_DAY, NO_MINUTE, NO_ZONE});
        CHECK_INT(r.articles.count, 1);
        CHECK_INT(r.articles.items[0].block_count, width == 100 ? 1 : 4);
    }
}

int main(void) {
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    RUN_IN_ARENA(deep_elements);
    RUN_IN_ARENA(many_attributes);
    RUN_IN_ARENA(large_pages);
    RUN_IN_ARENA(many_elements);
    RUN_IN_ARENA(long_values);
    RUN_IN_ARENA(large_scripts);
    RUN_IN_ARENA(deep_data);
    RUN_IN_ARENA(long_references);
    RUN_IN_ARENA(long_addresses);
    RUN_IN_ARENA(long_names);
    RUN_IN_ARENA(many_articles);
    RUN_IN_ARENA(late_declarations);
    RUN_IN_ARENA(wrong_bytes);
    RUN_IN_ARENA(many_header_lines);
    RUN_IN_ARENA(long_header_lines);
    RUN_IN_ARENA(long_lengths);
    RUN_IN_ARENA(too_large);
    RUN_IN_ARENA(just_not_too_large);
    RUN_IN_ARENA(large_bodies);
    RUN_IN_ARENA(long_chunk_sizes);
    RUN_IN_ARENA(noise);
    RUN_IN_ARENA(wide_lines);
    rmdir(folder);
    return tests_end();
}
