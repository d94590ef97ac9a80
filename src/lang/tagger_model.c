/* SPDX-License-Identifier: MIT */
#include "lang/tagger_model.h"

bool tagger_model_open(slice bytes, tagger_model *out) {
    tagger_head head;
    if (bytes.length < sizeof head || !model_check(bytes, TAGGER_KIND, TAGGER_VERSION))
        return false;
    memcpy(&head, bytes.data, sizeof head);
    const void *sections[SECTION_COUNT];
    for (size_t i = 0; i < SECTION_COUNT; i++)
        sections[i] = bytes.data + head.offsets[i];
    *out = (tagger_model){
        .labels = sections[SECTION_LABELS],
        .classes = sections[SECTION_CLASSES],
        .lexicon = sections[SECTION_LEXICON],
        .features = sections[SECTION_FEATURES],
        .weights = sections[SECTION_WEIGHTS],
        .long_rows = sections[SECTION_LONG_ROWS],
        .lemma_rules = sections[SECTION_LEMMA_RULES],
        .lemma_forms = sections[SECTION_LEMMA_FORMS],
        .lemma_endings = sections[SECTION_LEMMA_ENDINGS],
    };
    memcpy(out->counts, head.counts, sizeof head.counts);
    return true;
}

const tagger_entry *tagger_lookup(const tagger_model *m, uint32_t word) {
    size_t count = m->counts[SECTION_LEXICON];
    for (size_t at = slot_of(bits_mix(word), count);; at = at + 1 == count ? 0 : at + 1) {
        if (m->lexicon[at].word == word)
            return &m->lexicon[at];
        if (m->lexicon[at].word == 0)
            return NULL;
    }
}
