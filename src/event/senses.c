/* SPDX-License-Identifier: MIT */
#include "event/senses.h"

#include "lang/model.h"

MODEL_DECLARE(senses);

/* Behind the head, SENSES_ROWS of each: marks, 0 where the row is free; word_senses; word_kinds. */
static const uint16_t *marks(void) {
    return (const uint16_t *)(const void *)(MODEL_BYTES(senses).data + sizeof(model_head));
}

void senses_ask(uint64_t lemma) {
    size_t row = senses_row(lemma);
    __builtin_prefetch(marks() + row);
    __builtin_prefetch(marks() + SENSES_ROWS + row);
    __builtin_prefetch(marks() + 2 * SENSES_ROWS + 2 * row);
}

/* SENSES_ROWS where the table does not hold the word. */
static size_t row_of(uint64_t lemma) {
    uint16_t mark = senses_mark(lemma);
    for (size_t i = 0; i < SENSES_PROBES; i++) {
        size_t row = (senses_row(lemma) + i) & (SENSES_ROWS - 1);
        if (marks()[row] == mark)
            return row;
        if (!marks()[row])
            break;
    }
    return SENSES_ROWS;
}

word_senses senses_of(uint64_t lemma) {
    size_t row = row_of(lemma);
    return row < SENSES_ROWS ? marks()[SENSES_ROWS + row] : 0;
}

word_kinds kinds_of(uint64_t lemma) {
    size_t row = row_of(lemma);
    if (row == SENSES_ROWS)
        return (word_kinds){0, 0};
    const uint16_t *kinds = marks() + 2 * SENSES_ROWS + 2 * row;
    return (word_kinds){kinds[0], kinds[1]};
}
