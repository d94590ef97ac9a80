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
/*
 * A pass over what was given begins; and some of it is looked at soon in this pass. A window around
 * that is read meanwhile, each once a pass: so a pass reads the file once, in large pieces, in
 * whatever order it goes over it, and what it does not come to is not read.
 */
void spill_pass(spill *s);
void spill_expect(spill *s, const void *memory, size_t size);
/* The memory keeps what it holds, which need not be in memory any more. */
void spill_rest(void *memory, size_t size);

#endif
