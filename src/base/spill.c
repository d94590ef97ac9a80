/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* madvise, mkstemp */

#include "base/spill.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes that are read at once, and how many of the latest such windows are known: of 16 GB. */
#define WINDOW        ((size_t)256 << 10)
#define WINDOWS_KNOWN 65536

struct spill {
    int file;
    size_t page;                       /* bytes of a page of memory */
    off_t end;                         /* of what was given */
    uintptr_t expected[WINDOWS_KNOWN]; /* by WINDOW: addresses, each at its remainder */
};

/* A file above the standard streams, of which one may be closed: nobody is to write to it. */
static int above_streams(int file) {
    int above = file < 0 ? -1 : fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (file >= 0)
        close(file);
    return above;
}

spill *spill_open(const char *folder) {
    static const char name[] = "/dateline-XXXXXX";
    spill *s = calloc(1, sizeof *s);
    char *path = malloc(strlen(folder) + sizeof name);
    if (s && path) {
        strcat(strcpy(path, folder), name);
        s->file = mkstemp(path);
        if (s->file >= 0)
            unlink(path);
        s->file = above_streams(s->file);
    }
    bool failed = !s || !path || s->file < 0;
    free(path);
    if (failed) {
        free(s);
        return NULL;
    }
    s->page = (size_t)sysconf(_SC_PAGESIZE);
    return s;
}

void spill_close(spill *s) {
    if (!s)
        return;
    close(s->file);
    free(s);
}

static size_t whole_pages(const spill *s, size_t size) {
    return (size + s->page - 1) / s->page * s->page;
}

void *spill_alloc(spill *s, size_t size) {
    size = whole_pages(s, size);
    if (posix_fallocate(s->file, s->end, (off_t)size) != 0)
        return NULL;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, s->file, s->end);
    if (memory == MAP_FAILED)
        return NULL;
    s->end += (off_t)size;
    madvise(memory, size, MADV_RANDOM); /* else each page that is missed brings others along */
    return memory;
}

/* What was written must not go to the disk any more, where the system can be told so. */
void spill_free(spill *s, void *memory, size_t size) {
    size = whole_pages(s, size);
#ifdef MADV_REMOVE
    madvise(memory, size, MADV_REMOVE);
#endif
    munmap(memory, size);
}

void spill_pass(spill *s) {
    memset(s->expected, 0, sizeof s->expected);
}

/* A window may begin before what was mapped, or end behind it: that is passed over. */
void spill_expect(spill *s, const void *memory, size_t size) {
    uintptr_t last = ((uintptr_t)memory + size) / WINDOW;
    for (uintptr_t window = (uintptr_t)memory / WINDOW; window <= last; window++) {
        uintptr_t *expected = &s->expected[window % WINDOWS_KNOWN];
        if (*expected != window)
            madvise((void *)(window * WINDOW), WINDOW, MADV_WILLNEED);
        *expected = window;
    }
}

void spill_rest(void *memory, size_t size) {
    madvise(memory, size, MADV_DONTNEED);
}
