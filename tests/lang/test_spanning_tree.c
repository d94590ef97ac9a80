/* SPDX-License-Identifier: MIT */
#include "lang/spanning_tree.h"
#include "support/check.h"

enum { MOST = 5, STRIDE = MOST + 2 };

static float next_score(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return (float)(*state >> 16) / 1024.0f - 32.0f;
}

static void fill(float *scores, size_t count, size_t stride, uint32_t *state) {
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j <= count; j++)
            scores[i * stride + j] = next_score(state);
        scores[i * stride + i + 1] = SPANNING_TREE_NEVER;
    }
}

/* Whether every word reaches the root, by one word alone. */
static bool is_tree(const uint16_t *heads, size_t count) {
    size_t roots = 0;
    for (size_t i = 0; i < count; i++) {
        roots += heads[i] == 0;
        size_t at = i + 1, steps = 0;
        while (at && steps++ <= count)
            at = at <= count ? heads[at - 1] : 0;
        if (at || heads[i] > count)
            return false;
    }
    return roots == 1;
}

static double sum_of(const float *scores, size_t stride, const uint16_t *heads, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)scores[i * stride + heads[i]];
    return sum;
}

/* The best of all choices of heads that are trees. */
static double best_sum(const float *scores, size_t count) {
    double best = -1e9;
    uint16_t heads[MOST] = {0};
    for (;;) {
        if (is_tree(heads, count) && sum_of(scores, STRIDE, heads, count) > best)
            best = sum_of(scores, STRIDE, heads, count);
        size_t i = 0;
        while (i < count && ++heads[i] > count)
            heads[i++] = 0;
        if (i == count)
            return best;
    }
}

static void finds_the_best(arena *a) {
    uint32_t state = 1;
    for (size_t round = 0; round < 400; round++) {
        size_t count = 1 + round % MOST;
        float scores[MOST * STRIDE];
        uint16_t heads[MOST];
        fill(scores, count, STRIDE, &state);
        spanning_tree(scores, count, STRIDE, heads, a);
        CHECK(is_tree(heads, count));
        double difference = sum_of(scores, STRIDE, heads, count) - best_sum(scores, count);
        CHECK_AT(difference > -1e-3 && difference < 1e-3, "%zu words, round %zu: off by %g", count,
                 round, difference);
    }
}

/* Each word would like the next best as its head, and all of them the root. */
static void opens_long_cycles(arena *a) {
    enum { COUNT = 128 };
    float *scores = ARENA_ARRAY(a, float, COUNT *(COUNT + 1));
    uint16_t heads[COUNT];
    for (size_t kind = 0; kind < 3; kind++) {
        for (size_t i = 0; i < COUNT; i++) {
            for (size_t j = 0; j <= COUNT; j++)
                scores[i * (COUNT + 1) + j] = j == 0 && kind ? 50.0f : -20.0f;
            scores[i * (COUNT + 1) + 1 + (i + 1) % COUNT] = 30.0f;
            if (kind == 2)
                scores[i * (COUNT + 1) + 1 + (i ^ 1)] = 40.0f;
            scores[i * (COUNT + 1) + i + 1] = SPANNING_TREE_NEVER;
        }
        spanning_tree(scores, COUNT, COUNT + 1, heads, a);
        CHECK(is_tree(heads, COUNT));
    }
}

static void same_scores_make_a_tree_too(arena *a) {
    enum { COUNT = 40 };
    float scores[COUNT * (COUNT + 1)] = {0};
    uint16_t heads[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        scores[i * (COUNT + 1) + i + 1] = SPANNING_TREE_NEVER;
    spanning_tree(scores, COUNT, COUNT + 1, heads, a);
    CHECK(is_tree(heads, COUNT));
}

static void large_random_ones(arena *a) {
    enum { COUNT = 100 };
    uint32_t state = 9;
    float *scores = ARENA_ARRAY(a, float, COUNT *(COUNT + 1));
    for (size_t round = 0; round < 20; round++) {
        uint16_t heads[COUNT];
        fill(scores, COUNT, COUNT + 1, &state);
        spanning_tree(scores, COUNT, COUNT + 1, heads, a);
        CHECK(is_tree(heads, COUNT));
    }
}

int main(void) {
    RUN_IN_ARENA(finds_the_best);
    RUN_IN_ARENA(opens_long_cycles);
    RUN_IN_ARENA(same_scores_make_a_tree_too);
    RUN_IN_ARENA(large_random_ones);
    return tests_end();
}
