/* SPDX-License-Identifier: MIT */
#include "time/vocabulary.h"

#include "base/window.h"

/* Of a letter. */
static uint64_t lower(char letter) {
    return (unsigned char)letter | ('a' - 'A');
}

/*
 * What a word may be. The letters that tell words apart well enough are hashed: the
 * first three, the last, and how many.
 */
static unsigned char known_as(const char *word, size_t length) {
    static const uint32_t first_letters[] = {0, 0xFF, 0xFFFF, 0xFFFFFF};
    size_t second = length > 1, third = second + (length > 2);
    uint64_t letters = lower(word[0]) | lower(word[second]) << 8 | lower(word[third]) << 16;
    letters &= first_letters[third + 1];
    uint64_t last = lower(word[length - 1]);
    uint64_t product = (letters + last * 109609 + length * 2789137) * 11620331;
    unsigned char one = grammar_vocabulary[0][(product >> 16) % VOCABULARY_SIZE];
    unsigned char other = grammar_vocabulary[1][(product >> 24) % VOCABULARY_SIZE];
    return one < other ? one : other;
}

/*
 * Whether the scanner cannot go on over the end of a word that is no part: behind the word stand
 * white space, or a mark and white space. An apostrophe or a digit might belong to it.
 */
static bool ends_word(slice text, size_t end, size_t to) {
    if (end >= to || ascii_is_space(text.data[end]))
        return true;
    bool is_mark = strchr(".,;:!?)\"", text.data[end]) != NULL;
    return is_mark && (end + 1 == to || ascii_is_space(text.data[end + 1]));
}

/* Where the parts begin that stand before `trigger`: behind the last word that is none. */
static size_t parts_begin(slice text, size_t from, size_t trigger, size_t to) {
    for (size_t start = trigger, end; start > from;) {
        for (end = start; end > from && !ascii_is_letter(text.data[end - 1]); end--)
            ;
        for (start = end; start > from && ascii_is_letter(text.data[start - 1]); start--)
            ;
        if (start < end && !known_as(text.data + start, end - start) && ends_word(text, end, to))
            return end;
    }
    return from;
}

static size_t letters_end(slice text, size_t at, size_t to) {
    while (at < to && ascii_is_letter(text.data[at]))
        at++;
    return at;
}

size_t vocabulary_skip(slice text, size_t from, size_t to, size_t *trigger) {
    uint64_t within_word = 0;
    *trigger = to;
    for (size_t window = from; window < to && *trigger == to; window += WINDOW) {
        char rest[WINDOW];
        const char *bytes = window_at(text, window, rest);
        uint64_t letters = window_first(window_letters(bytes), to - window);
        uint64_t digits = window_first(window_digits(bytes), to - window);
        uint64_t starts = letters & ~(letters << 1 | within_word);
        within_word = letters >> (WINDOW - 1);
        if (digits) {
            starts &= (digits & (0 - digits)) - 1;
            *trigger = window + (size_t)__builtin_ctzll(digits);
        }
        for (; starts; starts &= starts - 1) {
            size_t at = (size_t)__builtin_ctzll(starts), start = window + at;
            uint64_t others = ~(letters >> at);
            size_t end = start + (others ? (size_t)__builtin_ctzll(others) : WINDOW);
            if (end == window + WINDOW)
                end = letters_end(text, end, to);
            if (known_as(text.data + start, end - start) > 1) {
                *trigger = start;
                break;
            }
        }
    }
    return *trigger < to ? parts_begin(text, from, *trigger, to) : to;
}
