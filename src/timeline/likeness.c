/* SPDX-License-Identifier: MIT */
#include "timeline/likeness.h"

#include "base/logarithm.h"

#include <stdlib.h>

/* Weights of the first stems, as many as were there when one was asked for. */
typedef struct weight_table {
    size_t text_count; /* for which they hold */
    VECTOR(uint32_t) weights;
} weight_table;

struct stemmer {
    arena *owner;
    stem_lexicon *lexicon;
    VECTOR(uint32_t) numbers; /* by the stem's place in the lexicon; 0, but for kind 0: none yet */
    VECTOR(uint32_t) texts;   /* by number: in how many texts the stem occurs */
    VECTOR(stem_set) sets;    /* by the text's place in the lexicon */
    size_t round;             /* of the lexicon, for which these hold */
    size_t text_count;
    weight_table *table;
};

stemmer *stemmer_new(stem_lexicon *l, arena *a) {
    stemmer *s = ARENA_NEW(a, stemmer);
    s->owner = a;
    s->lexicon = l;
    s->table = ARENA_NEW(a, weight_table);
    for (uint32_t kind = 0; kind < KIND_COUNT; kind++) {
        *vector_push(&s->numbers, a) = kind;
        *vector_push(&s->texts, a) = 0;
    }
    return s;
}

static uint32_t number_of(stemmer *s, uint32_t stem) {
    while (s->numbers.count <= stem)
        *vector_push(&s->numbers, s->owner) = 0;
    if (stem >= KIND_COUNT && !s->numbers.items[stem]) {
        s->numbers.items[stem] = (uint32_t)s->texts.count;
        *vector_push(&s->texts, s->owner) = 0;
    }
    return s->numbers.items[stem];
}

int stem_compare(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

void stem_set_unite(stem_set *set) {
    if (!set->count)
        return;
    qsort(set->items, set->count, sizeof *set->items, stem_compare);
    size_t kept = 1;
    for (size_t i = 1; i < set->count; i++)
        if (set->items[i] != set->items[kept - 1])
            set->items[kept++] = set->items[i];
    set->count = kept;
}

size_t stem_set_shared(const stem_set *a, const stem_set *b) {
    size_t shared = 0, k = 0;
    for (size_t i = 0; i < a->count; i++) {
        while (k < b->count && b->items[k] < a->items[i])
            k++;
        shared += k < b->count && b->items[k] == a->items[i];
    }
    return shared;
}

static stem_set set_of(stemmer *s, const stem_list *stems) {
    stem_set set = {.count = stems->count, .capacity = stems->count};
    if (stems->count)
        set.items = arena_alloc(s->owner, stems->count * sizeof *set.items);
    for (size_t i = 0; i < stems->count; i++)
        set.items[i] = number_of(s, stems->items[i]);
    stem_set_unite(&set);
    return set;
}

stem_set stems_of(stemmer *s, slice text, bool counts) {
    stemmed_text read = stem_lexicon_read(s->lexicon, text);
    if (read.round != s->round)
        s->sets.count = 0;
    s->round = read.round;
    while (s->sets.count <= read.place)
        vector_push(&s->sets, s->owner);
    stem_set *set = &s->sets.items[read.place];
    if (!set->count)
        *set = set_of(s, &read.stems);
    for (size_t i = 0; counts && i < set->count; i++)
        s->texts.items[set->items[i]]++;
    s->text_count += counts;
    return *set;
}

size_t stem_count(const stemmer *s) {
    return s->texts.count;
}

uint32_t stem_texts(const stemmer *s, uint32_t stem) {
    return s->texts.items[stem];
}

/* By stem; they hold until a text is counted or a stem is new. */
static const uint32_t *weights_of(const stemmer *s) {
    weight_table *t = s->table;
    if (t->text_count != s->text_count)
        t->weights.count = 0;
    t->text_count = s->text_count;
    while (t->weights.count < s->texts.count) {
        double texts = (double)s->texts.items[t->weights.count] + 1;
        *vector_push(&t->weights, s->owner) =
            binary_logarithm(1 + (double)(s->text_count + 1) / texts);
    }
    return t->weights.items;
}

uint32_t stem_weight(const stemmer *s, uint32_t stem) {
    return weights_of(s)[stem];
}

/* Without a branch that cannot be foreseen: most time of grouping is spent here. */
double share_of(const stemmer *s, const stem_set *part, const stem_set *whole) {
    const uint32_t *weights = weights_of(s);
    uint64_t all = 0, shared = 0;
    for (size_t i = 0; i < part->count; i++)
        all += weights[part->items[i]];
    for (size_t i = 0, k = 0; i < part->count && k < whole->count;) {
        uint32_t stem = part->items[i], other = whole->items[k];
        shared += stem == other ? weights[stem] : 0;
        i += stem <= other;
        k += other <= stem;
    }
    return all ? (double)shared / (double)all : 0;
}

double likeness(const stemmer *s, const bag *a, const bag *b) {
    return (share_of(s, &a->core, &b->quote) + share_of(s, &b->core, &a->quote)) / 2;
}

bool share_kind(const stem_set *a, const stem_set *b) {
    for (size_t i = 0; i < a->count && a->items[i] < KIND_COUNT; i++)
        for (size_t k = 0; k < b->count && b->items[k] < KIND_COUNT; k++)
            if (a->items[i] == b->items[k])
                return true;
    return false;
}
