/* SPDX-License-Identifier: MIT */
#include "lang/train/lexicon.h"

#include "base/map.h"
#include "lang/tagger_features.h"
#include "lang/train/clusters.h"

#include <stdlib.h>

enum {
    LEAST_LABEL = 3,   /* rarer pairs of tags are mistakes */
    LEAST_HAPAXES = 3, /* words seen once that have the label, for unknown words to have it */
    LEAST_KNOWN = 5,   /* rarer words are treated as unknown ones, so that these are learnt */
    WELL_KNOWN = 20,   /* rarer words may be anything that unknown words may be */
    FULL_COUNT = 100,  /* a label seen once with a word this frequent is a mistake */
    LEAST_RAW = 4,     /* for a word to be put in a cluster */
    LEAST_INSIDE = 3,  /* for a word's capitals to be counted */
    FINE = 1000,
    MIDDLE = 250,
    COARSE = 60,
    ROUNDS = 15
};

typedef struct counting {
    lexicon *lexicon;
    arena *owner;
    map *index;
    VECTOR(word_counts) words;
} counting;

static word_counts *counts_of(counting *c, slice form) {
    folded_word folded = word_fold(form);
    slice key = {folded.bytes, folded.length};
    size_t *at = map_find(c->index, key);
    if (!at) {
        key = arena_copy(c->owner, key);
        at = map_at(c->index, key, c->words.count);
        word_counts *fresh = vector_push(&c->words, c->owner);
        fresh->folded = key;
        fresh->hash = word_hash(&folded);
    }
    return &c->words.items[*at];
}

size_t lexicon_label(const lexicon *l, tagger_label label) {
    size_t at = 0;
    while (at < l->labels.count && (l->labels.items[at].penn != label.penn ||
                                    l->labels.items[at].universal != label.universal))
        at++;
    return at;
}

static void find_labels(lexicon *l, const corpus *treebanks, arena *a) {
    size_t counts[PENN_TAG_COUNT][UNIVERSAL_TAG_COUNT] = {{0}};
    for (size_t s = 0; s < treebanks->count; s++)
        for (size_t i = 0; i < treebanks->items[s].count; i++) {
            tagger_label label = treebanks->items[s].words[i].label;
            counts[label.penn][label.universal]++;
        }
    for (uint8_t penn = 0; penn < PENN_TAG_COUNT; penn++)
        for (uint8_t universal = 0; universal < UNIVERSAL_TAG_COUNT; universal++)
            if (counts[penn][universal] >= LEAST_LABEL && l->labels.count < TAGGER_MOST_LABELS)
                *vector_push(&l->labels, a) = (tagger_label){penn, universal};
}

static void count_treebanks(counting *c, const corpus *treebanks) {
    for (size_t s = 0; s < treebanks->count; s++)
        for (size_t i = 0; i < treebanks->items[s].count; i++) {
            const corpus_word *w = &treebanks->items[s].words[i];
            size_t label = lexicon_label(c->lexicon, w->label);
            word_counts *counts = counts_of(c, w->form);
            counts->total++;
            counts->raw++;
            if (label < c->lexicon->labels.count)
                counts->labels[label]++;
        }
}

static bool is_capital(slice word) {
    return word.length && ascii_is_upper(word.data[0]);
}

static bool begins_with_letter(slice word) {
    return word.length && ascii_is_letter(word.data[0]);
}

/* Words behind a mark say nothing by their capital, nor does a sentence of capitals. */
static void count_raw(counting *c, const corpus *raw) {
    for (size_t s = 0; s < raw->count; s++) {
        const corpus_sentence *x = &raw->items[s];
        size_t capitals = 0;
        for (size_t i = 0; i < x->count; i++)
            capitals += is_capital(x->words[i].form);
        for (size_t i = 0; i < x->count; i++) {
            word_counts *counts = counts_of(c, x->words[i].form);
            bool inside = i && begins_with_letter(x->words[i - 1].form) &&
                          capitals * 2 <= x->count && begins_with_letter(x->words[i].form);
            counts->raw++;
            counts->inside += inside;
            counts->capital += inside && is_capital(x->words[i].form);
        }
    }
}

static int by_frequency(const void *one, const void *other) {
    const word_counts *a = *(word_counts *const *)one, *b = *(word_counts *const *)other;
    if (a->raw != b->raw)
        return a->raw > b->raw ? -1 : 1;
    return slice_compare(a->folded, b->folded);
}

static uint16_t class_numbered(lexicon *l, const tagger_class *wanted, arena *a) {
    for (size_t i = 1; i < l->classes.count; i++)
        if (memcmp(&l->classes.items[i], wanted, sizeof *wanted) == 0)
            return (uint16_t)i;
    *vector_push(&l->classes, a) = *wanted;
    return (uint16_t)(l->classes.count - 1);
}

static bool class_has(const tagger_class *c, uint8_t label) {
    return memchr(c->labels, label, c->count) != NULL;
}

static void class_add(tagger_class *c, size_t label) {
    if (c->count < TAGGER_MOST_CANDIDATES && !class_has(c, (uint8_t)label))
        c->labels[c->count++] = (uint8_t)label;
}

/* Class 0: what words seen once are. */
static void find_open_class(counting *c) {
    lexicon *l = c->lexicon;
    tagger_class open = {0};
    for (size_t label = 0; label < l->labels.count; label++) {
        size_t hapaxes = 0;
        for (size_t i = 0; i < c->words.count; i++)
            hapaxes += c->words.items[i].total == 1 && c->words.items[i].labels[label];
        if (hapaxes >= LEAST_HAPAXES)
            class_add(&open, label);
    }
    *vector_push(&l->classes, c->owner) = open;
}

