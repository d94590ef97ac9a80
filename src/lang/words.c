/* SPDX-License-Identifier: MIT */
#include "lang/words.h"

#define LONGEST_WORD 24

word_classes word_classes_of(slice word) {
    char lower[LONGEST_WORD];
    if (word.length == 0 || word.length > sizeof lower)
        return 0;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = ascii_lower(word.data[i]);
    size_t low = 0, high = word_list_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare((slice){lower, word.length}, slice_of(word_list[middle].word));
        if (order == 0)
            return word_list[middle].classes;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}
