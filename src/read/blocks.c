/* SPDX-License-Identifier: MIT */
#include "read/blocks.h"

#include "base/utf8.h"

#define WIDEST_WRAP   100 /* columns of a line in hard-wrapped text */
#define FULL_SENTENCE 80  /* bytes of a paragraph that only the text of an article has */

/* ---- Lines ------------------------------------------------------------------------------- */

/* The line that begins at *at, trimmed; moves *at behind it. False at the end of the text. */
static bool next_line(slice text, size_t *at, slice *line) {
    if (*at >= text.length)
        return false;
    const char *begin = text.data + *at;
    const char *end = memchr(begin, '\n', text.length - *at);
    size_t length = end ? (size_t)(end - begin) : text.length - *at;
    *at += length + 1;
    *line = utf8_trim((slice){begin, length});
    return true;
}

static bool begins_small(slice line) {
    return line.length && line.data[0] >= 'a' && line.data[0] <= 'z';
}

/* A character has four bytes at most, so most lines need not be counted. */
static bool is_too_long(slice line) {
    return line.length > 4 * WIDEST_WRAP ||
           (line.length > WIDEST_WRAP && utf8_count(line, 0, line.length) > WIDEST_WRAP);
}

/* A line in fifty may be long. */
static bool has_long_lines(slice text) {
    size_t lines = 0, too_long = 0;
    slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        lines += line.length > 0;
        too_long += is_too_long(line);
    }
    return too_long * 50 > lines;
}

/*
 * Text is hard-wrapped where no line is long and lines often end within a sentence: at least a
 * quarter of those that go on go on with a small letter.
 */
static bool is_wrapped(slice text) {
    size_t pairs = 0, within = 0;
    slice line, before = {"", 0};
    for (size_t at = 0; next_line(text, &at, &line); before = line) {
        if (before.length && line.length) {
            pairs++;
            within += begins_small(line) && !block_is_closed(before);
        }
    }
    return pairs > 0 && within * 4 >= pairs && !has_long_lines(text);
}

/* ---- Cutting ----------------------------------------------------------------------------- */

/* The open paragraph: lines that were not cut yet. */
typedef struct cutter {
    arena *owner;
    slice text;
    slice open; /* empty: none */
    block_list *out;
} cutter;

static void close_paragraph(cutter *c) {
    size_t start = (size_t)(c->open.data - c->text.data);
    if (c->open.length)
        *vector_push(c->out, c->owner) = (block){start, start + c->open.length, BLOCK_PARAGRAPH};
    c->open.length = 0;
}

static void extend(cutter *c, slice line) {
    if (!c->open.length)
        c->open = line;
    else
        c->open.length = (size_t)(line.data - c->open.data) + line.length;
}

void blocks_cut(arena *a, slice text, block_list *out) {
    cutter c = {a, text, {text.data, 0}, out};
    bool joined = is_wrapped(text);
    slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (!line.length || !joined)
            close_paragraph(&c);
        if (line.length)
            extend(&c, line);
    }
    close_paragraph(&c);
}

/* ---- What blocks have in common ---------------------------------------------------------- */

bool block_is_closed(slice words) {
    static const slice closers[] = {SLICE(" "),
                                    SLICE("\""),
                                    SLICE("'"),
                                    SLICE(")"),
                                    SLICE("]"),
                                    SLICE("*"),
                                    SLICE("_"),
                                    SLICE("\xe2\x80\x9d"),
                                    SLICE("\xe2\x80\x99"),
                                    SLICE("\xc2\xbb")};
    if (words.length && strchr(".!?:;,", words.data[words.length - 1]))
        return true;
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
        if (slice_ends_with(words, closers[i])) {
            words.length -= closers[i].length;
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
