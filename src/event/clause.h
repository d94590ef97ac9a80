/* SPDX-License-Identifier: MIT */
/*
 * The clauses of a parsed sentence: each has a predicate, a subject, which it may share with
 * another ("He checked in and left": both are his), and the clause that it depends on. What only
 * completes a verb ("vowed to leave") belongs to that verb's clause. Words are told by their index.
 */
#ifndef EVENT_CLAUSE_H
#define EVENT_CLAUSE_H

#include "lang/tree.h"

typedef enum clause_kind {
    CLAUSE_MAIN,
    CLAUSE_COORDINATE, /* joined to the one above it */
    CLAUSE_RELATIVE,   /* "who left"; its subject is the noun that it tells of, or its own */
    CLAUSE_PARTICIPLE, /* "the bridge | closed in May"; its subject is that noun */
    CLAUSE_CONTENT,    /* what is said, or known, or hoped: "said that …" */
    CLAUSE_SUBORDINATE,
    CLAUSE_CONDITION, /* tells of nothing that is so */
    CLAUSE_RESULT,    /* ", killing 15 people"; its subject is that of the clause above */
    CLAUSE_PURPOSE,   /* "to hunt them down" */
    CLAUSE_ASIDE      /* ", officials said" */
} clause_kind;

typedef struct clause {
    clause_kind kind;
    size_t predicate; /* the verb, or the noun or adjective that "be" joins to the subject */
    size_t verb;      /* the first word of the verb group, which says when: "was", "will", "left" */
    size_t subject;   /* the noun or pronoun; NO_TOKEN where none was found */
    bool passive;
    bool says;                  /* its verb is one of saying */
    const struct clause *above; /* that it depends on; NULL for the main one */
} clause;

/* Who says what a clause tells. */
typedef struct report {
    const clause *by; /* the clause of saying; NULL where somebody is named by "according to" */
    size_t who;       /* the word that names who says it; NO_TOKEN: nobody does */
} report;

typedef struct clause_list {
    const tree *tree;
    clause *items; /* in the order of their predicates */
    size_t count;
    const clause **of; /* for each token its clause; NULL for words of a fragment without a verb */
} clause_list;

/* The clauses of a sentence, in the arena. No word of `dates` is the subject of a verb, whatever
 * the parser says. */
clause_list clauses_of(const tree *t, const range_list *dates, arena *a);

/* The one that the others depend on, or NULL. */
const clause *clause_main(const clause_list *clauses);

/* Where the words of a relative clause stand for a noun in place of its subject: that noun. */
size_t clause_antecedent(const tree *t, const clause *c);

/* Who says it: by a clause that it is the content of, by one beside it ("…, officials said"), or
 * by "according to". */
report clause_report(const clause_list *clauses, const clause *c);

/* The auxiliary of that class of a clause, or NO_TOKEN; what is joined to another predicate under
 * one auxiliary ("was arrested and charged") has that one's. */
size_t clause_auxiliary(const tree *t, const clause *c, word_classes class);

/* True where the clause, or one that it depends on, is a condition. */
bool clause_is_conditional(const clause *c);

#endif
