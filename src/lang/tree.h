/* SPDX-License-Identifier: MIT */
/*
 * A parsed sentence to walk about in: the dependents of each word and the words below it.
 *
 *     tree t = tree_of(text, &sentence, a);
 *     for (size_t c = tree_first(&t, head); c != NO_TOKEN; c = tree_next(&t, c))
 *         …
 *
 * Words are told by their index in the sentence; NO_TOKEN stands for none.
 */
#ifndef LANG_TREE_H
#define LANG_TREE_H

#include "lang/sentence.h"

#define NO_TOKEN ((size_t)-1)

/* Tokens from `first` up to `end`. */
typedef struct token_range {
    size_t first;
    size_t end;
} token_range;

typedef VECTOR(token_range) range_list;

static inline bool range_is_empty(token_range r) {
    return r.first >= r.end;
}

static inline bool range_holds(token_range r, size_t at) {
    return at >= r.first && at < r.end;
}

/* The range of the list that holds the token, or NULL. */
static inline const token_range *range_with(const range_list *ranges, size_t at) {
    for (size_t i = 0; i < ranges->count; i++)
        if (range_holds(ranges->items[i], at))
            return &ranges->items[i];
    return NULL;
}

/* What a word has below it. */
typedef struct tree_node {
    size_t first_dependent; /* in the order of the sentence */
    size_t next_dependent;  /* of the same head */
    token_range below;      /* from the first to behind the last word of what depends on it, itself
                               among them; other words may stand between where arcs cross */
} tree_node;

typedef struct tree {
    slice text;
    const sentence *sentence;
    const tree_node *nodes; /* one a token */
    size_t count;           /* of tokens */
    size_t root;            /* NO_TOKEN in an empty sentence */
} tree;

/*
 * Parses the sentence; the tree lives in the arena. Words in brackets and datelines are not parsed:
 * each hangs on the word before it, as `parataxis`. What is said before ", officials said" is
 * parsed by itself.
 */
tree tree_of(slice text, sentence *s, arena *a);

static inline const token *tree_token(const tree *t, size_t at) {
    return &t->sentence->tokens[at];
}

static inline slice tree_word(const tree *t, size_t at) {
    return token_text(t->text, tree_token(t, at));
}

static inline relation tree_relation(const tree *t, size_t at) {
    return tree_token(t, at)->relation;
}

/* The word that it depends on; NO_TOKEN for the root. */
static inline size_t tree_head(const tree *t, size_t at) {
    uint32_t head = tree_token(t, at)->head;
    return head == TOKEN_ROOT ? NO_TOKEN : head;
}

static inline size_t tree_first(const tree *t, size_t at) {
    return t->nodes[at].first_dependent;
}

static inline size_t tree_next(const tree *t, size_t at) {
    return t->nodes[at].next_dependent;
}

static inline token_range tree_below(const tree *t, size_t at) {
    return t->nodes[at].below;
}

static inline word_classes tree_classes(const tree *t, size_t at) {
    return tree_token(t, at)->classes;
}

/* The first dependent with that relation, or NO_TOKEN. */
size_t tree_dependent(const tree *t, size_t head, relation r);

/* True where `at` is `above` or depends on it, over any number of words. */
bool tree_is_below(const tree *t, size_t at, size_t above);

#endif
