/* SPDX-License-Identifier: MIT */
/*
 * Memory that lies in a file without a name, mapped: the system may write it out and take the
 * memory back at any time. The room on the disk is reserved, so that it cannot end later.
 */
#ifndef BASE_SPILL_H
#define BASE_SPILL_H

#include <stddef.h>

typedef struct spill spill;

/* In that folder; NULL where no file can be made there. */
spill *spill_open(const char *folder);
/* NULL is allowed; the memory that it gave must have been freed. */
void spill_close(spill *s);

/* Memory of at least that size, cleared; NULL where the disk is full. */
void *spill_alloc(spill *s, size_t size);
void spill_free(spill *s, void *memory, size_t size);
/* It is looked at soon: what of it is not in memory is read meanwhile. Any part of what was given.
 */
void spill_expect(const spill *s, const void *memory, size_t size);
/* The memory keeps what it holds, which need not be in memory any more. */
void spill_rest(void *memory, size_t size);

#endif
