/* SPDX-License-Identifier: MIT */
#include "event/anniversary.h"

#include "time/grammar.h"

static int ordinal_at(const tree *t, size_t at) {
    const token *word = tree_token(t, at);
    size_t from = word->start;
    part p = grammar_word(t->text, &from, word->end);
    return (p.kind == PART_ORDINAL || p.kind == PART_NTH) && p.end == word->end ? p.value : 0;
}

/* "10th" of "10th anniversary", wherever it hangs below the noun. */
static int years_of(const tree *t, size_t noun) {
    for (size_t i = tree_below(t, noun).first; i < noun; i++) {
        int years = ordinal_at(t, i);
        if (years)
            return years;
    }
    return 0;
}

bool anniversary_find(const tree *t, const clause *c, anniversary *out) {
    token_range below = tree_below(t, c->predicate);
    for (size_t i = below.first; i < below.end; i++) {
        size_t event = tree_dependent(t, i, RELATION_NMOD);
        if (!word_is(tree_classes(t, i), ANNIVERSARY) || event == NO_TOKEN || event < i)
            continue;
        *out = (anniversary){years_of(t, i), i, event};
        if (out->years)
            return true;
    }
    return false;
}
