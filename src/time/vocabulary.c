/* SPDX-License-Identifier: MIT */
#include "time/vocabulary.h"

#include "base/eight.h"

/* Of a letter. */
static unsigned lower(char letter) {
    return (unsigned char)letter | ('a' - 'A');
}

/* The letters that tell words apart well enough: the first three, the last, and how many. */
static unsigned word_hash(const char *word, size_t length) {
    unsigned first = lower(word[0]), second = lower(word[length > 1 ? 1 : 0]);
    unsigned third = lower(word[length > 2 ? 2 : length - 1]), last = lower(word[length - 1]);
    unsigned hash = (((first * 31 + second) * 31 + third) * 31 + last) * 31 + (unsigned)length;
    return hash % VOCABULARY_SIZE;
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
        }
        if (known > 1 || ascii_is_digit(text.data[at])) {
            *trigger = at;
            return begin;
        }
    }
    return *trigger = to;
}
