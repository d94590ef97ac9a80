/* SPDX-License-Identifier: MIT */
#include "event/senses.h"

#include "lang/model.h"

MODEL_DECLARE(senses);

/* Behind the head: SENSES_ROWS marks, 0 where the row is free, then as many word_senses. */
word_senses senses_of(uint64_t lemma) {
    const uint16_t *marks =
        (const uint16_t *)(const void *)(MODEL_BYTES(senses).data + sizeof(model_head));
    uint16_t mark = senses_mark(lemma);
    for (size_t i = 0; i < SENSES_PROBES; i++) {
        size_t row = (senses_row(lemma) + i) & (SENSES_ROWS - 1);
        if (marks[row] == mark)
            return marks[SENSES_ROWS + row];
        if (!marks[row])
            return 0;
    }
    return 0;
}
