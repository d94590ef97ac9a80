/* SPDX-License-Identifier: MIT */
/* Quotations that go on over several sentences. */
#ifndef EVENT_QUOTATION_H
#define EVENT_QUOTATION_H

#include "lang/sentence.h"

/* Where the sentences of a block stand: in a quotation, or not. */
typedef struct quotation {
    size_t begun; /* the sentence that the open one began in; SIZE_MAX: none is open */
} quotation;

/* Goes over a sentence, number `which` of the block, up to where the next one starts. */
void quotation_pass(quotation *q, slice text, const sentence *s, size_t which, size_t next);

/* The sentence in which the quotation began that sentence `which`, the next to be passed, begins in
 * or with; SIZE_MAX where it begins in none. */
size_t quotation_of(const quotation *q, slice text, const sentence *s, size_t which);

/* Whether a quotation ends in the sentence. */
bool quotation_ends_in(slice text, const sentence *s);

#endif
