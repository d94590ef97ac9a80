/* SPDX-License-Identifier: MIT */
/*
 * The main of a fuzz driver where libFuzzer brings none: hands it each file that is named, whole,
 * cut off at many places, and with one byte changed at many places. Falling is the failure.
 */
#include "fuzz/driver.h"

#include <stdio.h>
#include <stdlib.h>

#define LARGEST_SEED ((size_t)1 << 20)
#define PLACES       200

/* The bytes are copied to a block of just their size, so that a read beyond them is seen. */
static void try_bytes(const uint8_t *bytes, size_t length) {
    uint8_t *exact = malloc(length ? length : 1);
    if (!exact)
        abort();
    memcpy(exact, bytes, length);
    LLVMFuzzerTestOneInput(exact, length);
    free(exact);
}

static void try_variants(uint8_t *bytes, size_t length) {
    static const uint8_t spoilers[] = {0, '"', '\n', '9', 0x80, 0xFF};
    size_t step = length / PLACES + 1;
    try_bytes(bytes, length);
    for (size_t i = 0; i < length; i += step) {
        uint8_t kept = bytes[i];
        try_bytes(bytes, i);
        bytes[i] = spoilers[i / step % sizeof spoilers];
        try_bytes(bytes, length);
        bytes[i] = kept;
    }
}

int main(int count, char **paths) {
    uint8_t *bytes = malloc(LARGEST_SEED);
    int passed = 0;
    for (int i = 1; bytes && i < count; i++) {
        FILE *file = fopen(paths[i], "rb");
        if (!file) {
            printf("%s: cannot be opened\n", paths[i]);
            continue;
        }
        size_t length = fread(bytes, 1, LARGEST_SEED, file);
        fclose(file);
        try_variants(bytes, length);
        passed++;
    }
    free(bytes);
    printf("%d passed, %d failed\n", passed, count - 1 - passed);
    return passed == count - 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
