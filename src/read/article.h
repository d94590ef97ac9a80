/* SPDX-License-Identifier: MIT */
/* An article as it was understood: its text, what is known about it, and how the text is built. */
#ifndef READ_ARTICLE_H
#define READ_ARTICLE_H

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/identity.h"
#include "base/vector.h"
#include "read/source.h"

/* Where the publication date was found; the words are those of the JSON output. */
#define PUBLISHED_FROM_LIST(_)                                                                     \
    _(NONE, "none")                                                                                \
    _(METADATA, "metadata") /* a field of JSON, of front matter, of a page's head */               \
    _(HEADER, "header")     /* a line above the text: "Published: 24 May 2024" */                  \
    _(DATELINE, "dateline") /* the words that the text begins with: "PARIS, May 24, 2024 —" */   \
    _(OPTION, "option")     /* --date */                                                           \
    _(INFERRED, "inferred") /* from captions, or from articles on the same story */

typedef enum published_from {
#define PUBLISHED_FROM_CODE(name, word) PUBLISHED_##name,
    PUBLISHED_FROM_LIST(PUBLISHED_FROM_CODE)
#undef PUBLISHED_FROM_CODE
} published_from;

slice published_from_word(published_from from);
/* False where the word is none of them. */
bool published_from_named(slice word, published_from *out);

/* What a part of the text is. Only the first three are told from. */
#define BLOCK_KIND_LIST(_)                                                                         \
    _(PARAGRAPH, "paragraph")                                                                      \
    _(HEADING, "heading")                                                                          \
    _(CAPTION, "caption")     /* of a picture; dated by its own words only */                      \
    _(FURNITURE, "furniture") /* date lines, credits, "Recommended Articles" */                    \
    _(REPEATED, "repeated")   /* word for word a block before it */

typedef enum block_kind {
#define BLOCK_KIND_CODE(name, word) BLOCK_##name,
    BLOCK_KIND_LIST(BLOCK_KIND_CODE)
#undef BLOCK_KIND_CODE
} block_kind;

slice block_kind_word(block_kind kind);

/* A paragraph or its like: bytes `start` to `end` of the article's text, without outer space. */
typedef struct block {
    size_t start;
    size_t end;
    block_kind kind;
} block;

/* True for the blocks whose words tell the story. */
static inline bool block_is_told(block_kind kind) {
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING || kind == BLOCK_CAPTION;
}

/*
 * The text is as given, but for Markdown, of which it is the words without marks, a block from the
 * next by an empty line. Empty slices stand for what is unknown. All is owned by the arena the
 * article was read into. Where a page holds several articles, the text of each is its own part.
 */
typedef struct article {
    slice id;   /* as given, else the file's base name ("name#2" for the page's second) */
    slice file; /* path as given by the user */
    slice url;
    slice title;
    slice publisher;
    slice author;
    slice language; /* BCP 47, as given */
    slice text;     /* valid UTF-8 without NUL; all offsets are bytes in it */
    moment published;
    published_from published_from;
    moment modified;             /* of the last change, where the page says so */
    char digest[UUID_TEXT_SIZE]; /* "" until article_set_digest() */
    block *blocks;      /* in order, without overlap; they cover all of it but white space */
    size_t block_count; /* 1 or more */
} article;

typedef VECTOR(article) article_list;

/*
 * Adds the articles that the document holds, usually one. `published` is the date of articles that
 * carry none (its day may be NO_DAY). What is wrong is diagnosed, and costs only the article that
 * it is wrong with.
 */
void articles_read(const document *d, moment published, arena *a, article_list *out,
                   diagnostics *said);

/*
 * Fills the digest of id, date and the article's part of the text: the same article, the same
 * digest. Only who compares articles needs it, and it costs a walk over the text.
 */
void article_set_digest(article *x, arena *a);

#endif
