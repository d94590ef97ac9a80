/* SPDX-License-Identifier: MIT */
#include "lang/tokenise.h"

#include "base/utf8.h"

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

/* Marks that are words of their own wherever they stand, the general punctuation among them. */
static bool is_mark(uint32_t c) {
    if (c < 0x80)
        return c > ' ' && !ascii_is_letter((char)c) && !ascii_is_digit((char)c);
    return c == 0xAB || c == 0xBB || c == 0xB7 || (c >= 0x2010 && c <= 0x2060) || c == 0x3001 ||
           c == 0x3002;
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

typedef struct scanner {
    slice text; /* ends where the sentence does */
    arena *owner;
    token_list *out;
} scanner;

static uint32_t peek(const scanner *s, size_t at, size_t *next) {
    *next = at;
    return at < s->text.length ? utf8_decode(s->text, at, next) : 0;
}

static void add(scanner *s, size_t start, size_t end) {
    if (start == end)
        return;
    token *t = vector_push(s->out, s->owner);
    *t = (token){.start = start, .end = end};
    slice word = slice_range(s->text, start, end);
    if (word.length > 1 && word.data[word.length - 1] == '.')
        word.length--;
    t->classes = word_classes_of(word);
}

/* A mark that holds a word together: 3,200 · 9:30 · 2.5 · U.S · al-Qaida · O'Brien. */
static bool joins(const scanner *s, size_t start, size_t at, uint32_t mark, uint32_t next) {
    if (at == start || is_space(next) || next == 0 || is_mark(next))
        return false;
    bool digits = ascii_is_digit(s->text.data[at - 1]) && next < 0x80 && ascii_is_digit((char)next);
    if (mark == ',' || mark == ':')
        return digits;
    if (mark == '.')
        return digits || !ascii_is_digit(s->text.data[at - 1]);
    return mark == '-' || mark == '/' || mark == '&' || mark == '@' || mark == '_' ||
           mark == 0x2011 || is_apostrophe(mark);
}

/* A stop belongs to an abbreviation: one of the list, an initial, or letters with stops inside. */
static bool keeps_stop(const scanner *s, size_t start, size_t end) {
    slice word = slice_range(s->text, start, end);
    word_classes classes = word_classes_of(word);
    if (word_is(classes, TITLE_ABBREVIATION) || word_is(classes, ABBREVIATION))
        return true;
    return (word.length == 1 && ascii_is_upper(word.data[0])) ||
           memchr(word.data, '.', word.length) != NULL;
}

/* Splits "it's", "they'll", "didn't", "nations'" in two; a name like "O'Brien" stays whole. */
static void add_word(scanner *s, size_t start, size_t end) {
    static const char *const suffixes[] = {"n't", "'s",  "'ll", "'re", "'ve", "'d",  "'m",
                                           "n’t", "’s",  "’ll", "’re", "’ve", "’d",  "’m"};
    slice word = slice_range(s->text, start, end);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        slice suffix = slice_of(suffixes[i]);
        if (word.length > suffix.length &&
            slice_equal_nocase(slice_range(word, word.length - suffix.length, word.length),
                               suffix)) {
            add(s, start, end - suffix.length);
            add(s, end - suffix.length, end);
            return;
        }
    }
    add(s, start, end);
}

static size_t word_end(const scanner *s, size_t start) {
    size_t at = start, next = start;
    for (;;) {
        uint32_t c = peek(s, at, &next);
        if (c == 0 || is_space(c))
            return at;
        if (is_mark(c)) {
            size_t behind = next;
            if (!joins(s, start, at, c, peek(s, next, &behind)))
                return at;
        }
        at = next;
    }
}

void tokenise(slice text, size_t start, size_t end, arena *a, token_list *out) {
    scanner s = {{text.data, end}, a, out};
    for (size_t at = start, next = start; at < end; at = next) {
        uint32_t c = peek(&s, at, &next);
        if (is_space(c) || c == 0) {
            next = next > at ? next : at + 1;
            continue;
        }
        size_t stop = is_mark(c) ? at : word_end(&s, at);
        if (stop == at) { /* runs of one mark ("...", "--") are one token */
            size_t behind = next;
            while (next < end && peek(&s, next, &behind) == c && behind > next)
                next = behind;
            add(&s, at, next);
            continue;
        }
        if (stop < end && text.data[stop] == '.' && keeps_stop(&s, at, stop))
            stop++;
        add_word(&s, at, stop);
        next = stop;
    }
}

void sentence_analyse(slice text, sentence *s, arena *a) {
    if (s->tokens)
        return;
    token_list tokens = {0};
    tokenise(text, s->start, s->end, a, &tokens);
    tag_tokens(text, tokens.items, tokens.count);
    s->tokens = tokens.items;
    s->token_count = tokens.count;
}
