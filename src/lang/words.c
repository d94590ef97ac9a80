/* SPDX-License-Identifier: MIT */
#include "lang/words.h"

#define LONGEST_WORD 24

/*
 * In lower case and with straight apostrophes, as the list has them, and the hash of that, as
 * lang/words.awk computes it; its length, 0 if too long.
 */
static size_t fold(slice word, char out[LONGEST_WORD], uint32_t *hash) {
    const slice curly = SLICE("’");
    size_t length = 0;
    *hash = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (length == LONGEST_WORD)
            return 0;
        bool is_curly = word.data[i] == curly.data[0] &&
                        slice_starts_with(slice_range(word, i, word.length), curly);
        char c = is_curly ? '\'' : ascii_lower(word.data[i]);
        *hash = *hash * 31 + (unsigned char)c;
        out[length++] = c;
        i += is_curly ? curly.length - 1 : 0;
    }
    return length;
}

word_classes word_classes_of(slice word) {
    char folded[LONGEST_WORD];
    uint32_t hash;
    slice wanted = {folded, fold(word, folded, &hash)};
    if (wanted.length == 0)
        return 0;
    size_t slot = hash & (word_slot_count - 1);
    for (; word_slots[slot]; slot = (slot + 1) & (word_slot_count - 1)) {
        const word_entry *entry = &word_list[word_slots[slot] - 1];
        if (slice_equal(wanted, entry->word))
            return entry->classes;
    }
    return 0;
}

/* One or two letters before each stop, and behind the last: no name of a site or a file. */
static bool has_inner_stops(slice word) {
    size_t letters = 0, stops = 0;
    for (size_t i = 0; i < word.length; i++) {
        bool stop = word.data[i] == '.';
        if (stop ? letters == 0 : !ascii_is_letter(word.data[i]) || letters == 2)
            return false;
        letters = stop ? 0 : letters + 1;
        stops += stop;
    }
    return stops && letters;
}

bool word_is_abbreviation(slice word) {
    if (word.length == 0)
        return false;
    word_classes classes = word_classes_of(word);
    bool capital = ascii_is_upper(word.data[0]);
    return word_is(classes, TITLE_ABBREVIATION) || word_is(classes, ABBREVIATION) ||
           (capital && (word.length == 1 || word_is(classes, NAME_ABBREVIATION))) ||
           has_inner_stops(word);
}
