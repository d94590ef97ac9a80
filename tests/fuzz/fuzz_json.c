/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "fuzz/driver.h"

#include <stdlib.h>

/* What is read can be written, and what was written is read and written the same. */
static void parse(arena *a, slice bytes) {
    dateline_status status;
    size_t offset = 0;
    const cJSON *tree = json_parse(a, bytes, &status, &offset);
    if (!tree) {
        if (status == DATELINE_OK || offset > bytes.length)
            abort();
        return;
    }
    slice written = json_print(a, tree);
    const cJSON *again = json_parse(a, written, &status, &offset);
    if (!again || !slice_equal(json_print(a, again), written))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(parse, bytes, length);
    return 0;
}
