/* SPDX-License-Identifier: MIT */
#include "read/page_split.h"

/* Bytes of full paragraphs; what has less is a teaser. */
#define LEAST_ARTICLE 200
/* Percent of the page's full paragraphs: what one article has of a page of several at the most,
 * and all of them at the least. */
#define MOST_OF_ONE  75
#define LEAST_OF_ALL 75

/* A page with more is read as one: each of them takes memory of its own. */
#define MOST_ARTICLES 1000
/* Words of a headline; posts of a forum have their writers' names above them. */
#define LEAST_HEADLINE 3

/* An element that may be an article, and what lies within. */
typedef struct candidate {
    uint32_t node;
    size_t length; /* of its full paragraphs */
    bool has_headline;
} candidate;
typedef VECTOR(candidate) candidate_list;

/* The outermost `article` elements. */
static candidate_list outer_articles(const page_parts *p, arena *a) {
    const page_tree *t = p->tree;
    candidate_list list = {0};
    for (uint32_t i = 1; i < t->count; i++) {
        bool is_article = t->nodes[i].tag == TAG_ARTICLE;
        if (is_article && !p->is_dropped[i])
            vector_push(&list, a)->node = i;
        if (is_article || p->is_dropped[i])
            i = t->nodes[i].end - 1;
    }
    return list;
}

static bool is_headline(const page_run *r) {
    size_t words = 1;
    for (size_t i = 0; i < r->words.length; i++)
        words += r->words.data[i] == ' ';
    return r->kind == BLOCK_HEADING && words >= LEAST_HEADLINE;
}

/* Gives each candidate its runs; the length of all full paragraphs of the page. */
static size_t measure(const page_parts *p, candidate_list *list) {
    size_t all = 0, at = 0;
    for (size_t i = 0; i < p->runs.count; i++) {
        const page_run *r = &p->runs.items[i];
        size_t length = page_run_is_full(r) ? r->words.length - r->links : 0;
        all += length;
        while (at < list->count && p->tree->nodes[list->items[at].node].end <= r->first)
            at++;
        if (at == list->count || r->first < list->items[at].node)
            continue;
        list->items[at].length += length;
        list->items[at].has_headline |= is_headline(r);
    }
    return all;
}

static void keep_whole_ones(candidate_list *list) {
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].has_headline && list->items[i].length >= LEAST_ARTICLE)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

static bool is_of_several(const candidate_list *list, size_t all) {
    size_t sum = 0, most = 0;
    for (size_t i = 0; i < list->count; i++) {
        sum += list->items[i].length;
        most = list->items[i].length > most ? list->items[i].length : most;
    }
    return list->count > 1 && list->count <= MOST_ARTICLES && most * 100 <= all * MOST_OF_ONE &&
           sum * 100 >= all * LEAST_OF_ALL;
}

/* What is within a node, itself too, as a tree of its own. */
static page_tree subtree(const page_tree *t, uint32_t node, arena *a) {
    size_t count = t->nodes[node].end - node;
    page_node *nodes = ARENA_ARRAY(a, page_node, count + 1);
    nodes[0] = (page_node){.tag = TAG_OTHER, .end = (uint32_t)count + 1};
    for (size_t i = 0; i < count; i++) {
        page_node *copy = &nodes[i + 1];
        *copy = t->nodes[node + i];
        copy->parent = i ? copy->parent - node + 1 : 0;
        copy->end = copy->end - node + 1;
    }
    return (page_tree){nodes, count + 1};
}

void page_split(const page_parts *parts, arena *a, page_tree_list *out) {
    candidate_list list = outer_articles(parts, a);
    size_t all = measure(parts, &list);
    keep_whole_ones(&list);
    if (!is_of_several(&list, all))
        return;
    for (size_t i = 0; i < list.count; i++)
        *vector_push(out, a) = subtree(parts->tree, list.items[i].node, a);
}
