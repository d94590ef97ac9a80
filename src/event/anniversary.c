/* SPDX-License-Identifier: MIT */
#include "event/anniversary.h"

#include "time/grammar.h"

/* Words between the number and the anniversary: "the 10th wedding anniversary". */
#define LONGEST_DISTANCE 2

static int ordinal_at(slice text, const token *t) {
    size_t from = t->start;
    part p = grammar_word(text, &from, t->end);
    return (p.kind == PART_ORDINAL || p.kind == PART_NTH) && p.end == t->end ? p.value : 0;
}

bool anniversary_find(slice text, const sentence *s, token_range where, anniversary *out) {
    for (size_t i = where.first; i + 2 < where.end; i++) {
        if (!word_is(s->tokens[i].classes, ANNIVERSARY) || s->tokens[i + 1].pos != POS_PREPOSITION)
            continue;
        for (size_t k = i; k > where.first && k + LONGEST_DISTANCE > i; k--) {
            out->years = ordinal_at(text, &s->tokens[k - 1]);
            out->event = (token_range){i + 2, where.end};
            if (out->years)
                return true;
        }
    }
    return false;
}
