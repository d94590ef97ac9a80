/* SPDX-License-Identifier: MIT */
#include "lang/train/clusters.h"

#include <stdlib.h>

typedef struct bigram {
    uint32_t left, right;
} bigram;

/* A word beside another, and how often. */
typedef struct neighbour {
    uint32_t word;
    uint32_t count;
} neighbour;

/* For each word the neighbours on one side: those of word w are items[starts[w]..starts[w + 1]). */
typedef struct neighbours {
    neighbour *items;
    size_t *starts;
} neighbours;

/* What a word adds to the counts of the classes beside it. */
typedef struct profile {
    int64_t *counts;
    size_t *classes; /* those whose count is not 0 */
    size_t used;
} profile;

typedef struct exchange {
    size_t classes; /* with those of the numbers 0 and 1 */
    size_t vocabulary;
    neighbours left, right;
    int64_t *frequency;    /* of words */
    size_t *class_of;      /* of words */
    int64_t *class_counts; /* of classes */
    int64_t *pairs;        /* of classes, [left * classes + right] */
    int64_t *table;        /* n log n */
} exchange;

#define TABLE_SIZE ((size_t)1 << 16)

/* log2 of a number from 1 on, in 1/65536. */
static int64_t log2_fixed(uint64_t n) {
    int64_t whole = 63 - __builtin_clzll(n);
    uint64_t x = whole > 31 ? n >> (whole - 31) : n << (31 - whole); /* from 2^31 to 2^32 */
    int64_t result = whole << 16;
    for (int64_t bit = 1 << 15; bit; bit >>= 1) {
        x = x * x >> 31;
        if (x >> 32) {
            x >>= 1;
            result += bit;
        }
    }
    return result;
}

static inline int64_t n_log_n(const exchange *x, int64_t n) {
    return (size_t)n < TABLE_SIZE ? x->table[n] : n * log2_fixed((uint64_t)n);
}

static int by_left(const void *one, const void *other) {
    const bigram *a = one, *b = other;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

static neighbours count_neighbours(bigram *pairs, size_t count, size_t vocabulary, arena *a) {
    neighbours n = {ARENA_ARRAY(a, neighbour, count + 1), ARENA_ARRAY(a, size_t, vocabulary + 1)};
    size_t used = 0;
    qsort(pairs, count, sizeof *pairs, by_left);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && by_left(&pairs[i], &pairs[end]) == 0; end++)
            ;
        n.items[used++] = (neighbour){pairs[i].right, (uint32_t)(end - i)};
        n.starts[pairs[i].left + 1] = used;
    }
    for (size_t w = 0; w < vocabulary; w++)
        if (n.starts[w + 1] < n.starts[w])
            n.starts[w + 1] = n.starts[w];
    return n;
}

static void count_all(exchange *x, const numbered_text *text, arena *a) {
    size_t count = text->count - 1;
    bigram *pairs = ARENA_ARRAY(a, bigram, count);
    for (size_t i = 0; i < count; i++)
        pairs[i] = (bigram){text->words[i], text->words[i + 1]};
    x->right = count_neighbours(pairs, count, x->vocabulary, a);
    for (size_t i = 0; i < count; i++)
        pairs[i] = (bigram){text->words[i + 1], text->words[i]};
    x->left = count_neighbours(pairs, count, x->vocabulary, a);
    for (size_t w = 0; w < x->vocabulary; w++) {
        size_t class = x->class_of[w] = w < 2 ? w : 2 + (w - 2) % (x->classes - 2);
        for (size_t i = x->right.starts[w]; i < x->right.starts[w + 1]; i++)
            x->frequency[w] += x->right.items[i].count;
        x->class_counts[class] += x->frequency[w];
    }
    for (size_t w = 0; w < x->vocabulary; w++)
        for (size_t i = x->right.starts[w]; i < x->right.starts[w + 1]; i++)
            x->pairs[x->class_of[w] * x->classes + x->class_of[x->right.items[i].word]] +=
                x->right.items[i].count;
}

/* Adds up the neighbours of a word by class; returns how often it stands beside itself. */
static int64_t fill_profile(const exchange *x, const neighbours *side, size_t word, profile *p) {
    int64_t itself = 0;
    p->used = 0;
    for (size_t i = side->starts[word]; i < side->starts[word + 1]; i++) {
        neighbour n = side->items[i];
        size_t class = x->class_of[n.word];
        if (n.word == word)
            itself += n.count;
        else if (p->counts[class] == 0)
            p->classes[p->used++] = class;
        p->counts[class] += n.word == word ? 0 : n.count;
    }
    return itself;
}

