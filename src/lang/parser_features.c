/* SPDX-License-Identifier: MIT */
#include "lang/parser_features.h"

/* Longer words are known by their first bytes; their endings are those of the whole. */
#define PARSER_LONGEST_WORD 48

typedef struct folded_word {
    char bytes[PARSER_LONGEST_WORD];
    size_t length;
} folded_word;

static folded_word fold(slice word) {
    folded_word folded = {.length = word.length < PARSER_LONGEST_WORD ? word.length
                                                                      : PARSER_LONGEST_WORD};
    for (size_t i = 0; i < folded.length; i++) {
        char c = word.data[i];
        folded.bytes[i] = ascii_is_digit(c) ? '0' : ascii_lower(c);
    }
    return folded;
}

static uint32_t hash_bytes(const char *bytes, size_t length, uint32_t seed) {
    uint64_t hash = slice_hash((slice){bytes, length}) + seed * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
    hash *= UINT64_C(0xbf58476d1ce4e5b9);
    return (uint32_t)(hash >> 32);
}

static uint16_t affix_row(const char *bytes, size_t length, uint32_t kind) {
    return (uint16_t)(hash_bytes(bytes, length, kind) % (PARSER_AFFIX_ROWS - PARSER_SHAPE_ROWS));
}

/* Which of its kinds of characters a word has, and where it stands. */
static uint16_t shape_row(slice word, bool is_first) {
    size_t upper = 0, lower = 0, digits = 0, marks = 0;
    for (size_t i = 0; i < word.length; i++) {
        char c = word.data[i];
        upper += ascii_is_upper(c);
        digits += ascii_is_digit(c);
        lower += ascii_is_letter(c) && !ascii_is_upper(c);
        marks += c == '-' || c == '.' || c == '@' || c == '/';
    }
    unsigned shape = (upper > 0 && ascii_is_upper(word.data[0]) ? 1u : 0u) | (upper > 1 ? 2u : 0u) |
                     (lower > 0 ? 4u : 0u) | (digits > 0 ? 8u : 0u) | (marks > 0 ? 16u : 0u) |
                     (is_first ? 32u : 0u);
    return (uint16_t)(PARSER_AFFIX_ROWS - PARSER_SHAPE_ROWS + shape);
}

parser_features parser_features_of(slice word, bool is_first) {
    folded_word folded = fold(word);
    uint32_t hash = hash_bytes(folded.bytes, folded.length, 0);
    parser_features features = {.word = hash ? hash : 1};
    size_t n = folded.length;
    for (size_t length = 1; length <= 4; length++) {
        size_t taken = length < n ? length : n;
        features.affixes[length - 1] = affix_row(folded.bytes + n - taken, taken, (uint32_t)length);
    }
    for (size_t length = 1; length <= 3; length++) {
        size_t taken = length < n ? length : n;
        features.affixes[length + 3] = affix_row(folded.bytes, taken, 4 + (uint32_t)length);
    }
    features.affixes[PARSER_AFFIX_COUNT - 1] = shape_row(word, is_first);
    return features;
}
