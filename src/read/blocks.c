/* SPDX-License-Identifier: MIT */
#include "read/blocks.h"

#include "base/utf8.h"

#define WIDEST_WRAP   100 /* columns of a line in hard-wrapped text */
#define FULL_SENTENCE 80  /* bytes of a paragraph that only the text of an article has */

/* ---- Lines ------------------------------------------------------------------------------- */

static const char no_break_space[] = "\xc2\xa0";

/* Without white space at both ends, no-break space included. */
static slice trim(slice s) {
    slice space = slice_of(no_break_space);
    for (size_t before = SIZE_MAX; s.length != before;) {
        before = s.length;
        s = slice_trim(s);
        if (slice_starts_with(s, space))
            s = slice_range(s, space.length, s.length);
        if (slice_ends_with(s, space))
            s.length -= space.length;
    }
    return s;
}

/* The line that begins at *at, trimmed; moves *at behind it. False at the end of the text. */
static bool next_line(slice text, size_t *at, slice *line) {
    if (*at >= text.length)
        return false;
    const char *begin = text.data + *at;
    const char *end = memchr(begin, '\n', text.length - *at);
    size_t length = end ? (size_t)(end - begin) : text.length - *at;
    *at += length + 1;
    *line = trim((slice){begin, length});
    return true;
}

static bool begins_small(slice line) {
    return line.length && line.data[0] >= 'a' && line.data[0] <= 'z';
}

/*
 * Text is hard-wrapped where no line is long and lines often end within a sentence: at least a
 * quarter of those that go on go on with a small letter.
 */
static bool is_wrapped(slice text) {
    size_t pairs = 0, within = 0, lines = 0, too_long = 0;
    slice line, before = {"", 0};
    for (size_t at = 0; next_line(text, &at, &line); before = line) {
        lines += line.length > 0;
        too_long += line.length > WIDEST_WRAP && utf8_count(line, 0, line.length) > WIDEST_WRAP;
        if (before.length && line.length) {
            pairs++;
            within += begins_small(line) && !block_is_closed(before);
        }
    }
    return pairs > 0 && within * 4 >= pairs && too_long * 50 <= lines;
}

/* ---- Cutting ----------------------------------------------------------------------------- */

static void add(arena *a, block_list *out, slice text, slice part, block_kind kind) {
    part = trim(part);
    size_t start = (size_t)(part.data - text.data);
    if (part.length)
        *vector_push(out, a) = (block){start, start + part.length, kind};
}

/* How many '#' open a heading of Markdown: 0 for any other line. */
static size_t heading_marks(slice line) {
    size_t marks = 0;
    while (marks < line.length && line.data[marks] == '#')
        marks++;
    return marks <= 6 && marks < line.length && line.data[marks] == ' ' ? marks : 0;
}

/* A line of '=' or '-' alone. */
static bool is_underline(slice line) {
    for (size_t i = 0; i < line.length; i++)
        if (line.data[i] != line.data[0] || (line.data[i] != '=' && line.data[i] != '-'))
            return false;
    return line.length >= 2;
}

static bool is_list_item(slice line) {
    size_t digits = 0;
    while (digits < line.length && ascii_is_digit(line.data[digits]))
        digits++;
    if (digits + 1 < line.length && digits > 0)
        return (line.data[digits] == '.' || line.data[digits] == ')') &&
               line.data[digits + 1] == ' ';
    return line.length > 1 && strchr("-*+", line.data[0]) && line.data[1] == ' ';
}

/* The open paragraph: lines that were not cut yet. */
typedef struct cutter {
    arena *owner;
    slice text;
    slice open; /* empty: none */
    block_list *out;
} cutter;

static void close_paragraph(cutter *c, block_kind kind) {
    add(c->owner, c->out, c->text, c->open, kind);
    c->open.length = 0;
}

static void extend(cutter *c, slice line) {
    if (!c->open.length)
        c->open = line;
    else
        c->open.length = (size_t)(line.data - c->open.data) + line.length;
}

/* True where the line was a mark of Markdown or stood with one. */
static bool cut_markdown(cutter *c, slice line) {
    size_t marks = heading_marks(line);
    if (marks) {
        close_paragraph(c, BLOCK_PARAGRAPH);
        add(c->owner, c->out, c->text, slice_range(line, 0, marks), BLOCK_FURNITURE);
        add(c->owner, c->out, c->text, slice_range(line, marks, line.length), BLOCK_HEADING);
        return true;
    }
    if (is_underline(line)) {
        close_paragraph(c, BLOCK_HEADING);
        add(c->owner, c->out, c->text, line, BLOCK_FURNITURE);
        return true;
    }
    if (is_list_item(line))
        close_paragraph(c, BLOCK_PARAGRAPH);
    return false;
}

void blocks_cut(arena *a, slice text, bool markdown, block_list *out) {
    cutter c = {a, text, {"", 0}, out};
    bool joined = markdown || is_wrapped(text);
    slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (!line.length || !joined)
            close_paragraph(&c, BLOCK_PARAGRAPH);
        if (line.length && !(markdown && cut_markdown(&c, line)))
            extend(&c, line);
    }
    close_paragraph(&c, BLOCK_PARAGRAPH);
}

/* ---- What blocks have in common ---------------------------------------------------------- */

bool block_is_closed(slice words) {
    static const char *const closers[] = {
        " ", "\"", "'", ")", "]", "*", "_", "\xe2\x80\x9d", "\xe2\x80\x99", "\xc2\xbb"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
        if (slice_ends_with(words, slice_of(closers[i]))) {
            words.length -= strlen(closers[i]);
            i = SIZE_MAX; /* again from the first */
        }
    return words.length && (strchr(".!?:;,", words.data[words.length - 1]) ||
                            slice_ends_with(words, SLICE("\xe2\x80\xa6")) ||
                            slice_ends_with(words, SLICE("\xe2\x80\x94")) ||
                            slice_ends_with(words, SLICE("\xe3\x80\x82")));
}

bool block_is_full(slice text, const block *b) {
    return b->kind == BLOCK_PARAGRAPH && b->end - b->start >= FULL_SENTENCE &&
           block_is_closed(block_text(text, b));
}
