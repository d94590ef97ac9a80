/* SPDX-License-Identifier: MIT */
#include "read/form.h"

#define MOST_NOISE 10 /* percent of control characters that a text may have */

/* What formats that are not text begin with. */
static const struct {
    slice magic;
    const char *problem;
} foreign[] = {
    {SLICE("\x89PNG"), "is a PNG picture"},
    {SLICE("\xff\xd8\xff"), "is a JPEG picture"},
    {SLICE("GIF8"), "is a GIF picture"},
    {SLICE("RIFF"), "is a RIFF file (picture, sound or film)"},
    {SLICE("%PDF-"), "is a PDF document"},
    {SLICE("{\\rtf"), "is an RTF document"},
    {SLICE("\xd0\xcf\x11\xe0"), "is an office document"},
    {SLICE("PK\x03\x04"), "is a ZIP archive or an office document"},
    {SLICE("\x1f\x8b"), "is gzipped twice"},
    {SLICE("BZh"), "is compressed with bzip2"},
    {SLICE("\xfd\x37zXZ"), "is compressed with xz"},
    {SLICE("\x28\xb5\x2f\xfd"), "is compressed with zstd"},
    {SLICE("\x7f"
           "ELF"),
     "is a program"},
    {SLICE("SQLite format 3"), "is a database"},
};

static const slice page_marks[] = {SLICE("<!doctype"), SLICE("<html"), SLICE("<head"),
                                   SLICE("<body"),     SLICE("<?xml"), SLICE("<!--")};

static bool is_named(slice path, slice suffix) {
    slice packed = SLICE(".gz");
    if (path.length > packed.length &&
        slice_equal_nocase(slice_range(path, path.length - packed.length, path.length), packed))
        path.length -= packed.length;
    return path.length > suffix.length &&
           slice_equal_nocase(slice_range(path, path.length - suffix.length, path.length), suffix);
}

static bool starts_with_nocase(slice s, slice prefix) {
    return s.length >= prefix.length && slice_equal_nocase((slice){s.data, prefix.length}, prefix);
}

static const char *foreign_problem(slice head) {
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (slice_starts_with(head, foreign[i].magic))
            return foreign[i].problem;
    return NULL;
}

static bool is_named_page(slice path) {
    return is_named(path, SLICE(".html")) || is_named(path, SLICE(".htm")) ||
           is_named(path, SLICE(".xhtml"));
}

static bool is_feed(slice text) {
    static const slice roots[] = {SLICE("<rss"), SLICE("<feed"), SLICE("<rdf:RDF")};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (slice_starts_with(text, roots[i]) ||
            (starts_with_nocase(text, SLICE("<?xml")) && slice_find(text, roots[i], 0) != SIZE_MAX))
            return true;
    return false;
}

/* XML that is neither a web page nor a feed. */
static bool is_other_xml(slice text) {
    return starts_with_nocase(text, SLICE("<?xml")) &&
           slice_find_nocase(text, SLICE("<html"), 0) == SIZE_MAX &&
           slice_find_nocase(text, SLICE("<!doctype html"), 0) == SIZE_MAX;
}

static bool is_page(slice text, slice path) {
    for (size_t i = 0; i < sizeof page_marks / sizeof *page_marks; i++)
        if (starts_with_nocase(text, page_marks[i]))
            return true;
    return slice_starts_with(text, SLICE("<")) && is_named_page(path);
}

static bool is_noise(slice head) {
    size_t noise = 0;
    for (size_t i = 0; i < head.length; i++) {
        unsigned char c = (unsigned char)head.data[i];
        noise += c == 0x7f || (c < ' ' && !ascii_is_space((char)c) && c != '\b' && c != 0x1b);
    }
    return noise * 100 > head.length * MOST_NOISE;
}

/* Prose may begin with a bracket too: "[Updated 5 May] The ...". */
static bool is_json(slice text, slice path) {
    if (!text.length || (text.data[0] != '{' && text.data[0] != '['))
        return false;
    if (form_is_named_lines(path) || is_named(path, SLICE(".json")))
        return true;
    slice inner = slice_trim(slice_range(text, 1, text.length));
    if (!inner.length)
        return false;
    return inner.data[0] == '"' ||
           (text.data[0] == '{' ? inner.data[0] == '}' : strchr("{[]", inner.data[0]) != NULL);
}

#define CONLLU_COLUMNS 10

/* Comments, then a table whose first word has the number 1. */
static bool is_conllu(slice text, slice path) {
    size_t at = 0, tabs = 0;
    if (is_named(path, SLICE(".conllu")))
        return true;
    while (at < text.length && text.data[at] == '#') {
        size_t end = slice_find(text, SLICE("\n"), at);
        at = end == SIZE_MAX ? text.length : end + 1;
    }
    slice line = slice_range(text, at, text.length);
    if (!slice_starts_with(line, SLICE("1\t")) && !slice_starts_with(line, SLICE("1-2\t")))
        return false;
    for (size_t i = 0; i < line.length && line.data[i] != '\n'; i++)
        tabs += line.data[i] == '\t';
    return tabs + 1 == CONLLU_COLUMNS;
}

static bool is_markdown(slice head, slice path) {
    return slice_starts_with(head, SLICE("---\n")) || slice_starts_with(head, SLICE("---\r\n")) ||
           is_named(path, SLICE(".md")) || is_named(path, SLICE(".markdown"));
}

form form_of(slice head, slice path) {
    slice text = slice_trim(head);
    const char *problem = foreign_problem(head);
    if (problem)
        return (form){.status = DATELINE_NOT_TEXT, .problem = problem};
    if (is_json(text, path))
        return (form){.document = DOCUMENT_JSON};
    if (slice_starts_with(text, SLICE("WARC/")))
        return (form){.is_archive = true};
    if (is_noise(head))
        return (form){.status = DATELINE_NOT_TEXT, .problem = "is not text"};
    if (is_conllu(text, path))
        return (form){.document = DOCUMENT_CONLLU};
    bool markdown = is_markdown(head, path); /* which may begin with HTML, too */
    if (!markdown && is_feed(text))
        return (form){.document = DOCUMENT_FEED};
    if (!markdown && is_other_xml(text))
        return (form){.status = DATELINE_UNSUPPORTED, .problem = "is XML, but no page and no feed"};
    if (!markdown && is_page(text, path))
        return (form){.document = DOCUMENT_PAGE};
    return (form){.document = markdown ? DOCUMENT_MARKDOWN : DOCUMENT_TEXT};
}

bool form_is_named_lines(slice path) {
    return is_named(path, SLICE(".jsonl")) || is_named(path, SLICE(".ndjson"));
}

bool form_is_whole_object(slice line) {
    line = slice_trim(line);
    if (!slice_starts_with(line, SLICE("{")) || !slice_ends_with(line, SLICE("}")))
        return false;
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < line.length; i++) {
        char c = line.data[i];
        if (c == '"')
            in_string = !in_string;
        else if (in_string)
            i += c == '\\';
        else if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && --depth == 0)
            return i + 1 == line.length;
    }
    return false;
}
