/* SPDX-License-Identifier: MIT */
/* "Thursday was the 10th anniversary of clashes …" dates the clashes, too. */
#ifndef EVENT_ANNIVERSARY_H
#define EVENT_ANNIVERSARY_H

#include "event/clause.h"

typedef struct anniversary {
    int years;         /* how many */
    token_range event; /* the words behind "of" */
} anniversary;

/* The anniversary that a range of an analysed sentence tells of; false if it tells of none. */
bool anniversary_find(slice text, const sentence *s, token_range where, anniversary *out);

#endif
