/* SPDX-License-Identifier: MIT */
#include "time/timex.h"

#define WORD_OF(name, word) SLICE(word),

static const slice type_words[] = {TIMEX_TYPE_LIST(WORD_OF)};
static const slice mod_words[] = {TIMEX_MOD_LIST(WORD_OF)};
static const slice rule_words[] = {TIMEX_RULE_LIST(WORD_OF)};
static const slice resolution_texts[] = {RESOLUTION_LIST(WORD_OF)};
static const slice how_words[] = {TIMEX_HOW_LIST(WORD_OF)};

slice timex_type_word(timex_type type) {
    return type_words[type];
}

slice timex_mod_word(timex_mod mod) {
    return mod_words[mod];
}

slice timex_rule_word(timex_rule rule) {
    return rule_words[rule];
}

slice timex_resolution_text(timex_resolution resolution) {
    return resolution_texts[resolution];
}

slice timex_how_word(timex_how how) {
    return how_words[how];
}

bool timex_how_named(slice word, timex_how *out) {
    size_t i = slice_index(how_words, sizeof how_words / sizeof *how_words, word);
    if (i != SIZE_MAX)
        *out = (timex_how)i;
    return i != SIZE_MAX;
}

day_number timex_shift(day_number from, int months, int days) {
    day_number day = months ? add_months(from, months) : from;
    if (day == NO_DAY || days > LAST_DAY - day || days < 1 - day)
        return NO_DAY;
    return day + days;
}
