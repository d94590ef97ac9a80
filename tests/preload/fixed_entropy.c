/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library (LD_PRELOAD), lets the system draw the same lot each time: bytes of
 * the number that ENTROPY gives, one more for each that was drawn before. "none": it draws nothing.
 */
#define _DEFAULT_SOURCE

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((visibility("default"))) int getentropy(void *to, size_t length) {
    static atomic_uint drawn;
    const char *wanted = getenv("ENTROPY");
    if (!wanted || strcmp(wanted, "none") == 0) {
        errno = ENOSYS;
        return -1;
    }
    memset(to, (int)((unsigned)atoi(wanted) + atomic_fetch_add(&drawn, 1)), length);
    return 0;
}

/* What the program starts is not meant. */
__attribute__((constructor)) static void begin(void) {
    unsetenv("LD_PRELOAD");
}
