/* SPDX-License-Identifier: MIT */
#include "timeline/stem_lexicon.h"

#include "base/map.h"
#include "base/utf8.h"
#include "lang/tokenise.h"

#include <libstemmer.h>
#include <string.h>

/* Texts that are known, if they are asked for again. */
#define MOST_KNOWN 65536
/* A word without a stem: of grammar, of time, or a sign. */
#define NO_STEM SIZE_MAX

struct stem_lexicon {
    arena *owner;
    struct sb_stemmer *snowball;
    map *words;  /* word as it is written, to its stem */
    map *stems;  /* stem, to its place, behind the kinds */
    map *places; /* text, to its place among the known */
    VECTOR(stem_list) known;
    arena *lists; /* of the known */
    size_t round;
    token_list tokens; /* of the text at hand; used again */
    stem_list found;   /* as well */
};

static void release(void *snowball) {
    sb_stemmer_delete(snowball);
}

stem_lexicon *stem_lexicon_new(arena *a) {
    stem_lexicon *l = ARENA_NEW(a, stem_lexicon);
    l->owner = a;
    l->lists = arena_part(a, SIZE_MAX);
    l->words = map_new(a);
    l->stems = map_new(a);
    l->places = map_new(a);
    l->snowball = sb_stemmer_new("english", "UTF_8");
    if (!l->snowball)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, release, l->snowball);
    return l;
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

static size_t find_stem(stem_lexicon *l, slice word) {
    slice folded = utf8_fold(l->owner, word);
    const sb_symbol *stem =
        sb_stemmer_stem(l->snowball, (const sb_symbol *)folded.data, (int)folded.length);
    if (!stem)
        arena_fail(l->owner, DATELINE_NO_MEMORY);
    slice key = {(const char *)stem, (size_t)sb_stemmer_length(l->snowball)};
    const size_t *known = map_find(l->stems, key);
    return known ? *known
                 : *map_at(l->stems, arena_copy(l->owner, key), KIND_COUNT + map_count(l->stems));
}

/* Of each word, as it is written, the stem is found once. */
static size_t stem_of(stem_lexicon *l, slice text, const token *t) {
    slice word = token_text(text, t);
    bool sign = word.length < 3 && !ascii_is_digit(word.data[0]);
    if (sign || is_empty_word(t))
        return NO_STEM;
    const size_t *known = map_find(l->words, word);
    return known ? *known : *map_at(l->words, arena_copy(l->owner, word), find_stem(l, word));
}

static stem_list copy_of(const stem_list *list, arena *a) {
    stem_list copy = {.count = list->count, .capacity = list->count};
    if (list->count) {
        copy.items = arena_alloc(a, list->count * sizeof *list->items);
        memcpy(copy.items, list->items, list->count * sizeof *list->items);
    }
    return copy;
}

static stem_list stems_in(stem_lexicon *l, slice text) {
    l->tokens.count = l->found.count = 0;
    tokenise(text, 0, text.length, l->owner, &l->tokens);
    for (size_t i = 0; i < l->tokens.count; i++) {
        const token *t = &l->tokens.items[i];
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (t->classes & (WORD(KIND_ATTACK) << kind))
                *vector_push(&l->found, l->owner) = (uint32_t)kind;
        size_t stem = stem_of(l, text, t);
        if (stem != NO_STEM)
            *vector_push(&l->found, l->owner) = (uint32_t)stem;
    }
    return copy_of(&l->found, l->lists);
}

static void forget(stem_lexicon *l) {
    map_clear(l->places);
    l->known.count = 0;
    arena_reset(l->lists);
    l->round++;
}

stemmed_text stem_lexicon_read(stem_lexicon *l, slice text) {
    if (map_count(l->places) == MOST_KNOWN)
        forget(l);
    size_t place = *map_at(l->places, text, l->known.count);
    if (place == l->known.count) {
        stem_list stems = stems_in(l, text);
        *vector_push(&l->known, l->owner) = stems;
    }
    return (stemmed_text){place, l->round, l->known.items[place]};
}
