/* SPDX-License-Identifier: MIT */
#include "time/vocabulary.h"

#include "base/eight.h"

/* Of a letter. */
static uint64_t lower(char letter) {
    return (unsigned char)letter | ('a' - 'A');
}

/*
 * The letters that tell words apart well enough: the first three, the last, and how many. The
 * factors are those of 150 drawn at random with which the fewest words of news fall on one of the
 * grammar.
 */
static size_t word_hash(const char *word, size_t length) {
    uint64_t second = length > 1 ? lower(word[1]) : 0, third = length > 2 ? lower(word[2]) : 0;
    uint64_t letters = lower(word[0]) | second << 8 | third << 16;
    uint64_t sum = letters + lower(word[length - 1]) * 109609 + length * 2789137;
    return (size_t)(sum * 11620331 >> 16) % VOCABULARY_SIZE;
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

/* The end of the letters from `at` on; most words are seen at a glance. */
static size_t letters_end(slice text, size_t at, size_t to) {
    while (to - at >= sizeof(uint64_t)) {
        size_t length = eight_before(eight_other_than_letters(eight_at(text.data + at)));
        at += length;
        if (length < sizeof(uint64_t))
            return at;
    }
    while (at < to && ascii_is_letter(text.data[at]))
        at++;
    return at;
}

size_t vocabulary_skip(slice text, size_t from, size_t to, size_t *trigger) {
    size_t begin = from;
    for (size_t at = from, end; at < to; at = end) {
        end = at + 1;
        unsigned char known = 0;
        if (ascii_is_letter(text.data[at])) {
            end = letters_end(text, at, to);
            known = grammar_vocabulary[word_hash(text.data + at, end - at)];
            if (!known && ends_word(text, end, to))
                begin = end;
            end += end < to && text.data[end] == ' '; /* mostly */
        }
        if (known > 1 || ascii_is_digit(text.data[at])) {
            *trigger = at;
            return begin;
        }
    }
    return *trigger = to;
}
