/* SPDX-License-Identifier: MIT */
#include "timeline/likeness.h"

#include "base/logarithm.h"
#include "base/utf8.h"
#include "lang/tokenise.h"

#include <libstemmer.h>
#include <stdlib.h>

/* Stems of kinds come first: number of kind k is k. */
#define KIND_COUNT (WORD_CLASS_COUNT - WORD_INDEX_KIND_ATTACK)
/* Texts whose stems are known still, if they are asked for again. */
#define MOST_KNOWN 65536
/* A word without a stem: of grammar, of time, or a sign. */
#define NO_STEM SIZE_MAX

/* Weights by the number of texts that a stem is in, each computed when it is first asked for. */
typedef struct weight_table {
    size_t text_count; /* for which they hold */
    uint32_t *weights; /* 0: not computed */
} weight_table;

struct stemmer {
    arena *owner;
    struct sb_stemmer *snowball;
    map *words;   /* word as it is written, to the number of its stem */
    map *numbers; /* stem, to its number */
    map *known;   /* text, to the place of its stems among the sets */
    VECTOR(stem_set) sets;
    VECTOR(uint32_t) texts; /* by number: in how many texts the stem occurs */
    size_t text_count;
    token_list tokens; /* of the text at hand; used again */
    stem_set found;    /* as well */
    weight_table *table;
};

static void release(void *snowball) {
    sb_stemmer_delete(snowball);
}

stemmer *stemmer_new(arena *a) {
    stemmer *s = ARENA_NEW(a, stemmer);
    s->owner = a;
    s->words = map_new(a);
    s->numbers = map_new(a);
    s->known = map_new(a);
    s->table = ARENA_NEW(a, weight_table);
    s->snowball = sb_stemmer_new("english", "UTF_8");
    if (!s->snowball)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, release, s->snowball);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        *vector_push(&s->texts, a) = 0;
    return s;
}

/* Words that say nothing of what happened. */
static bool is_empty_word(const token *t) {
    word_classes empty = WORD(DETERMINER) | WORD(PRONOUN) | WORD(POSSESSIVE) | WORD(PREPOSITION) |
                         WORD(COORDINATOR) | WORD(SUBORDINATOR) | WORD(RELATIVE) | WORD(BE) |
                         WORD(HAVE) | WORD(DO) | WORD(MODAL) | WORD(ADVERB) | WORD(TIME_WORD) |
                         WORD(OPENER) | WORD(SAY) | WORD(CONDITION) | WORD(NEGATION);
    return t->pos == POS_PUNCTUATION || (t->classes & empty & ~WORD(SAY)) != 0 ||
           (word_is(t->classes, SAY) && !(t->classes & WORD_KINDS));
}

static size_t stem_number(stemmer *s, slice word) {
    slice folded = utf8_fold(s->owner, word);
    const sb_symbol *stem =
        sb_stemmer_stem(s->snowball, (const sb_symbol *)folded.data, (int)folded.length);
    if (!stem)
        arena_fail(s->owner, DATELINE_NO_MEMORY);
    slice key = {(const char *)stem, (size_t)sb_stemmer_length(s->snowball)};
    size_t *known = map_find(s->numbers, key);
    if (known)
        return *known;
    size_t number = s->texts.count;
    *map_at(s->numbers, arena_copy(s->owner, key), number) = number;
    *vector_push(&s->texts, s->owner) = 0;
    return number;
}

/* Each word as it is written is looked at once: what it is by itself depends on nothing else. */
static size_t stem_of(stemmer *s, slice text, const token *t) {
    slice word = token_text(text, t);
    const size_t *known = map_find(s->words, word);
    if (known)
        return *known;
    bool sign = word.length < 3 && !ascii_is_digit(word.data[0]);
    size_t stem = sign || is_empty_word(t) ? NO_STEM : stem_number(s, word);
    *map_at(s->words, arena_copy(s->owner, word), stem) = stem;
    return stem;
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

static stem_set copy_of(const stemmer *s, const stem_set *set) {
    stem_set copy = {.count = set->count, .capacity = set->count};
    if (set->count) {
        copy.items = arena_alloc(s->owner, set->count * sizeof *set->items);
        memcpy(copy.items, set->items, set->count * sizeof *set->items);
    }
    return copy;
}

static stem_set stems_of_new(stemmer *s, slice text) {
    s->tokens.count = s->found.count = 0;
    tokenise(text, 0, text.length, s->owner, &s->tokens);
    for (size_t i = 0; i < s->tokens.count; i++) {
        const token *t = &s->tokens.items[i];
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (t->classes & (WORD(KIND_ATTACK) << kind))
                *vector_push(&s->found, s->owner) = (uint32_t)kind;
        size_t stem = stem_of(s, text, t);
        if (stem != NO_STEM)
            *vector_push(&s->found, s->owner) = (uint32_t)stem;
    }
    stem_set_unite(&s->found);
    return copy_of(s, &s->found);
}

stem_set stems_of(stemmer *s, slice text, bool counts) {
    if (map_count(s->known) == MOST_KNOWN) {
        map_clear(s->known);
        s->sets.count = 0;
    }
    size_t place = *map_at(s->known, text, s->sets.count);
    if (place == s->sets.count) {
        stem_set stems = stems_of_new(s, text);
        *vector_push(&s->sets, s->owner) = stems;
    }
    const stem_set *set = &s->sets.items[place];
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

uint32_t stem_weight(const stemmer *s, uint32_t stem) {
    weight_table *t = s->table;
    uint32_t texts = s->texts.items[stem];
    if (!t->weights || t->text_count != s->text_count)
        *t = (weight_table){s->text_count, ARENA_ARRAY(s->owner, uint32_t, s->text_count + 1)};
    if (!t->weights[texts])
        t->weights[texts] = binary_logarithm(1 + (double)(s->text_count + 1) / (double)(texts + 1));
    return t->weights[texts];
}

double share_of(const stemmer *s, const stem_set *part, const stem_set *whole) {
    uint64_t all = 0, shared = 0;
    size_t k = 0;
    for (size_t i = 0; i < part->count; i++) {
        uint32_t weight = stem_weight(s, part->items[i]);
        all += weight;
        while (k < whole->count && whole->items[k] < part->items[i])
            k++;
        if (k < whole->count && whole->items[k] == part->items[i])
            shared += weight;
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
