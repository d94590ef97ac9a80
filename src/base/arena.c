/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_BLOCK_SIZE   ((size_t)16 << 10)
#define LARGEST_BLOCK_SIZE ((size_t)1 << 20)
#define ALIGNMENT          _Alignof(max_align_t)

typedef struct block {
    struct block *previous;
    size_t size;
    max_align_t memory[];
} block;

typedef struct deferred {
    struct deferred *previous;
    void (*release)(void *resource);
    void *resource;
} deferred;

typedef struct guard {
    struct guard *outer;
    jmp_buf exit;
    dateline_status status;
} guard;

struct arena {
    block *last;
    size_t used; /* bytes of the last block */
    deferred *cleanup;
    guard *innermost;
};

arena *arena_new(void) {
    return calloc(1, sizeof(arena));
}

static void run_cleanup(arena *a) {
    while (a->cleanup) {
        deferred *d = a->cleanup;
        a->cleanup = d->previous;
        d->release(d->resource);
    }
}

/* Keeps the newest block, which is the largest that the last use asked for in the common case. */
void arena_reset(arena *a) {
    run_cleanup(a);
    for (block *b = a->last ? a->last->previous : NULL; b;) {
        block *previous = b->previous;
        free(b);
        b = previous;
    }
    if (a->last && a->last->size > LARGEST_BLOCK_SIZE) {
        free(a->last);
        a->last = NULL;
    } else if (a->last) {
        a->last->previous = NULL;
    }
    a->used = 0;
}

void arena_free(arena *a) {
    if (!a)
        return;
    arena_reset(a);
    free(a->last);
    free(a);
}

dateline_status arena_guard(arena *a, dateline_status (*work)(void *context), void *context) {
    guard g = {.outer = a->innermost};
    a->innermost = &g;
    dateline_status status = DATELINE_OK;
    if (setjmp(g.exit) == 0)
        status = work(context);
    else
        status = g.status;
    a->innermost = g.outer;
    return status;
}

void arena_fail(arena *a, dateline_status status) {
    if (!a->innermost)
        abort();
    a->innermost->status = status;
    longjmp(a->innermost->exit, 1);
}

static bool add_block(arena *a, size_t size) {
    size_t wanted = a->last ? a->last->size * 2 : FIRST_BLOCK_SIZE;
    if (wanted > LARGEST_BLOCK_SIZE)
        wanted = LARGEST_BLOCK_SIZE;
    if (wanted < size)
        wanted = size;
    block *b = wanted <= SIZE_MAX - sizeof(block) ? malloc(sizeof(block) + wanted) : NULL;
    if (!b)
        return false;
    b->previous = a->last;
    b->size = wanted;
    a->last = b;
    a->used = 0;
    return true;
}

/* NULL where memory ends. */
static void *try_alloc(arena *a, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if ((!a->last || a->last->size - a->used < size) && !add_block(a, size))
        return NULL;
    void *memory = (char *)a->last->memory + a->used;
    a->used += size;
    return memory;
}

void *arena_alloc(arena *a, size_t size) {
    void *memory = try_alloc(a, size);
    if (!memory)
        arena_fail(a, DATELINE_NO_MEMORY);
    return memory;
}

void *arena_calloc(arena *a, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        arena_fail(a, DATELINE_NO_MEMORY);
    return memset(arena_alloc(a, count * size), 0, count * size);
}

arena_mark arena_now(const arena *a) {
    return (arena_mark){a->last, a->used};
}

/* The newest block is kept, emptied, where the mark's had no room: the next scratch will fit. */
void arena_rewind(arena *a, arena_mark mark) {
    if (a->last == mark.block) {
        a->used = mark.used;
        return;
    }
    while (a->last->previous != mark.block) {
        block *previous = a->last->previous;
        a->last->previous = previous->previous;
        free(previous);
    }
    a->used = 0;
}

slice arena_copy(arena *a, slice s) {
    if (s.length == SIZE_MAX)
        arena_fail(a, DATELINE_NO_MEMORY);
    char *copy = arena_alloc(a, s.length + 1);
    if (s.length)
        memcpy(copy, s.data, s.length);
    copy[s.length] = '\0';
    return (slice){copy, s.length};
}

slice arena_format(arena *a, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_fail(a, DATELINE_NO_MEMORY);
    size_t size = (size_t)length + 1;
    char *text = arena_alloc(a, size);
    va_start(arguments, format);
    vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return (slice){text, size - 1};
}

void arena_defer(arena *a, void (*release)(void *resource), void *resource) {
    deferred *d = try_alloc(a, sizeof *d);
    if (!d) {
        release(resource);
        arena_fail(a, DATELINE_NO_MEMORY);
    }
    *d = (deferred){a->cleanup, release, resource};
    a->cleanup = d;
}
