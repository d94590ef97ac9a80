/* SPDX-License-Identifier: MIT */
#include "lang/spanning_tree.h"

#include "lang/parser_kernels.h"

/* Nodes are 0 for the root and 1 … count. */
typedef struct graph {
    size_t nodes;
    double *score; /* [dependent * nodes + head], of the contracted graph */
    bool *is_gone; /* contracted into another */
} graph;

/* What an arc from the root costs: more than all others can gain, so that one will be left. */
static const double ROOT_FINE = 1e6;
static const double UNTHINKABLE = -1e18;

static double *arc(const graph *g, size_t head, size_t dependent) {
    return &g->score[dependent * g->nodes + head];
}

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
    const double *scores = arc(g, 0, dependent);
    double most = scores[0];
    size_t best = 0;
    for (size_t j = 1; j < g->nodes; j++) { /* nothing foretells which is better: no branch */
        bool better = (scores[j] > most) & (j != dependent) & !g->is_gone[j];
        most = better ? scores[j] : most;
        best = better ? j : best;
    }
    return (uint16_t)best;
}

/* A cycle while it is one node of the graph, and the arcs that its own stand for. */
typedef struct cycle {
    uint16_t keep;   /* the node that stands for it */
    uint16_t *nodes; /* that it has, */
    uint16_t *heads; /* and their heads in it */
    size_t count;
    bool *has;
    uint16_t *from; /* for each node outside, the node of the cycle that would best be its head */
    uint16_t *into; /* and the node of the cycle that it would best be the head of */
    double total;
} cycle;

static cycle begin_cycle(const graph *g, size_t keep, const uint16_t *heads, arena *a) {
    size_t n = g->nodes;
    cycle c = {.keep = (uint16_t)keep,
               .nodes = arena_alloc(a, n * sizeof *c.nodes),
               .heads = arena_alloc(a, n * sizeof *c.heads),
               .has = ARENA_ARRAY(a, bool, n),
               .from = arena_alloc(a, n * sizeof *c.from),
               .into = arena_alloc(a, n * sizeof *c.into)};
    uint16_t at = c.keep;
    do {
        c.has[at] = true;
        c.nodes[c.count] = at;
        c.heads[c.count++] = heads[at];
        c.total += *arc(g, heads[at], at);
        at = heads[at];
    } while (at != c.keep);
    return c;
}

/* Makes the cycle one node: an arc into it is worth the cycle less the arc that it would open. */
static void contract(graph *g, cycle *c) {
    for (size_t i = 0; i < g->nodes; i++) {
        if (c->has[i] || g->is_gone[i])
            continue;
        double leaving = UNTHINKABLE, entering = UNTHINKABLE;
        for (size_t k = 0; k < c->count; k++) {
            uint16_t node = c->nodes[k];
            double out = *arc(g, node, i);
            double in = *arc(g, i, node) - *arc(g, c->heads[k], node) + c->total;
            if (out > leaving) {
                leaving = out;
                c->from[i] = node;
            }
            if (in > entering) {
                entering = in;
                c->into[i] = node;
            }
        }
        *arc(g, c->keep, i) = leaving;
        *arc(g, i, c->keep) = entering;
    }
    for (size_t k = 0; k < c->count; k++)
        g->is_gone[c->nodes[k]] = c->nodes[k] != c->keep;
}

/*
 * Finds the heads of the best tree where each node has its best head: opens cycle by cycle. Of the
 * best heads only that of the node that was the cycle has to be looked for anew.
 */
static void solve(graph *g, uint16_t *heads, uint16_t *mark, arena *a) {
    size_t keep = find_cycle(heads, g->nodes, g->is_gone, mark);
    if (!keep)
        return;
    cycle c = begin_cycle(g, keep, heads, a);
    contract(g, &c);
    bool *was_there = ARENA_ARRAY(a, bool, g->nodes);
    for (size_t i = 1; i < g->nodes; i++)
        if (!g->is_gone[i] && i != keep && c.has[heads[i]])
            heads[i] = c.keep;
    heads[keep] = best_head(g, keep);
    for (size_t i = 1; i < g->nodes; i++)
        was_there[i] = !g->is_gone[i] && i != keep;
    solve(g, heads, mark, a);
    uint16_t entry_head = heads[keep];
    for (size_t i = 1; i < g->nodes; i++)
        if (was_there[i] && heads[i] == keep)
            heads[i] = c.from[i];
    for (size_t k = 0; k < c.count; k++)
        heads[c.nodes[k]] = c.heads[k];
    heads[c.into[entry_head]] = entry_head;
}

static size_t count_roots(const uint16_t *heads, size_t nodes) {
    size_t roots = 0;
    for (size_t i = 1; i < nodes; i++)
        roots += heads[i] == 0;
    return roots;
}

static void fill_graph(graph *g, const float *scores, size_t stride, double root_fine) {
    memset(g->is_gone, 0, g->nodes * sizeof *g->is_gone);
    for (size_t i = 1; i < g->nodes; i++) {
        for (size_t j = 0; j < g->nodes; j++)
            *arc(g, j, i) = (double)scores[(i - 1) * stride + j];
        *arc(g, 0, i) -= root_fine;
    }
}

/*
 * The best tree is most often one with a single root, and then the best of these. Only where it is
 * not the root is fined, which makes nearly all words one cycle after the other.
 */
static void open_cycles(graph *g, const float *scores, size_t stride, uint16_t *best,
                        uint16_t *mark, arena *a) {
    g->score = ARENA_ARRAY(a, double, g->nodes * g->nodes);
    if (count_roots(best, g->nodes) <= 1) {
        fill_graph(g, scores, stride, 0);
        solve(g, best, mark, a);
        if (count_roots(best, g->nodes) == 1)
            return;
    }
    fill_graph(g, scores, stride, ROOT_FINE);
    for (size_t i = 1; i < g->nodes; i++)
        best[i] = best_head(g, i);
    solve(g, best, mark, a);
}

void spanning_tree(const float *scores, size_t count, size_t stride, uint16_t *heads, arena *a) {
    size_t n = count + 1;
    graph g = {.nodes = n, .is_gone = ARENA_ARRAY(a, bool, n)};
    uint16_t *best = ARENA_ARRAY(a, uint16_t, n), *mark = ARENA_ARRAY(a, uint16_t, n);
    const parser_kernels *kernels = parser_kernels_of_machine(0);
    for (size_t i = 1; i < n; i++)
        best[i] = (uint16_t)kernels->best(scores + (i - 1) * stride, n);
    if (count_roots(best, n) != 1 || find_cycle(best, n, g.is_gone, mark))
        open_cycles(&g, scores, stride, best, mark, a);
    memcpy(heads, best + 1, count * sizeof *heads);
}
