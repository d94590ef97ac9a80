/* SPDX-License-Identifier: MIT */
/*
 * An arena owns all the memory, and the foreign objects, of one piece of work (an article, a
 * timeline) and gives them back together.
 *
 * Allocation never returns NULL: where memory ends, the work is left by a jump to the nearest
 * arena_guard() on this thread's stack that guards this arena, which returns the status. Whatever
 * must be released on that way too (a parsed tree of a library, an open file) is handed to
 * arena_defer(). So code between a guard and an allocation needs no checks and cannot leak.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"
#include "dateline.h"

typedef struct arena arena;

/* NULL where memory ended. */
arena *arena_new(void);
void arena_free(arena *a);
/* Releases what was allocated and deferred, and keeps some memory for the next use. */
void arena_reset(arena *a);

/*
 * From now on, what the arena needs beyond so many bytes in memory lies in a file without a name in
 * that folder (NULL: in memory, too), which the system writes out where memory is short. The folder
 * should be on a disk. Where the disk is full or no file can be made, memory is used as before.
 */
void arena_spill(arena *a, size_t in_memory, const char *folder);
/* Whether some of the arena, or of what it is a part of, may lie in the file. */
bool arena_is_in_file(arena *a);
/* What lies in the file, of the arena and its parts, need not stay in memory: for work that looks
 * at much of it once. The arena itself does so whenever some hundred megabytes were allocated. */
void arena_rest(arena *a);

/*
 * A pass over what lies in the file begins, of the arena and of what it is a part of; and some of
 * it is looked at soon, in this pass: what of it was written out is read meanwhile.
 */
void arena_pass(arena *a);
void arena_expect(arena *a, const void *memory, size_t size);

/*
 * An arena within another, whose guards and file are its own, too, and which frees it: for what is
 * needed for a shorter time, or is to lie together. It may be reset, but not freed.
 */
arena *arena_part(arena *a, size_t in_memory);

/*
 * Runs work(context); returns its status, or the status that arena_fail() left it with. Guards of
 * one arena may be nested: a failure goes to the innermost.
 */
dateline_status arena_guard(arena *a, dateline_status (*work)(void *context), void *context);
/* Leaves the guarded work. Must not be called outside of a guard. */
_Noreturn void arena_fail(arena *a, dateline_status status);

/* Memory for any type, not cleared. The second clears it and checks count * size. */
void *arena_alloc(arena *a, size_t size);
void *arena_calloc(arena *a, size_t count, size_t size);
/*
 * What arena_alloc() gave, of `size` bytes, with its contents in `larger` bytes: where it is, if it
 * was the last that was given and there is room, else elsewhere. Memory of its own block, which the
 * largest pieces have, is given back. NULL of size 0 is nothing yet.
 */
void *arena_resize(arena *a, void *memory, size_t size, size_t larger);
#define ARENA_NEW(a, type)          ((type *)arena_calloc((a), 1, sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_calloc((a), (count), sizeof(type)))

/*
 * Scratch memory: what was allocated since the mark was taken is given back at once. Nothing may
 * have been deferred in between, and nothing that was allocated may be used again.
 */
typedef struct arena_mark {
    const void *block;
    size_t used;
} arena_mark;
arena_mark arena_now(const arena *a);
void arena_rewind(arena *a, arena_mark mark);

/* A copy with a NUL behind it, which is not counted. */
slice arena_copy(arena *a, slice s);
/* As sprintf, into the arena. */
slice arena_format(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Calls release(resource) when the arena is reset or freed, the last deferred first; at once
 * where memory ends, so that nothing handed over here is lost. */
void arena_defer(arena *a, void (*release)(void *resource), void *resource);

#endif
