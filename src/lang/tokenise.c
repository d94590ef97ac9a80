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

static token *add(scanner *s, size_t start, size_t end) {
    token *t = vector_push(s->out, s->owner);
    *t = (token){.start = start, .end = end};
    slice word = slice_range(s->text, start, end);
    if (word.length > 1 && word.data[word.length - 1] == '.')
        word.length--;
    t->classes = word_classes_of(word);
    return t;
}

/* A mark that holds a word together: 3,200 · 9:30 · 2.5 · U.S · 9/11 · al-Qaida · O'Brien. */
static bool joins(const scanner *s, size_t start, size_t at, uint32_t mark, uint32_t next) {
    if (at == start || is_space(next) || next == 0 || is_mark(next))
        return false;
    bool digit = ascii_is_digit(s->text.data[at - 1]);
    bool digits = digit && next < 0x80 && ascii_is_digit((char)next);
    if (mark == ',' || mark == ':' || mark == '/')
        return digits;
    if (mark == '.')
        return digits || !digit;
    return mark == '-' || mark == '&' || mark == '@' || mark == '_' || mark == 0x2011 ||
           is_apostrophe(mark);
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

/* An address goes on up to a space, or up to the marks before it that belong to the sentence. */
static size_t address_end(const scanner *s, size_t start) {
    size_t at = start, end = start, next = start;
    for (uint32_t c; (c = peek(s, at, &next)) != 0 && !is_space(c) && c != '"' && c != '<' &&
                     c != '>' && c < 0x2000;
         at = next)
        if (!is_mark(c) || strchr("/-_=&#%~", (int)c))
            end = next;
    return end;
}

static bool is_address(const scanner *s, size_t at) {
    slice rest = slice_range(s->text, at, s->text.length);
    return slice_starts_with(rest, SLICE("http://")) ||
           slice_starts_with(rest, SLICE("https://")) || slice_starts_with(rest, SLICE("www."));
}

/* "#flood", "@council" */
static bool is_handle(const scanner *s, size_t at) {
    char mark = s->text.data[at];
    return (mark == '#' || mark == '@') && at + 1 < s->text.length &&
           ascii_is_letter(s->text.data[at + 1]);
}

/* The stop at `stop` belongs to the word before it. */
static bool keeps_stop(const scanner *s, size_t start, size_t stop) {
    if (stop >= s->text.length || s->text.data[stop] != '.')
        return false;
    slice word = slice_range(s->text, start, stop);
    if (!word_is(word_classes_of(word), NUMBER_ABBREVIATION))
        return word_is_abbreviation(word);
    size_t number = stop + 1;
    while (number < s->text.length && ascii_is_space(s->text.data[number]))
        number++;
    return number < s->text.length && ascii_is_digit(s->text.data[number]);
}

/* Behind a run of the mark at `start`: "...", "--", "!!". Brackets stand alone. */
static size_t marks_end(const scanner *s, size_t start) {
    size_t next = start;
    uint32_t mark = peek(s, start, &next);
    if (mark < 0x80 && strchr("()[]{}", (int)mark))
        return next;
    for (size_t behind = next; peek(s, next, &behind) == mark; next = behind)
        ;
    return next;
}

static bool ends_with_nocase(slice word, slice suffix) {
    return word.length > suffix.length &&
           slice_equal_nocase(slice_range(word, word.length - suffix.length, word.length), suffix);
}

/* Splits "it's", "they'll", "didn't", "cannot" in two; a name like "O'Brien" stays whole. */
static void add_word(scanner *s, size_t start, size_t end) {
    static const char *const suffixes[] = {"n't", "'s", "'ll", "'re", "'ve", "'d", "'m",
                                           "n’t", "’s", "’ll", "’re", "’ve", "’d", "’m"};
    slice word = slice_range(s->text, start, end);
    bool has_apostrophe =
        memchr(word.data, '\'', word.length) || memchr(word.data, "’"[0], word.length);
    size_t behind = 0;
    for (size_t i = 0; has_apostrophe && i < sizeof suffixes / sizeof *suffixes && !behind; i++)
        if (ends_with_nocase(word, slice_of(suffixes[i])))
            behind = strlen(suffixes[i]);
    if (slice_equal_nocase(word, SLICE("cannot")))
        behind = strlen("not");
    if (behind)
        add(s, start, end - behind);
    add(s, behind ? end - behind : start, end);
}

void tokenise(slice text, size_t start, size_t end, arena *a, token_list *out) {
    scanner s = {{text.data, end}, a, out};
    for (size_t at = start, next = start; at < end; at = next) {
        uint32_t c = peek(&s, at, &next);
        if (is_space(c) || c == 0)
            continue;
        if (is_address(&s, at)) {
            next = address_end(&s, at);
            add(&s, at, next);
        } else if (is_mark(c) && !is_handle(&s, at)) {
            next = marks_end(&s, at);
            add(&s, at, next)->pos = POS_PUNCTUATION;
        } else {
            next = word_end(&s, is_mark(c) ? next : at);
            next += keeps_stop(&s, at, next);
            add_word(&s, at, next);
        }
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
