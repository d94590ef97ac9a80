/* SPDX-License-Identifier: MIT */
/*
 * The words by which the parts of a news page are told apart. They stand in en/page_words.re, so
 * that a person can read them and add to them; each function looks at the beginning of the text.
 */
#ifndef READ_PAGE_WORDS_H
#define READ_PAGE_WORDS_H

#include "base/slice.h"

/* Words above an article. `length` is theirs, 0 for HEAD_NONE. */
typedef enum head_word {
    HEAD_NONE,
    HEAD_PUBLISHED, /* "Published on:", "Posted" */
    HEAD_UPDATED,   /* "Last updated at" */
    HEAD_BY,        /* "By", "Written by" */
    HEAD_CLOCK      /* "21:51", "4:23 pm" */
} head_word;
head_word head_word_at(slice text, size_t *length);

/* What a block is that begins with these words. `length` is theirs, 0 for PAGE_NONE. */
typedef enum page_word {
    PAGE_NONE,
    PAGE_LABEL,      /* furniture where nothing else is in the block: "Advertisement" */
    PAGE_NOTE,       /* furniture where the block is short: "Copyright 2024 ..." */
    PAGE_INVITATION, /* furniture where the block is short and has an address of the web in it */
    PAGE_LINKS,      /* as PAGE_NOTE; links to other articles may follow: "ALSO READ | ..." */
    PAGE_CAPTION,    /* of a picture: "FILE - ", "In this photo provided by" */
    PAGE_CREDIT      /* of a picture, where the block is short: "Photo: " */
} page_word;
page_word page_word_at(slice text, size_t *length);

/* True for the words by which a credit in parentheses is told: "via AP", "/Reuters", "Photo". */
bool is_credit_word(slice text);
/* True for what stands in parentheses below an article: who edited it, where it comes from. */
bool is_closing_note(slice block);
/* True where a sentence names those who helped: "X contributed to this report." */
bool ends_with_thanks(slice block);

/* True where the word is of a sentence, as navigation hardly has them: "to", "in", "says". */
bool is_sentence_word(slice word);

/* The length of a news dateline, "KYIV, Ukraine, May 2 (AP) — ", or 0. */
size_t news_dateline_at(slice text);
/* MONDAY to SUNDAY where a weekday's name begins the text, else 0. */
int weekday_at(slice text);

#endif
