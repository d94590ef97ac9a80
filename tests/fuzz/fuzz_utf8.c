/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "fuzz/driver.h"

#include <stdlib.h>

/* Any bytes are decoded to their end; folding keeps valid text valid. */
static void decode(arena *a, slice bytes) {
    bool valid = utf8_check(bytes) == SIZE_MAX;
    for (size_t i = 0, next; i < bytes.length; i = next) {
        utf8_decode(bytes, i, &next);
        if (next <= i || next > bytes.length)
            abort();
    }
    if (utf8_fit(bytes, 10) > bytes.length || utf8_fit(bytes, SIZE_MAX) != bytes.length)
        abort();
    slice folded = utf8_fold(a, bytes);
    if (valid && utf8_check(folded) != SIZE_MAX)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(decode, bytes, length);
    return 0;
}
