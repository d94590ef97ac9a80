/* SPDX-License-Identifier: MIT */
#include "event/train/regression.h"

#include "lang/train/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_TABLE 65536

/* So many features may have a weight that does not fit a byte: the others get finer steps. */
#define MOST_CLIPPED 64

/* ---- Examples ------------------------------------------------------------------------------- */

static uint32_t *table_slot(const example_set *set, uint64_t hash) {
    size_t at = (size_t)(hash & (set->table_size - 1));
    while (set->table[at] && set->hashes.items[set->table[at] - 1] != hash)
        at = (at + 1) & (set->table_size - 1);
    return &set->table[at];
}

static void make_room(example_set *set) {
    if (set->hashes.count * 2 < set->table_size)
        return;
    set->table_size = set->table_size ? set->table_size * 2 : FIRST_TABLE;
    set->table = ARENA_ARRAY(set->owner, uint32_t, set->table_size);
    for (size_t i = 0; i < set->hashes.count; i++)
        *table_slot(set, set->hashes.items[i]) = (uint32_t)i + 1;
}

static uint32_t number_of(example_set *set, uint64_t hash) {
    make_room(set);
    uint32_t *slot = table_slot(set, hash);
    if (!*slot) {
        *vector_push(&set->hashes, set->owner) = hash;
        *slot = (uint32_t)set->hashes.count;
    }
    return *slot - 1;
}

void examples_add(example_set *set, const uint64_t *features, size_t count, unsigned outcome,
                  float weight, unsigned group) {
    *vector_push(&set->examples, set->owner) =
        (example){set->features.count, count, outcome, weight, group};
    for (size_t i = 0; i < count; i++)
        *vector_push(&set->features, set->owner) = number_of(set, features[i]);
}

/* ---- Learning ------------------------------------------------------------------------------- */

void regression_probabilities(const regression *r, const example_set *set, const example *x,
                              float probabilities[LINEAR_OUTCOMES]) {
    float scores[LINEAR_OUTCOMES] = {0};
    for (size_t i = 0; i < x->count; i++)
        for (unsigned k = 0; k < LINEAR_OUTCOMES; k++)
            scores[k] += r->weights[set->features.items[x->first + i]][k];
    float highest = scores[0], sum = 0;
    for (unsigned k = 1; k < LINEAR_OUTCOMES; k++)
        highest = scores[k] > highest ? scores[k] : highest;
    for (unsigned k = 0; k < LINEAR_OUTCOMES; k++)
        sum += probabilities[k] = linear_exponential(scores[k] - highest);
    for (unsigned k = 0; k < LINEAR_OUTCOMES; k++)
        probabilities[k] /= sum;
}

static void learn(regression *r, float (*squares)[LINEAR_OUTCOMES], const example_set *set,
                  const example *x, const regression_settings *settings) {
    float probabilities[LINEAR_OUTCOMES];
    regression_probabilities(r, set, x, probabilities);
    for (size_t i = 0; i < x->count; i++) {
        size_t feature = set->features.items[x->first + i];
        for (unsigned k = 0; k < LINEAR_OUTCOMES; k++) {
            float *weight = &r->weights[feature][k];
            float slope =
                (probabilities[k] - (k == x->outcome)) * x->weight + settings->penalty * *weight;
            squares[feature][k] += slope * slope;
            *weight -= settings->rate * slope / sqrtf(squares[feature][k] + 1e-6f);
        }
    }
}

static void shuffle(uint32_t *order, size_t count, uint64_t *seed) {
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below(seed, i);
        uint32_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

regression regression_train(const example_set *set, const regression_settings *settings) {
    size_t features = set->hashes.count, examples = set->examples.count;
    regression r = {calloc(features, sizeof *r.weights)};
    float(*squares)[LINEAR_OUTCOMES] = calloc(features, sizeof *squares);
    uint32_t *order = calloc(examples, sizeof *order);
    if (!r.weights || !squares || !order)
        abort();
    for (size_t i = 0; i < examples; i++)
        order[i] = (uint32_t)i;
    uint64_t seed = 1;
    for (unsigned epoch = 0; epoch < settings->epochs; epoch++) {
        shuffle(order, examples, &seed);
        for (size_t i = 0; i < examples; i++) {
            const example *x = &set->examples.items[order[i]];
            if (x->group != settings->left_out)
                learn(&r, squares, set, x, settings);
        }
    }
    free(squares);
    free(order);
    return r;
}

void regression_free(regression *r) {
    free(r->weights);
}

/* ---- Packing -------------------------------------------------------------------------------- */

typedef struct candidate {
    float largest; /* of its weights, without sign */
    uint32_t number;
} candidate;

static int by_largest(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    if (a->largest != b->largest)
        return a->largest < b->largest ? 1 : -1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static bool place(char *bytes, size_t rows, uint64_t hash, const float *weights, float scale) {
    uint16_t *prints = (uint16_t *)(void *)(bytes + sizeof(linear_head));
    int8_t(*out)[LINEAR_OUTCOMES] = (void *)(prints + rows);
    for (unsigned i = 0; i < LINEAR_PROBES; i++) {
        size_t row = (size_t)((hash + i) & (rows - 1));
        if (prints[row])
            continue;
        prints[row] = linear_fingerprint(hash);
        for (unsigned k = 0; k < LINEAR_OUTCOMES; k++) {
            float steps = roundf(weights[k] / scale);
            out[row][k] = (int8_t)(steps > INT8_MAX    ? INT8_MAX
                                   : steps < -INT8_MAX ? -INT8_MAX
                                                       : steps);
        }
        return true;
    }
    return false;
}

/* The features by their largest weight. */
static candidate *rank(const regression *r, const example_set *set, arena *a) {
    size_t features = set->hashes.count;
    candidate *candidates = ARENA_ARRAY(a, candidate, features);
    for (size_t i = 0; i < features; i++) {
        candidates[i].number = (uint32_t)i;
        for (unsigned k = 0; k < LINEAR_OUTCOMES; k++)
            candidates[i].largest = fmaxf(candidates[i].largest, fabsf(r->weights[i][k]));
    }
    qsort(candidates, features, sizeof *candidates, by_largest);
    return candidates;
}

char *regression_model(const example_set *set, const regression_settings *settings,
                       unsigned row_bits, arena *a, size_t *size) {
    regression r = regression_train(set, settings);
    size_t rows = (size_t)1 << row_bits, features = set->hashes.count, kept = 0;
    const candidate *candidates = rank(&r, set, a);
    *size = sizeof(linear_head) + rows * (sizeof(uint16_t) + LINEAR_OUTCOMES);
    char *bytes = arena_calloc(a, 1, *size);
    size_t clipped = features > MOST_CLIPPED ? MOST_CLIPPED : 0;
    linear_head head = {.row_bits = row_bits, .scale = candidates[clipped].largest / INT8_MAX};
    memcpy(bytes, &head, sizeof head);
    for (size_t i = 0; i < features && kept < rows - rows / 8; i++)
        kept += place(bytes, rows, set->hashes.items[candidates[i].number],
                      r.weights[candidates[i].number], head.scale);
    regression_free(&r);
    printf("%zu of %zu features kept\n", kept, features);
    return bytes;
}
