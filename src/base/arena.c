/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* madvise */

#include "base/arena.h"

#include "base/spill.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#define FIRST_BLOCK_SIZE   ((size_t)16 << 10)
#define LARGEST_BLOCK_SIZE (HUGE_PAGE - sizeof(block))
#define HUGE_PAGE          ((size_t)2 << 20) /* of most processors; larger ones are not asked for */
#define REST_AFTER         ((size_t)256 << 20) /* bytes allocated from one rest to the next */
#define SPILLED_BLOCK_SIZE ((size_t)16 << 20)  /* the system maps so many blocks only */
#define ALIGNMENT          _Alignof(max_align_t)

typedef struct block {
    struct block *previous;
    size_t size;
    spill *from; /* the file that it lies in; NULL: none */
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

/* The file of all parts of an arena. */
typedef struct spill_file {
    spill *spill; /* NULL until it is needed */
    char *folder; /* where it is going to be; NULL: nowhere, or it is there */
} spill_file;

struct arena {
    block *last;
    size_t used;      /* bytes of the last block */
    size_t held;      /* bytes of the blocks that are not in the file */
    size_t in_memory; /* as many may be held before the file is used */
    arena *whole;     /* of which it is a part; NULL: of none */
    arena *parts;     /* the newest of them */
    arena *next;      /* part of the same whole */
    spill_file file;  /* of a whole */
    size_t unrested;  /* bytes of blocks since the last rest, of a whole and all its parts */
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

/* ---- Memory of blocks --------------------------------------------------------------------- */

static size_t whole_huge_pages(size_t size) {
    return (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/*
 * Each page that is touched first costs a way through the kernel, which is more than most work on
 * its bytes: blocks of a huge page and more lie where the system can make them of a few of these.
 */
static void *map_block(size_t size) {
    size_t mapped = whole_huge_pages(size);
    char *memory =
        mmap(NULL, mapped + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    size_t before = HUGE_PAGE - (uintptr_t)memory % HUGE_PAGE;
    munmap(memory, before);
    if (before < HUGE_PAGE)
        munmap(memory + before + mapped, HUGE_PAGE - before);
#ifdef MADV_HUGEPAGE
    madvise(memory + before, mapped, MADV_HUGEPAGE); /* the last one too, of which a part is used */
#endif
    return memory + before;
}

static void *block_memory(size_t size) {
    return size < HUGE_PAGE ? malloc(size) : map_block(size);
}

static void free_block(arena *a, block *b) {
    size_t size = sizeof(block) + b->size;
    a->held -= b->from ? 0 : b->size;
    if (b->from)
        spill_free(b->from, b, size);
    else if (size < HUGE_PAGE)
        free(b);
    else
        munmap(b, whole_huge_pages(size));
}

/* ---- The arena ---------------------------------------------------------------------------- */

/* Keeps the newest block, which is the largest that the last use asked for in the common case. */
void arena_reset(arena *a) {
    run_cleanup(a);
    a->parts = NULL; /* they were freed */
    for (block *b = a->last ? a->last->previous : NULL; b;) {
        block *previous = b->previous;
        free_block(a, b);
        b = previous;
    }
    if (a->last && (a->last->size > LARGEST_BLOCK_SIZE || a->last->from)) {
        free_block(a, a->last);
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
    if (a->last)
        free_block(a, a->last);
    spill_close(a->file.spill);
    free(a->file.folder);
    free(a);
}

static void free_part(void *part) {
    arena_free(part);
}

arena *arena_part(arena *a, size_t in_memory) {
    arena *part = arena_new();
    if (!part)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, free_part, part);
    part->whole = a;
    part->in_memory = in_memory;
    part->next = a->parts;
    a->parts = part;
    return part;
}

static arena *whole_of(arena *a) {
    while (a->whole)
        a = a->whole;
    return a;
}

void arena_spill(arena *a, size_t in_memory, const char *folder) {
    if (folder && !a->file.spill && !a->file.folder)
        a->file.folder = strdup(folder);
    a->in_memory = in_memory;
}

/* The file, if the next block is to lie in it; it is made the first time. */
static spill *file_for_next(arena *a) {
    spill_file *file = &whole_of(a)->file;
    if (a->held < a->in_memory)
        return NULL;
    if (file->folder)
        file->spill = spill_open(file->folder);
    free(file->folder);
    file->folder = NULL;
    return file->spill;
}

bool arena_is_in_file(arena *a) {
    return whole_of(a)->file.spill;
}

void arena_rest(arena *a) {
    for (block *b = a->last; b; b = b->previous)
        if (b->from)
            spill_rest(b, sizeof(block) + b->size);
    for (arena *part = a->parts; part; part = part->next)
        arena_rest(part);
    a->unrested = 0;
}

void arena_pass(arena *a) {
    if (whole_of(a)->file.spill)
        spill_pass(whole_of(a)->file.spill);
}

void arena_expect(arena *a, const void *memory, size_t size) {
    spill *file = whole_of(a)->file.spill;
    if (file && size)
        spill_expect(file, memory, size);
}

/* Of work that goes on for long, what it has passed does not fill the memory. */
static void rest_at_times(arena *a, size_t allocated) {
    arena *whole = whole_of(a);
    whole->unrested += allocated;
    if (whole->file.spill && whole->unrested >= REST_AFTER)
        arena_rest(whole);
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
    while (!a->innermost && a->whole)
        a = a->whole;
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
    if (wanted > SIZE_MAX / 2)
        return false;
    spill *from = file_for_next(a);
    if (from && wanted < SPILLED_BLOCK_SIZE)
        wanted = SPILLED_BLOCK_SIZE;
    block *b = from ? spill_alloc(from, sizeof(block) + wanted) : NULL;
    from = b ? from : NULL;
    if (!b)
        b = block_memory(sizeof(block) + wanted);
    if (!b)
        return false;
    b->previous = a->last;
    b->size = wanted;
    b->from = from;
    a->last = b;
    a->used = 0;
    a->held += from ? 0 : wanted;
    rest_at_times(a, wanted);
    return true;
}

/* NULL where memory ends. */
static void *try_alloc(arena *a, size_t size, size_t alignment) {
    size_t start = (a->used + alignment - 1) / alignment * alignment;
    if (!a->last || start > a->last->size || a->last->size - start < size) {
        if (!add_block(a, size))
            return NULL;
        start = 0;
    }
    a->used = start + size;
    return (char *)a->last->memory + start;
}

static void *alloc_aligned(arena *a, size_t size, size_t alignment) {
    void *memory = try_alloc(a, size, alignment);
    if (!memory)
        arena_fail(a, DATELINE_NO_MEMORY);
    return memory;
}

void *arena_alloc(arena *a, size_t size) {
    return alloc_aligned(a, size, ALIGNMENT);
}

/* Gives a block back that holds nothing but the memory. A mark may be of the last one: it stays. */
static void free_own_block(arena *a, const void *memory, size_t size) {
    for (block *b = a->last; b && b->previous; b = b->previous) {
        block *own = b->previous;
        if ((const void *)own->memory != memory || own->size != size)
            continue;
        b->previous = own->previous;
        free_block(a, own);
        return;
    }
}

void *arena_resize(arena *a, void *memory, size_t size, size_t larger) {
    char *end = a->last ? (char *)a->last->memory + a->used : NULL;
    if (size && (char *)memory + size == end && larger - size <= a->last->size - a->used) {
        a->used += larger - size;
        return memory;
    }
    void *moved = arena_alloc(a, larger);
    if (size)
        memcpy(moved, memory, size);
    if (size > LARGEST_BLOCK_SIZE)
        free_own_block(a, memory, size);
    return moved;
}

void *arena_calloc(arena *a, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        arena_fail(a, DATELINE_NO_MEMORY);
    return memset(arena_alloc(a, count * size), 0, count * size);
}

/* An empty block may give way to a larger one: the mark is then of the block before it. */
arena_mark arena_now(const arena *a) {
    return (arena_mark){a->last && !a->used ? a->last->previous : a->last, a->used};
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
        free_block(a, previous);
    }
    a->used = 0;
}

slice arena_copy(arena *a, slice s) {
    if (s.length == SIZE_MAX)
        arena_fail(a, DATELINE_NO_MEMORY);
    char *copy = alloc_aligned(a, s.length + 1, 1);
    if (s.length)
        memcpy(copy, s.data, s.length);
    copy[s.length] = '\0';
    return (slice){copy, s.length};
}

slice arena_format(arena *a, const char *format, ...) {
    char few[64]; /* most texts fit, so that they are made once */
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(few, sizeof few, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_fail(a, DATELINE_NO_MEMORY);
    size_t size = (size_t)length + 1;
    char *text = alloc_aligned(a, size, 1);
    if (size <= sizeof few) {
        memcpy(text, few, size);
        return (slice){text, size - 1};
    }
    va_start(arguments, format);
    vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return (slice){text, size - 1};
}

void arena_defer(arena *a, void (*release)(void *resource), void *resource) {
    deferred *d = try_alloc(a, sizeof *d, ALIGNMENT);
    if (!d) {
        release(resource);
        arena_fail(a, DATELINE_NO_MEMORY);
    }
    *d = (deferred){a->cleanup, release, resource};
    a->cleanup = d;
}
