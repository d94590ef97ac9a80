/* SPDX-License-Identifier: MIT */
#include "lang/train/word_vectors.h"
#include "lang/train/random.h"

#include <math.h>

enum {
    SIZE = PARSER_WORD_SIZE,
    LANES = 16,
    REACH = 2, /* neighbours to each side */
    PLACES = 2 * REACH,
    NEGATIVES = 5, /* words that do not stand there, for one that does */
    NOISE_TABLE = 1 << 20
};

static const float FIRST_RATE = 0.03f;
static const float DEVIATION = 0.3f; /* of the finished numbers */
static const double FREQUENT = 1e-3; /* words with a larger share are passed over at times */

/* The widest registers that the machine has; all give the same result. */
#if defined(__x86_64__) && defined(__GLIBC__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EVERY_PROCESSOR
#endif

typedef struct learner {
    const raw_text *text;
    float *words;  /* row_count × SIZE */
    float *places; /* row_count × PLACES × SIZE: words as neighbours */
    float *passed; /* chance that a word is passed over */
    uint32_t *noise;
    uint64_t random;
    float rate;
} learner;

/* Sums in LANES strands, so that the order does not depend on the machine. */
static inline float dot(const float *a, const float *b) {
    float strands[LANES] = {0}, sum = 0;
    for (size_t i = 0; i < SIZE; i += LANES)
        for (size_t k = 0; k < LANES; k++)
            strands[k] += a[i + k] * b[i + k];
    for (size_t k = 0; k < LANES; k++)
        sum += strands[k];
    return sum;
}

static inline void pull(const learner *l, const float *word, float *slope, float *neighbour,
                        float wanted) {
    float step = (wanted - parser_sigmoid(dot(word, neighbour))) * l->rate;
    for (size_t k = 0; k < SIZE; k++) {
        slope[k] += step * neighbour[k];
        neighbour[k] += step * word[k];
    }
}

/* The words that do not stand there are the same for all places, whose numbers lie side by side. */
FOR_EVERY_PROCESSOR
static void learn_at(learner *l, size_t at) {
    const uint32_t *rows = l->text->rows;
    float *word = l->words + (size_t)rows[at] * SIZE;
    uint32_t others[NEGATIVES];
    for (size_t k = 0; k < NEGATIVES; k++)
        others[k] = l->noise[random_below(&l->random, NOISE_TABLE)];
    float slope[SIZE] = {0};
    for (size_t place = 0; place < PLACES; place++) {
        size_t neighbour = place < REACH ? at - REACH + place : at + 1 + place - REACH;
        if (neighbour >= l->text->count || !rows[neighbour])
            continue;
        pull(l, word, slope, l->places + (rows[neighbour] * (size_t)PLACES + place) * SIZE, 1.0f);
        for (size_t k = 0; k < NEGATIVES; k++)
            if (others[k] != rows[neighbour])
                pull(l, word, slope, l->places + (others[k] * (size_t)PLACES + place) * SIZE, 0.0f);
    }
    for (size_t k = 0; k < SIZE; k++)
        word[k] += slope[k];
}

/* Noise words are drawn by their counts to the power of 3/4, as the authors do. */
static void prepare(learner *l, arena *a) {
    const raw_text *text = l->text;
    size_t *counts = ARENA_ARRAY(a, size_t, text->row_count), known = 0;
    for (size_t i = 0; i < text->count; i++)
        counts[text->rows[i]]++;
    double total = 0, reached = 0;
    for (size_t row = 1; row < text->row_count; row++) {
        double count = (double)counts[row];
        total += sqrt(count * sqrt(count));
        known += counts[row];
    }
    l->noise = ARENA_ARRAY(a, uint32_t, NOISE_TABLE);
    l->passed = ARENA_ARRAY(a, float, text->row_count);
    l->words = ARENA_ARRAY(a, float, text->row_count *SIZE);
    l->places = ARENA_ARRAY(a, float, text->row_count *PLACES *SIZE);
    size_t filled = 0;
    for (uint32_t row = 1; row < text->row_count; row++) {
        double count = (double)counts[row];
        reached += sqrt(count * sqrt(count));
        while (filled < (size_t)(NOISE_TABLE * (reached / total)))
            l->noise[filled++] = row;
        double share = count / (double)known;
        l->passed[row] = share > FREQUENT ? (float)(1.0 - sqrt(FREQUENT / share)) : 0.0f;
        for (size_t k = 0; counts[row] && k < SIZE; k++)
            l->words[row * SIZE + k] = (random_unit(&l->random) - 0.5f) / SIZE;
    }
    while (filled < NOISE_TABLE && filled)
        l->noise[filled] = l->noise[filled - 1], filled++;
}

static void scale_to_deviation(float *values, size_t count) {
    double squares = 0;
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        squares += (double)values[i] * (double)values[i];
        used += values[i] != 0;
    }
    float factor = used ? DEVIATION / (float)sqrt(squares / (double)used) : 0;
    for (size_t i = 0; i < count; i++)
        values[i] *= factor;
}

float *word_vectors_learn(const raw_text *text, size_t epochs, uint64_t seed, arena *a) {
    learner l = {.text = text, .random = seed};
    prepare(&l, a);
    size_t steps = epochs * text->count, step = 0;
    for (size_t epoch = 0; epoch < epochs; epoch++) {
        for (size_t at = 0; at < text->count; at++, step++) {
            uint32_t row = text->rows[at];
            if (!row || random_unit(&l.random) < l.passed[row])
                continue;
            l.rate = FIRST_RATE * (1.0f - (float)step / (float)steps) + 1e-4f;
            learn_at(&l, at);
        }
    }
    scale_to_deviation(l.words, text->row_count * SIZE);
    return l.words;
}
