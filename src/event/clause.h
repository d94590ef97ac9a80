/* SPDX-License-Identifier: MIT */
/*
 * The clauses of a sentence, by rule over its words: each with its verb and its subject, which may
 * stand in another clause ("He checked in and left": both are his). Indexes are of tokens.
 */
#ifndef EVENT_CLAUSE_H
#define EVENT_CLAUSE_H

#include "lang/sentence.h"

#define NO_TOKEN ((size_t)-1)

/* Tokens from `first` up to `end`. */
typedef struct token_range {
    size_t first;
    size_t end;
} token_range;

typedef VECTOR(token_range) range_list;

typedef enum clause_kind {
    CLAUSE_MAIN,
    CLAUSE_COORDINATE, /* shares the subject of the clause before it, or has its own */
    CLAUSE_RELATIVE,   /* its subject is the noun before it */
    CLAUSE_RESUMED,    /* goes on behind a relative clause, with the same subject */
    CLAUSE_CONTENT,    /* what is said: "said that …" */
    CLAUSE_SUBORDINATE,
    CLAUSE_CONDITION, /* tells of nothing that is so */
    CLAUSE_GERUND,    /* ", killing 15 people" */
    CLAUSE_SOURCE     /* "according to officials"; who it is stands as its subject */
} clause_kind;

typedef struct clause {
    clause_kind kind;
    token_range tokens;  /* without the word that joins it to the others */
    token_range subject; /* empty where none was found */
    size_t verb;         /* its first verb, auxiliaries among them; NO_TOKEN: it has none */
    size_t main_verb;    /* the verb that carries the meaning */
    bool says;           /* its verb is one of saying */
} clause;

typedef VECTOR(clause) clause_list;

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

/*
 * Cuts an analysed sentence into clauses that cover all its tokens but the joining words. The words
 * of `dates` are no part of a subject's end: "the firm last week | opened".
 */
void clauses_find(slice text, const sentence *s, const range_list *dates, arena *a,
                  clause_list *out);

/* The clause that holds the token, or that follows where the token joins; NULL if there is none. */
const clause *clause_at(const clause_list *clauses, size_t at);

/*
 * The clause of saying that what the clause tells depends on: the one before a content clause, or
 * the one at the sentence's end ("…, officials said"). NULL where nobody says it.
 */
const clause *clause_said_by(slice text, const sentence *s, const clause_list *clauses,
                             const clause *told);

#endif
