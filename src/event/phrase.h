/* SPDX-License-Identifier: MIT */
/*
 * Words of a parsed sentence chosen to stand as a text of their own: a clause without what it can
 * do without, a noun phrase. What is left out is left out as a whole part of the tree, so that the
 * rest still reads as language.
 *
 *     phrase p = phrase_in(&tree, &dates, a);
 *     phrase_choose_clause(&p, &clauses, clause);
 *     if (phrase_fit(&p, 100))
 *         text = phrase_text(&p);
 */
#ifndef EVENT_PHRASE_H
#define EVENT_PHRASE_H

#include "event/clause.h"

/* A part of the sentence that the text can do without. */
typedef struct optional_part {
    size_t head;
    int order; /* those of the lowest go first, and of these the one that ends last */
} optional_part;

/* What stands in the text in place of a word: a name for a pronoun. */
typedef struct replacement {
    size_t at; /* NO_TOKEN: nothing is replaced */
    slice by;
} replacement;

typedef struct phrase {
    const tree *tree;
    const range_list *dates; /* which words are dates; clauses are told without theirs */
    token_range own_date;    /* of the event itself, left out wherever it stands; may be empty */
    replacement replaced;
    size_t verb; /* that a clause begins with, behind its subject; no mark stands between them */
    arena *owner;
    unsigned char *segment; /* of the text, for each token; 0: not in it */
    unsigned char segments; /* so many; the first stands first, whatever the sentence's order */
    VECTOR(optional_part) optional;
    range_list asides; /* set off by commas and left out, with all that the parser hung elsewhere */
} phrase;

phrase phrase_in(const tree *t, const range_list *dates, arena *a);

/* A clause with its subject, wherever that stands, without what leads into it. */
void phrase_choose_clause(phrase *p, const clause_list *clauses, const clause *c);

/* A noun with what belongs to it. */
void phrase_choose_noun(phrase *p, size_t noun);

/* Leaves out parts until the text has at most so many characters; false where it cannot. */
bool phrase_fit(phrase *p, size_t characters);

/* The text, white space as one space each, in the arena; "" where nothing was chosen. */
slice phrase_text(const phrase *p);

#endif
