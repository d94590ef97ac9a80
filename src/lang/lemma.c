/* SPDX-License-Identifier: MIT */
#include "lang/lemma.h"

#include "lang/tagger.h"

uint32_t lemma_key(const char *bytes, size_t length, penn_tag tag, bool whole) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    uint32_t key = (uint32_t)bits_mix(hash + (uint64_t)tag * 2 + whole);
    return key ? key : 1;
}

bool lemma_keeps_case(penn_tag tag) {
    return tag == PENN_NNP || tag == PENN_NNPS || tag == PENN_ADD || tag == PENN_FW ||
           tag == PENN_SYM || tag == PENN_LS;
}

const lemma_entry *lemma_find(const lemma_entry *table, size_t slots, uint32_t key) {
    for (size_t at = slot_of((uint64_t)key << 32, slots);; at = at + 1 == slots ? 0 : at + 1) {
        if (table[at].key == key)
            return &table[at];
        if (table[at].key == 0)
            return NULL;
    }
}

/* The form itself if it is known, else the longest known ending. */
static const lemma_rule *rule_of(const tagger_model *m, const folded_word *word, penn_tag tag) {
    const lemma_entry *found = lemma_find(m->lemma_forms, m->counts[SECTION_LEMMA_FORMS],
                                          lemma_key(word->bytes, word->length, tag, true));
    size_t length = word->length < LEMMA_LONGEST_SUFFIX ? word->length : LEMMA_LONGEST_SUFFIX;
    for (size_t i = length + 1; !found && i > 0; i--) {
        const char *ending = word->bytes + word->length - (i - 1);
        found = lemma_find(m->lemma_endings, m->counts[SECTION_LEMMA_ENDINGS],
                           lemma_key(ending, i - 1, tag, false));
    }
    return &m->lemma_rules[found ? found->rule : 0];
}

/* An acronym keeps its capitals: "TV", "DVDs". */
static bool is_acronym(slice word) {
    size_t upper = 0;
    for (size_t i = 0; i < word.length; i++)
        upper += ascii_is_upper(word.data[i]);
    return upper > 1;
}

static bool has_upper(slice word) {
    for (size_t i = 0; i < word.length; i++)
        if (ascii_is_upper(word.data[i]))
            return true;
    return false;
}

/* "2,500" is 2500. */
static slice without_commas(slice number, arena *a) {
    char *digits = arena_alloc(a, number.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < number.length; i++)
        if (number.data[i] != ',')
            digits[length++] = number.data[i];
    digits[length] = '\0';
    return (slice){digits, length};
}

slice word_lemma(const tagger_model *m, slice word, penn_tag tag, arena *a) {
    if (tag == PENN_CD && word.length && ascii_is_digit(word.data[0]))
        return memchr(word.data, ',', word.length) ? without_commas(word, a) : word;
    folded_word folded = word_fold(word);
    const lemma_rule *rule = rule_of(m, &folded, tag);
    bool keeps = lemma_keeps_case(tag) || ((tag == PENN_NN || tag == PENN_NNS) && is_acronym(word));
    bool all = rule->cut == LEMMA_CUT_ALL;
    if (rule->cut > word.length && !all)
        return word;
    size_t kept = all ? 0 : word.length - rule->cut;
    if (kept == word.length && rule->length == 0 && (keeps || !has_upper(word)))
        return word;
    char *lemma = arena_alloc(a, kept + rule->length + 1);
    for (size_t i = 0; i < kept; i++)
        lemma[i] = keeps ? word.data[i] : ascii_lower(word.data[i]);
    memcpy(lemma + kept, rule->ending, rule->length);
    lemma[kept + rule->length] = '\0';
    return (slice){lemma, kept + rule->length};
}
