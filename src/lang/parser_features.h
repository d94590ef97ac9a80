/* SPDX-License-Identifier: MIT */
/*
 * What the parser sees of a word, the same in training and in use: the word itself in lower case
 * with every digit as 0, its beginnings and endings, and how it is written.
 */
#ifndef LANG_PARSER_FEATURES_H
#define LANG_PARSER_FEATURES_H

#include "base/slice.h"

/* Rows of the table of affixes: the last ones are for the ways a word can be written. */
#define PARSER_AFFIX_ROWS 8192
#define PARSER_SHAPE_ROWS 64

/* Four endings, three beginnings, the shape. */
#define PARSER_AFFIX_COUNT 8

typedef struct parser_features {
    uint32_t word;                        /* its hash, never 0 */
    uint16_t affixes[PARSER_AFFIX_COUNT]; /* rows of the table of affixes */
} parser_features;

parser_features parser_features_of(slice word, bool is_first);

#endif