static void clear_profile(profile *p) {
    for (size_t i = 0; i < p->used; i++)
        p->counts[p->classes[i]] = 0;
}

/* Puts the word into the class (sign 1), or takes it out (sign -1). */
static void move_word(exchange *x, size_t word, size_t class, const profile *left,
                      const profile *right, int64_t itself, int64_t sign) {
    for (size_t i = 0; i < left->used; i++)
        x->pairs[left->classes[i] * x->classes + class] += sign * left->counts[left->classes[i]];
    for (size_t i = 0; i < right->used; i++)
        x->pairs[class * x->classes + right->classes[i]] += sign * right->counts[right->classes[i]];
    x->pairs[class * x->classes + class] += sign * itself;
    x->class_counts[class] += sign * x->frequency[word];
    x->class_of[word] = class;
}

/* What the likelihood of the text gains if the word, which is in no class, is put in this one. */
static int64_t gain_of(const exchange *x, size_t word, size_t class, const profile *left,
                       const profile *right, int64_t itself) {
    int64_t gain = 0;
    const int64_t *row = x->pairs + class * x->classes;
    for (size_t i = 0; i < right->used; i++) {
        size_t other = right->classes[i];
        if (other != class)
            gain += n_log_n(x, row[other] + right->counts[other]) - n_log_n(x, row[other]);
    }
    for (size_t i = 0; i < left->used; i++) {
        size_t other = left->classes[i];
        int64_t pairs = x->pairs[other * x->classes + class];
        if (other != class)
            gain += n_log_n(x, pairs + left->counts[other]) - n_log_n(x, pairs);
    }
    int64_t inside = left->counts[class] + right->counts[class] + itself;
    gain += n_log_n(x, row[class] + inside) - n_log_n(x, row[class]);
    int64_t count = x->class_counts[class];
    return gain - 2 * (n_log_n(x, count + x->frequency[word]) - n_log_n(x, count));
}

static size_t exchange_all(exchange *x, profile *left, profile *right) {
    size_t moved = 0;
    for (size_t word = 2; word < x->vocabulary; word++) {
        size_t old = x->class_of[word], best = old;
        int64_t best_gain = INT64_MIN;
        fill_profile(x, &x->left, word, left);
        int64_t itself = fill_profile(x, &x->right, word, right);
        move_word(x, word, old, left, right, itself, -1);
        for (size_t to = 2; to < x->classes; to++) {
            int64_t gain = gain_of(x, word, to, left, right, itself);
            best = gain > best_gain ? to : best;
            best_gain = gain > best_gain ? gain : best_gain;
        }
        move_word(x, word, best, left, right, itself, 1);
        clear_profile(left);
        clear_profile(right);
        moved += best != old;
    }
    return moved;
}

uint16_t *clusters_learn(const numbered_text *text, size_t classes, size_t rounds, arena *a) {
    size_t vocabulary = text->vocabulary;
    uint16_t *result = ARENA_ARRAY(a, uint16_t, vocabulary);
    arena_mark scratch = arena_now(a);
    exchange x = {
        .classes = classes + 2,
        .vocabulary = vocabulary,
        .frequency = ARENA_ARRAY(a, int64_t, vocabulary),
        .class_of = ARENA_ARRAY(a, size_t, vocabulary),
        .class_counts = ARENA_ARRAY(a, int64_t, classes + 2),
        .pairs = ARENA_ARRAY(a, int64_t, (classes + 2) * (classes + 2)),
        .table = ARENA_ARRAY(a, int64_t, TABLE_SIZE),
    };
    for (size_t n = 1; n < TABLE_SIZE; n++)
        x.table[n] = (int64_t)n * log2_fixed(n);
    profile left = {ARENA_ARRAY(a, int64_t, x.classes), ARENA_ARRAY(a, size_t, x.classes), 0};
    profile right = {ARENA_ARRAY(a, int64_t, x.classes), ARENA_ARRAY(a, size_t, x.classes), 0};
    count_all(&x, text, a);
    for (size_t round = 0; round < rounds; round++)
        if (exchange_all(&x, &left, &right) < vocabulary / 500)
            break;
    for (size_t w = 2; w < vocabulary; w++)
        result[w] = (uint16_t)(x.class_of[w] - 2);
    arena_rewind(a, scratch);
    return result;
}
