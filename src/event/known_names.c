/* SPDX-License-Identifier: MIT */
#include "event/known_names.h"

#define LONGEST_KNOWN_NAME 64

/* As the list has it; its length, 0 if too long. */
static size_t fold(slice words, char out[LONGEST_KNOWN_NAME]) {
    const slice curly = SLICE("’");
    size_t length = 0;
    for (size_t i = 0; i < words.length; i++) {
        char c = words.data[i];
        bool space = ascii_is_space(c);
        if (length == LONGEST_KNOWN_NAME)
            return 0;
        if (space && length && out[length - 1] == ' ')
            continue;
        bool is_curly =
            c == curly.data[0] && slice_starts_with(slice_range(words, i, words.length), curly);
        out[length++] = space ? ' ' : c;
        if (is_curly) {
            out[length - 1] = '\'';
            i += curly.length - 1;
        }
    }
    return length;
}

/* As base/slots.awk computes it. */
static uint32_t hash(slice folded) {
    uint32_t value = 0;
    for (size_t i = 0; i < folded.length; i++)
        value = value * 31 + (unsigned char)folded.data[i];
    return value;
}

static slice spelling_of(const known_name *entry) {
    return (slice){known_name_text + entry->start, entry->length};
}

const known_name *known_name_of(slice words) {
    char folded[LONGEST_KNOWN_NAME];
    slice wanted = {folded, fold(words, folded)};
    if (!wanted.length)
        return NULL;
    size_t slot = hash(wanted) & (known_name_slot_count - 1);
    for (; known_name_slots[slot]; slot = (slot + 1) & (known_name_slot_count - 1)) {
        const known_name *entry = &known_names[known_name_slots[slot] - 1];
        if (slice_equal(wanted, spelling_of(entry)))
            return entry;
    }
    return NULL;
}

slice known_name_told(const known_name *known) {
    return spelling_of(&known_names[known->told]);
}

name_classes name_classes_of(slice words) {
    const known_name *known = known_name_of(words);
    return known ? known->classes : 0;
}
