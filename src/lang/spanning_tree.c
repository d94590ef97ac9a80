/* SPDX-License-Identifier: MIT */
#include "lang/spanning_tree.h"

/* Nodes are 0 for the root and 1 … count; cost[j * nodes + i]: how well j is the head of i. */
typedef struct graph {
    size_t nodes;
    float *score;      /* [head * nodes + dependent], of the contracted graph */
    uint16_t *old_in;  /* the real arc that such an arc stands for: its head, */
    uint16_t *old_out; /* and its dependent */
    bool *is_gone;     /* contracted into another */
    uint16_t **parts;
} graph;

static const float UNTHINKABLE = -1e18f;

/* A cycle among the heads, as one of its nodes; 0 where there is none. */
static size_t find_cycle(const uint16_t *heads, size_t nodes, const bool *is_gone, uint16_t *mark) {
    memset(mark, 0, nodes * sizeof *mark);
    for (size_t i = 1; i < nodes; i++) {
        size_t at = i;
        while (at && !is_gone[i] && !mark[at]) {
            mark[at] = (uint16_t)i;
            at = heads[at];
        }
        if (at && !is_gone[i] && mark[at] == i)
            return at;
    }
    return 0;
}

static uint16_t best_head(const graph *g, size_t dependent) {
    size_t best = 0;
    for (size_t j = 1; j < g->nodes; j++)
        if (j != dependent && !g->is_gone[j] &&
            g->score[j * g->nodes + dependent] > g->score[best * g->nodes + dependent])
            best = j;
    return (uint16_t)best;
}

/*
 * Contracts the cycle into its node `keep`, solves the rest, and opens the cycle where the rest
 * enters it. in[] and out[] of the arcs to and from `keep` remember which node they really meet.
 */
static void solve(graph *g, uint16_t *heads, arena *a) {
    size_t n = g->nodes;
    uint16_t *mark = ARENA_ARRAY(a, uint16_t, n);
    for (size_t i = 1; i < n; i++)
        if (!g->is_gone[i])
            heads[i] = best_head(g, i);
    size_t keep = find_cycle(heads, n, g->is_gone, mark);
    if (!keep)
        return;
    bool *in_cycle = ARENA_ARRAY(a, bool, n);
    uint16_t *cycle_head = ARENA_ARRAY(a, uint16_t, n);
    float total = 0;
    size_t at = keep;
    do {
        in_cycle[at] = true;
        cycle_head[at] = heads[at];
        total += g->score[heads[at] * n + at];
        at = heads[at];
    } while (at != keep);
    /* For each node outside: its best arc from the cycle, and its best way to break the cycle. */
    uint16_t *from = ARENA_ARRAY(a, uint16_t, n), *into = ARENA_ARRAY(a, uint16_t, n);
    float *leaving = ARENA_ARRAY(a, float, n), *entering = ARENA_ARRAY(a, float, n);
    for (size_t i = 0; i < n; i++) {
        if (in_cycle[i] || g->is_gone[i])
            continue;
        leaving[i] = entering[i] = UNTHINKABLE;
        for (size_t c = 1; c < n; c++) {
            if (!in_cycle[c])
                continue;
            float out = g->score[c * n + i];
            float in = g->score[i * n + c] - g->score[cycle_head[c] * n + c] + total;
            if (out > leaving[i]) {
                leaving[i] = out;
                from[i] = (uint16_t)c;
            }
            if (in > entering[i]) {
                entering[i] = in;
                into[i] = (uint16_t)c;
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (in_cycle[i]) {
            g->is_gone[i] = i != keep;
        } else if (!g->is_gone[i]) {
            g->score[keep * n + i] = leaving[i];
            g->score[i * n + keep] = entering[i];
        }
    }
    bool *was_gone = ARENA_ARRAY(a, bool, n);
    memcpy(was_gone, g->is_gone, n * sizeof *was_gone);
    solve(g, heads, a);
    size_t entry_head = heads[keep], entry = into[entry_head];
    for (size_t i = 1; i < n; i++) {
        if (!was_gone[i] && i != keep && heads[i] == keep)
            heads[i] = from[i];
        if (in_cycle[i])
            heads[i] = cycle_head[i];
    }
    heads[entry] = (uint16_t)entry_head;
}

static bool is_tree(const uint16_t *heads, size_t nodes, const bool *is_gone, uint16_t *mark) {
    size_t roots = 0;
    for (size_t i = 1; i < nodes; i++)
        roots += heads[i] == 0;
    return roots == 1 && !find_cycle(heads, nodes, is_gone, mark);
}

void spanning_tree(const float *scores, size_t count, size_t stride, uint16_t *heads, arena *a) {
    size_t n = count + 1;
    graph g = {.nodes = n};
    uint16_t *best = ARENA_ARRAY(a, uint16_t, n), *mark = ARENA_ARRAY(a, uint16_t, n);
    g.is_gone = ARENA_ARRAY(a, bool, n);
    for (size_t i = 1; i < n; i++) {
        const float *row = scores + (i - 1) * stride;
        size_t top = 0;
        for (size_t j = 1; j < n; j++)
            top = row[j] > row[top] ? j : top;
        best[i] = (uint16_t)top;
    }
    if (!is_tree(best, n, g.is_gone, mark)) {
        /* A fine on arcs from the root that nothing outweighs: one will be left. */
        g.score = ARENA_ARRAY(a, float, n *n);
        for (size_t i = 1; i < n; i++)
            for (size_t j = 0; j < n; j++)
                g.score[j * n + i] = scores[(i - 1) * stride + j] - (j ? 0.0f : 1e5f);
        solve(&g, best, a);
    }
    memcpy(heads, best + 1, count * sizeof *heads);
}
