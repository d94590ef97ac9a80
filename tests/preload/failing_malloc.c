/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library (LD_PRELOAD), lets the allocation fail whose number FAIL_AT gives,
 * counted from 1, and at the end writes how many there were to the file that COUNT_TO names. Those
 * that libxml2 makes itself never fail: in some places it does not survive that (2.9.14, in
 * htmlParseDocument()). With OWN_ONLY none but those of the program itself are counted and fail:
 * the libraries that draw charts and write calendars do not survive it either.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static atomic_ulong allocations;
static unsigned long fail_at;
static FILE *count_to;
static const void *program; /* where it lies, if it alone is to fail */

static int fails(const void *caller) {
    Dl_info library;
    if (program && (!dladdr(caller, &library) || library.dli_fbase != program))
        return 0;
    if (atomic_fetch_add(&allocations, 1) + 1 != fail_at ||
        (dladdr(caller, &library) && strstr(library.dli_fname, "libxml2")))
        return 0;
    errno = ENOMEM;
    return 1;
}

__attribute__((visibility("default"))) void *malloc(size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

__attribute__((visibility("default"))) void *calloc(size_t count, size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

__attribute__((visibility("default"))) void *realloc(void *memory, size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(memory, size);
}

/* Large blocks of an arena are mapped. */
__attribute__((visibility("default"))) void *mmap(void *at, size_t size, int protection, int flags,
                                                  int file, off_t offset) {
    if ((flags & MAP_ANONYMOUS) && fails(__builtin_return_address(0)))
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, at, size, protection, flags, file, offset);
}

/* What is allocated before main is the loader's, and not counted; later the program has shut itself
   in, and can open no file of ours. */
__attribute__((constructor)) static void begin(void) {
    const char *number = getenv("FAIL_AT");
    Dl_info main_program;
    if (getenv("OWN_ONLY") && dladdr((const void *)getauxval(AT_ENTRY), &main_program))
        program = main_program.dli_fbase;
    unsetenv("LD_PRELOAD"); /* what it starts is not meant */
    const char *path = getenv("COUNT_TO");
    count_to = path ? fopen(path, "w") : NULL;
    allocations = 0;
    fail_at = number ? strtoul(number, NULL, 10) : 0;
}

__attribute__((destructor)) static void end(void) {
    unsigned long count = allocations;
    if (!count_to)
        return;
    fprintf(count_to, "%lu\n", count);
    fclose(count_to);
}