static uint16_t class_of_word(counting *c, const word_counts *w) {
    lexicon *l = c->lexicon;
    if (w->total < LEAST_KNOWN)
        return 0;
    tagger_class seen = {0}, open = l->classes.items[0];
    bool is_open = false;
    for (size_t label = 0; label < l->labels.count; label++) {
        uint32_t n = w->labels[label];
        if (!n || n * 1000 < w->total || (n == 1 && w->total >= FULL_COUNT))
            continue;
        class_add(&seen, label);
        is_open |= class_has(&open, (uint8_t)label);
    }
    if (is_open && w->total < WELL_KNOWN) {
        for (size_t i = 0; i < seen.count; i++)
            class_add(&open, seen.labels[i]);
        seen = open;
    }
    return seen.count ? class_numbered(l, &seen, c->owner) : 0;
}

/* Six steps of a share, and three of how many the share is of. */
static uint8_t capital_of_word(const word_counts *w) {
    static const uint32_t steps[] = {1, 50, 300, 700, 970}; /* in thousandths */
    if (w->inside < LEAST_INSIDE)
        return 0;
    uint8_t step = 0;
    while (step < 5 && w->capital * 1000 >= steps[step] * w->inside)
        step++;
    return (uint8_t)(1 + step + (w->inside >= 10 ? 6 : 0) + (w->inside >= 50 ? 6 : 0));
}

static void insert(lexicon *l, tagger_entry entry) {
    size_t at = slot_of(bits_mix(entry.word), l->slots);
    while (l->entries[at].word && l->entries[at].word != entry.word)
        at = at + 1 == l->slots ? 0 : at + 1;
    if (!l->entries[at].word)
        l->entries[at] = entry;
}

/* The raw text and the treebanks as numbers, by the order of frequency. */
static numbered_text number_text(counting *c, const corpus *const *texts, size_t text_count,
                                 const uint32_t *numbers, size_t vocabulary) {
    VECTOR(uint32_t) words = {0};
    *vector_push(&words, c->owner) = 0;
    for (size_t t = 0; t < text_count; t++)
        for (size_t s = 0; s < texts[t]->count; s++) {
            const corpus_sentence *x = &texts[t]->items[s];
            for (size_t i = 0; i < x->count; i++)
                *vector_push(&words, c->owner) =
                    numbers[counts_of(c, x->words[i].form) - c->words.items];
            *vector_push(&words, c->owner) = 0;
        }
    return (numbered_text){words.items, words.count, vocabulary};
}

static void fill_entries(counting *c, const corpus *const *texts, word_counts **order) {
    lexicon *l = c->lexicon;
    uint32_t *numbers = ARENA_ARRAY(c->owner, uint32_t, c->words.count);
    size_t vocabulary = 2;
    for (size_t i = 0; i < c->words.count; i++)
        numbers[order[i] - c->words.items] =
            order[i]->raw >= LEAST_RAW ? (uint32_t)vocabulary++ : 1;
    numbered_text text = number_text(c, texts, 2, numbers, vocabulary);
    const uint16_t *fine = clusters_learn(&text, FINE, ROUNDS, c->owner),
                   *middle = clusters_learn(&text, MIDDLE, ROUNDS, c->owner),
                   *coarse = clusters_learn(&text, COARSE, ROUNDS, c->owner);
    l->slots = vocabulary * 3 / 2;
    l->entries = ARENA_ARRAY(c->owner, tagger_entry, l->slots);
    for (size_t i = 0; i + 2 < vocabulary; i++)
        insert(l, (tagger_entry){
                      .word = order[i]->hash,
                      .class = class_of_word(c, order[i]),
                      .fine = (uint16_t)(fine[i + 2] + 1),
                      .middle = (uint8_t)(middle[i + 2] + 1),
                      .coarse = (uint8_t)(coarse[i + 2] + 1),
                      .capital = capital_of_word(order[i]),
                  });
    tagger_model m = lexicon_model(l);
    for (size_t i = 0; i + 2 < vocabulary; i++) {
        folded_word folded = {.length = order[i]->folded.length};
        memcpy(folded.bytes, order[i]->folded.data, folded.length);
        tagger_entry *entry = &l->entries[tagger_lookup(&m, order[i]->hash) - l->entries];
        entry_find_stem(&m, &folded, entry);
    }
}

lexicon lexicon_make(const corpus *treebanks, const corpus *raw, arena *a) {
    lexicon l = {0};
    counting c = {&l, a, map_new(a), {0}};
    const corpus *texts[] = {treebanks, raw};
    find_labels(&l, treebanks, a);
    count_treebanks(&c, treebanks);
    count_raw(&c, raw);
    find_open_class(&c);
    word_counts **order = ARENA_ARRAY(a, word_counts *, c.words.count);
    for (size_t i = 0; i < c.words.count; i++)
        order[i] = &c.words.items[i];
    qsort(order, c.words.count, sizeof(*order), by_frequency);
    fill_entries(&c, texts, order);
    return l;
}

tagger_model lexicon_model(const lexicon *l) {
    tagger_model m = {
        .labels = l->labels.items, .classes = l->classes.items, .lexicon = l->entries};
    m.counts[SECTION_LABELS] = (uint32_t)l->labels.count;
    m.counts[SECTION_CLASSES] = (uint32_t)l->classes.count;
    m.counts[SECTION_LEXICON] = (uint32_t)l->slots;
    return m;
}
