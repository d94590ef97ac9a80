/* SPDX-License-Identifier: MIT */
/* "The 10th anniversary of the clashes": what happened as many years before. */
#ifndef EVENT_ANNIVERSARY_H
#define EVENT_ANNIVERSARY_H

#include "event/clause.h"

typedef struct anniversary {
    int years;
    size_t noun;  /* "anniversary" */
    size_t event; /* the noun that names what happened */
} anniversary;

/* Whether a clause tells of one. */
bool anniversary_find(const tree *t, const clause *c, anniversary *out);

#endif
