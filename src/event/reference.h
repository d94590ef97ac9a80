/* SPDX-License-Identifier: MIT */
/*
 * What a pronoun stands for, where that is safe to say: a name or a noun that is the subject of
 * what was told before, in the sentence or in those before it.
 */
#ifndef EVENT_REFERENCE_H
#define EVENT_REFERENCE_H

#include "event/clause.h"

/* The last subjects of a text, from which pronouns are read. "" is unknown. */
typedef struct last_subjects {
    slice person;  /* a name that "he" or "she" may stand for */
    slice company; /* a name that "it" may stand for */
    slice group;   /* what "they" may stand for */
} last_subjects;

/* The subjects of a sentence's main clauses. False where it goes on about those before it. */
bool subjects_of(const clause_list *clauses, last_subjects *last, arena *a);

/*
 * What the pronoun at `at`, a word of clause `c`, stands for in its sentence, or what brackets
 * behind a noun say that it does; "" where that is not safe to say.
 */
slice reference_within(const clause_list *clauses, const clause *c, size_t at, arena *a);

/*
 * Whether the sentences before may tell what the pronoun at `at` stands for, if its own does not:
 * "he", "she", "they", "it", no other and no subject before it, which may be what is meant.
 */
bool reference_is_open(const clause_list *clauses, size_t at);

/* The same as reference_within() of one that is open, by `last`, the subjects of those sentences.
 */
slice reference_before(const tree *t, size_t at, const last_subjects *last);

/* The words that name somebody: the noun with what belongs to it, short; "" for a pronoun. */
slice name_of_subject(const tree *t, size_t at, arena *a);

#endif
