/* SPDX-License-Identifier: MIT */
#include "read/page_parts.h"

#include "read/blocks.h"
#include "read/page_furniture.h"
#include "read/page_labels.h"
#include "read/page_names.h"
#include "read/page_runs.h"
#include "read/page_words.h"

/* ---- Where the article is ---------------------------------------------------------------- */

#define SHORTEST_LEAD      60  /* bytes of a paragraph between the headline and the text */
#define LONGEST_LINE_ABOUT 160 /* bytes of a byline; more is text, whatever its class */
#define LONGEST_LAST_WORDS 40  /* bytes of words below the text that are no part of it */
#define LEAST_TEXT         400 /* bytes of an article */
#define FULL_RUN           80  /* bytes of a run that only the text of an article has */

bool page_run_is_full(const page_run *r) {
    return r->kind == BLOCK_PARAGRAPH && !r->is_marked && r->words.length >= FULL_RUN &&
           r->links * 3 < r->words.length;
}

/* Bytes of full paragraphs within each node. */
static uint32_t *weigh(const page_parts *p, arena *a) {
    const page_tree *t = p->tree;
    uint32_t *weights = ARENA_ARRAY(a, uint32_t, t->count);
    for (size_t i = 0; i < p->runs.count; i++) {
        const page_run *r = &p->runs.items[i];
        if (page_run_is_full(r))
            weights[r->block] += (uint32_t)(r->words.length - r->links);
    }
    for (size_t i = t->count; i-- > 1;)
        weights[t->nodes[i].parent] += weights[i];
    return weights;
}

/* The node with any of the hints (or the tag) that holds most, the innermost of equals; 0: none. */
static uint32_t heaviest(const page_parts *p, const uint32_t *weights, unsigned hints,
                         page_tag tag) {
    const page_tree *t = p->tree;
    uint32_t best = 0;
    for (uint32_t i = 1; i < t->count; i++) {
        if (p->is_dropped[i]) {
            i = t->nodes[i].end - 1;
            continue;
        }
        bool fits = (p->hints[i] & hints) || t->nodes[i].tag == tag;
        bool within = best && i < t->nodes[best].end;
        if (fits && t->nodes[i].tag != TAG_BODY && weights[i] &&
            (!best || weights[i] > weights[best] ||
             (within && (uint64_t)weights[i] * 100 >= (uint64_t)weights[best] * 95)))
            best = i;
    }
    return best;
}

static bool holds(const uint32_t *weights, uint32_t node, unsigned percent, uint32_t of) {
    return node && (uint64_t)weights[node] * 100 >= (uint64_t)weights[of] * percent;
}

/* From the top to the innermost node that holds most of what its parent does. */
static uint32_t descend(const page_parts *p, const uint32_t *weights, uint32_t from) {
    const page_tree *t = p->tree;
    uint32_t here = from;
    for (uint32_t i = here + 1; i < t->nodes[here].end; i++) {
        if (t->nodes[i].tag != TAG_TEXT && t->nodes[i].tag != TAG_P && weights[i] &&
            holds(weights, i, 75, here))
            here = i;
        else
            i = t->nodes[i].end - 1;
    }
    return here;
}

static uint32_t find_main(const page_parts *p, arena *a) {
    const uint32_t *weights = weigh(p, a);
    uint32_t text = heaviest(p, weights, HINT_TEXT, TAG_COUNT);
    if (holds(weights, text, 50, 0))
        return text;
    uint32_t whole = heaviest(p, weights, HINT_ARTICLE, TAG_ARTICLE);
    if (holds(weights, whole, 60, 0))
        return whole;
    return descend(p, weights, 0);
}

/* ---- What of it is told ------------------------------------------------------------------ */

static bool is_within(const page_parts *p, const page_run *r, uint32_t node) {
    return r->first >= node && r->first < p->tree->nodes[node].end;
}

/* The last heading above the article's text that is its headline: node behind it; 0: none. */
static uint32_t behind_headline(const page_parts *p) {
    const page_tree *t = p->tree;
    uint32_t behind = 0;
    for (uint32_t i = 1; i < p->main; i++)
        if (p->is_dropped[i])
            i = t->nodes[i].end - 1;
        else if (t->nodes[i].tag == TAG_H1)
            behind = t->nodes[i].end;
    return behind;
}

static bool is_linked(const page_run *r) {
    return r->links * 2 > r->words.length;
}

/* A paragraph between the headline and the text: the summary that news pages put there. */
static bool is_lead(const page_parts *p, const page_run *r, uint32_t headline) {
    return headline && r->first >= headline && r->first < p->main && !r->in_list &&
           r->kind == BLOCK_PARAGRAPH && r->words.length >= SHORTEST_LEAD &&
           r->links * 3 < r->words.length;
}

static void take_runs(page_parts *p) {
    uint32_t headline = behind_headline(p);
    for (size_t i = 0; i < p->runs.count; i++) {
        page_run *r = &p->runs.items[i];
        bool is_of_text = is_within(p, r, p->main) || is_lead(p, r, headline);
        bool is_line_about = r->is_marked && r->words.length < LONGEST_LINE_ABOUT;
        size_t length;
        r->is_article = is_of_text && !is_linked(r) && !is_line_about &&
                        page_word_at(r->words, &length) != PAGE_LABEL && !is_page_label(r->words);
    }
}

/* A heading with nothing below it is of something that was left out; a byline is nothing. */
static void leave_empty_headings(page_parts *p) {
    bool is_needed = false;
    for (size_t i = p->runs.count; i-- > 0;) {
        page_run *r = &p->runs.items[i];
        if (r->is_article && r->kind == BLOCK_HEADING)
            r->is_article = is_needed;
        is_needed = r->is_article || (r->is_marked && is_needed);
    }
}

/* A word or two below the last full paragraph that are no sentence: "Share", the agency's name. */
static void leave_last_words(page_parts *p) {
    size_t behind = p->runs.count;
    while (behind > 0 &&
           !(p->runs.items[behind - 1].is_article && page_run_is_full(&p->runs.items[behind - 1])))
        behind--;
    for (size_t i = behind; behind > 0 && i < p->runs.count; i++) {
        page_run *r = &p->runs.items[i];
        if (r->kind == BLOCK_PARAGRAPH && !r->in_list && r->words.length < LONGEST_LAST_WORDS &&
            p->tree->nodes[r->block].tag != TAG_TR && !block_is_closed(r->words))
            r->is_article = false;
    }
}

static page_parts find_parts(const page_tree *tree, bool by_names, arena *a) {
    page_parts p = {.tree = tree};
    page_furniture_drop(&p, by_names, a);
    page_runs_cut(&p, a);
    p.main = find_main(&p, a);
    take_runs(&p);
    leave_last_words(&p);
    leave_empty_headings(&p);
    return p;
}

/* Bytes of the paragraphs that are told. */
static size_t told_length(const page_parts *p) {
    size_t length = 0;
    for (size_t i = 0; i < p->runs.count; i++)
        if (p->runs.items[i].is_article && p->runs.items[i].kind == BLOCK_PARAGRAPH)
            length += p->runs.items[i].words.length;
    return length;
}

/* Names may mislead: where they leave nearly nothing of the page, it is looked at without them. */
page_parts page_parts_find(const page_tree *tree, arena *a) {
    page_parts named = find_parts(tree, true, a);
    size_t told = told_length(&named);
    if (told >= LEAST_TEXT)
        return named;
    page_parts bare = find_parts(tree, false, a);
    return told_length(&bare) > 2 * told ? bare : named;
}
