/* SPDX-License-Identifier: MIT */
/*
 * The sentence splitter. A full stop ends a sentence unless the word before it is an abbreviation
 * or an initial; what an abbreviation may end is told by the word behind it.
 */
#include "base/utf8.h"
#include "lang/sentence.h"

#define LONGEST_TERMINATOR_TAIL 8 /* quotes and brackets behind a full stop */

typedef struct cursor {
    slice text;
    size_t end;
} cursor;

static uint32_t character_at(cursor c, size_t at, size_t *next) {
    return utf8_decode((slice){c.text.data, c.end}, at, next);
}

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
           c == 0x2033 || c == 0xBB;
}

static bool is_opening(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 ||
           c == 0x2033 || c == 0xAB || c == 0x2022;
}

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000;
}

static bool is_word_byte(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Behind the quotes and brackets that close what the terminator ended. */
static size_t skip_closing(cursor c, size_t at) {
    size_t next = at;
    for (int i = 0; at < c.end && i < LONGEST_TERMINATOR_TAIL; i++, at = next)
        if (!is_closing(character_at(c, at, &next)))
            break;
    return at;
}

static size_t skip_space(cursor c, size_t at) {
    size_t next = at;
    while (at < c.end && is_space(character_at(c, at, &next)))
        at = next;
    return at;
}

static size_t skip_opening(cursor c, size_t at) {
    size_t next = at;
    while (at < c.end && is_opening(character_at(c, at, &next)))
        at = next;
    return at;
}

static slice word_from(cursor c, size_t at) {
    size_t end = at;
    while (end < c.end && is_word_byte(c.text.data[end]))
        end++;
    return slice_range(c.text, at, end);
}

/* The word that ends at `at`, with the full stops inside it: "U.S", "Gen", "p.m". */
static slice word_before(cursor c, size_t at, size_t lowest) {
    size_t start = at;
    while (start > lowest && (is_word_byte(c.text.data[start - 1]) ||
                              (c.text.data[start - 1] == '.' && start < at)))
        start--;
    while (start < at && c.text.data[start] == '.')
        start++;
    return slice_range(c.text, start, at);
}

/* Lower case letters of ASCII go on with a sentence; other scripts' letters may begin one. */
static bool may_begin(cursor c, size_t at) {
    size_t first = skip_opening(c, at);
    return first < c.end && !(c.text.data[first] >= 'a' && c.text.data[first] <= 'z') &&
           (is_word_byte(c.text.data[first]) || first > at || c.text.data[first] == '-');
}

static bool begins_with_starter(cursor c, size_t at) {
    size_t first = skip_opening(c, at);
    return first < c.end && ascii_is_upper(c.text.data[first]) &&
           word_is(word_classes_of(word_from(c, first)), STARTER);
}

/* Whether the full stop at `stop` ends a sentence when `next` is where the next word stands. */
static bool stop_ends(cursor c, size_t stop, size_t next, size_t lowest) {
    slice word = word_before(c, stop, lowest);
    word_classes classes = word_classes_of(word);
    if (word_is(classes, TITLE_ABBREVIATION))
        return false;
    bool is_initial = word.length == 1 && ascii_is_upper(word.data[0]);
    bool has_inner_stop = memchr(word.data, '.', word.length) != NULL;
    if (is_initial || has_inner_stop || word_is(classes, ABBREVIATION))
        return begins_with_starter(c, next);
    return true;
}

/*
 * Where a space was forgotten: "the end.The next". A lower-case word before the stop and a
 * capitalised one of at least two letters behind it; names of sites and files have no such form.
 */
static bool lacks_space(cursor c, size_t stop, size_t next) {
    if (stop < 3 || next + 1 >= c.end)
        return false;
    const char *p = c.text.data;
    bool lower_before = true;
    for (size_t i = stop - 3; i < stop; i++)
        lower_before = lower_before && p[i] >= 'a' && p[i] <= 'z';
    return lower_before && ascii_is_upper(p[next]) && p[next + 1] >= 'a' && p[next + 1] <= 'z';
}

static bool is_terminator(char c) {
    return c == '.' || c == '!' || c == '?';
}

/* The end of the sentence whose terminator is at `at`, or 0 where it goes on. */
static size_t sentence_end(cursor c, size_t at, size_t lowest) {
    size_t last = at;
    while (last + 1 < c.end && is_terminator(c.text.data[last + 1]))
        last++;
    size_t tail = skip_closing(c, last + 1);
    size_t next = skip_space(c, tail);
    if (next >= c.end)
        return c.end;
    if (next == tail)
        return last == at && tail == at + 1 && lacks_space(c, at, next) ? tail : 0;
    if (!may_begin(c, next))
        return 0;
    bool lone_stop = c.text.data[at] == '.' && last == at;
    if (lone_stop && !stop_ends(c, at, next, lowest))
        return 0;
    return tail;
}

/* The end of a run of terminators, closing marks aside, so that a scan can go on behind it. */
static size_t behind_terminators(cursor c, size_t at) {
    while (at < c.end && is_terminator(c.text.data[at]))
        at++;
    return at;
}

static void add_sentence(cursor c, size_t start, size_t end, arena *a, sentence_list *out) {
    start = skip_space(c, start);
    slice trimmed = slice_trim(slice_range(c.text, start, end > start ? end : start));
    if (trimmed.length)
        *vector_push(out, a) = (sentence){.start = (size_t)(trimmed.data - c.text.data),
                                          .end = (size_t)(trimmed.data - c.text.data) +
                                                 trimmed.length};
}

void sentences_split(slice text, size_t start, size_t end, arena *a, sentence_list *out) {
    cursor c = {text, end};
    size_t first = start;
    for (size_t at = start; at < end;) {
        if (!is_terminator(text.data[at])) {
            at++;
            continue;
        }
        size_t stop = sentence_end(c, at, first);
        if (stop) {
            add_sentence(c, first, stop, a, out);
            first = at = stop;
        } else {
            at = behind_terminators(c, at);
        }
    }
    add_sentence(c, first, end, a, out);
}
