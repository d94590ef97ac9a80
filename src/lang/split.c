/* SPDX-License-Identifier: MIT */
/*
 * The sentence splitter. A full stop ends a sentence unless the word before it is an abbreviation;
 * what an abbreviation may end is told by the word behind it.
 */
#include "base/eight.h"
#include "base/utf8.h"
#include "lang/sentence.h"

#define LONGEST_TERMINATOR_TAIL 8 /* quotes and brackets behind a full stop */
#define LONGEST_SPEAKER         4 /* words of who spoke: "Foreign Minister Maria Lopez asked" */

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

/* "[12][13]": what a sentence rests on belongs to it. */
static size_t skip_references(cursor c, size_t at) {
    for (;;) {
        size_t first = skip_space(c, at);
        if (first >= c.end || c.text.data[first] != '[')
            return at;
        size_t end = first + 1;
        while (end < c.end && ascii_is_digit(c.text.data[end]))
            end++;
        if (end == first + 1 || end >= c.end || c.text.data[end] != ']')
            return at;
        at = end + 1;
    }
}

/* Behind the quotes and brackets that close what the terminator ended. */
static size_t skip_closing(cursor c, size_t at) {
    size_t next = at;
    for (int i = 0; at < c.end && i < LONGEST_TERMINATOR_TAIL; i++, at = next)
        if (!is_closing(character_at(c, at, &next)))
            break;
    return skip_references(c, at);
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
    while (start > lowest &&
           (is_word_byte(c.text.data[start - 1]) || (c.text.data[start - 1] == '.' && start < at)))
        start--;
    while (start < at && c.text.data[start] == '.')
        start++;
    return slice_range(c.text, start, at);
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/* What goes on with a sentence: a lower-case letter (no "iPhone"), and marks of its inside. */
static bool may_begin(cursor c, size_t at) {
    const char *p = c.text.data;
    size_t first = skip_opening(c, at);
    if (first >= c.end)
        return false;
    if (is_lower(p[first]))
        return first + 1 < c.end && ascii_is_upper(p[first + 1]);
    return !strchr(",;:.!?%/&+)]}", p[first]);
}

static bool begins_with_starter(cursor c, size_t at) {
    size_t first = skip_opening(c, at);
    return first < c.end && ascii_is_upper(c.text.data[first]) &&
           word_is(word_classes_of(word_from(c, first)), STARTER);
}

/* "9 p.m. EDT", "9 p.m. Monday", "9 p.m. Moscow time". */
static bool clock_goes_on(cursor c, size_t at) {
    slice zone = word_from(c, at);
    slice behind = word_from(c, skip_space(c, at + zone.length));
    bool all_capitals = zone.length > 1 && ascii_is_upper(zone.data[1]);
    return all_capitals || word_is(word_classes_of(zone), TIME_WORD) ||
           slice_equal(behind, SLICE("time")) || slice_equal(behind, SLICE("Time"));
}

/* A lone number before the first word numbers the sentence: "2. The next". */
static bool numbers_sentence(cursor c, slice word, size_t lowest) {
    return word.length <= 2 && word.data == c.text.data + lowest && ascii_is_digit(word.data[0]);
}

/* Whether the full stop at `stop` ends a sentence when `next` is where the next word stands. */
static bool stop_ends(cursor c, size_t stop, size_t next, size_t lowest) {
    slice word = word_before(c, stop, lowest);
    word_classes classes = word_classes_of(word);
    if (word_is(classes, TITLE_ABBREVIATION))
        return false;
    if (word_is(classes, NUMBER_ABBREVIATION))
        return !ascii_is_digit(c.text.data[next]);
    if (word_is(classes, HALF_DAY))
        return !clock_goes_on(c, next);
    if (word_is_abbreviation(word))
        return begins_with_starter(c, next);
    return word.length == 0 || !numbers_sentence(c, word, skip_space(c, lowest));
}

/*
 * Where a space was forgotten: "the end.The next". A lower-case word before the stop, and behind it
 * a whole capitalised one; names of sites and files, and addresses, have no such form.
 */
static bool lacks_space(cursor c, size_t stop, size_t next) {
    const char *p = c.text.data;
    slice word = word_from(c, next);
    size_t behind = next + word.length;
    if (stop < 3 || word.length < 2 || !ascii_is_upper(p[next]) || !is_lower(p[next + 1]))
        return false;
    for (size_t i = stop - 3; i < stop; i++)
        if (!is_lower(p[i]))
            return false;
    return behind >= c.end || ascii_is_space(p[behind]) || p[behind] == ',' || p[behind] == '\'';
}

/* '"Is it over?" Maria Lopez asked': a question that was quoted, and who asked it. */
static bool speaker_follows(cursor c, size_t at) {
    if (begins_with_starter(c, at))
        return false;
    for (int i = 0; i < LONGEST_SPEAKER; i++) {
        slice word = word_from(c, at);
        if (word.length == 0)
            return false;
        if (i && (word_classes_of(word) & (WORD(SAY) | WORD(ASK))))
            return true;
        at = skip_space(c, at + word.length);
    }
    return false;
}

/* The length of the terminator at `at`: a full stop, "!", "?" or an ellipsis; 0 for all else. */
static size_t terminator_length(cursor c, size_t at) {
    char first = c.text.data[at];
    if (first == '.' || first == '!' || first == '?')
        return 1;
    bool ellipsis = slice_starts_with(slice_range(c.text, at, c.end), SLICE("…"));
    return ellipsis ? sizeof "…" - 1 : 0;
}

static bool maybe_has_terminator(uint64_t eight) {
    return eight_maybe_has(eight, '.') || eight_maybe_has(eight, '!') ||
           eight_maybe_has(eight, '?') || eight_maybe_has(eight, "…"[0]);
}

/* The next byte that may begin a terminator. */
static size_t next_terminator(cursor c, size_t at) {
    static const bool begins_one[256] = {['.'] = true, ['!'] = true, ['?'] = true, [0xE2] = true};
    const unsigned char *p = (const unsigned char *)c.text.data;
    while (at + sizeof(uint64_t) <= c.end && !maybe_has_terminator(eight_at(c.text.data + at)))
        at += sizeof(uint64_t);
    while (at < c.end && !begins_one[p[at]])
        at++;
    return at;
}

static size_t behind_terminators(cursor c, size_t at) {
    for (size_t n; at < c.end && (n = terminator_length(c, at)) > 0;)
        at += n;
    return at;
}

/* The end of the sentence whose terminators are from `at` to `behind`, or 0 where it goes on. */
static size_t sentence_end(cursor c, size_t at, size_t behind, size_t lowest) {
    size_t tail = skip_closing(c, behind);
    size_t next = skip_space(c, tail);
    bool stop = behind == at + 1 && c.text.data[at] == '.';
    if (next >= c.end)
        return c.end;
    if (next == tail)
        return stop && lacks_space(c, at, next) ? tail : 0;
    if (!may_begin(c, next) || (stop && !stop_ends(c, at, next, lowest)))
        return 0;
    return !stop && tail > behind && speaker_follows(c, next) ? 0 : tail;
}

static void add_sentence(cursor c, size_t start, size_t end, arena *a, sentence_list *out) {
    start = skip_space(c, start);
    slice trimmed = slice_trim(slice_range(c.text, start, end > start ? end : start));
    if (trimmed.length)
        *vector_push(out, a) =
            (sentence){.start = (size_t)(trimmed.data - c.text.data),
                       .end = (size_t)(trimmed.data - c.text.data) + trimmed.length};
}

void sentences_split(slice text, size_t start, size_t end, arena *a, sentence_list *out) {
    cursor c = {text, end};
    size_t first = start;
    for (size_t at = start; (at = next_terminator(c, at)) < end;) {
        size_t behind = behind_terminators(c, at);
        if (behind == at) {
            at++;
            continue;
        }
        size_t stop = sentence_end(c, at, behind, first);
        if (stop)
            add_sentence(c, first, stop, a, out);
        first = stop ? stop : first;
        at = stop ? stop : behind;
    }
    add_sentence(c, first, end, a, out);
}
