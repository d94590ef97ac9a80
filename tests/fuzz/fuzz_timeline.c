/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "fuzz/driver.h"
#include "timeline/timeline_json.h"
#include "write/writers.h"

#include <stdlib.h>

static bool add_to_buffer(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

static slice written(arena *a, const timeline *t) {
    static const dateline_layout layout = {0};
    buffer b = buffer_in(a);
    output out = {.sink = add_to_buffer, .user = &b};
    diagnostics said = diagnostics_in(a);
    write_job job = {t, &layout, DATELINE_JSON, a, &said, &out};
    if (write_json(&job) != DATELINE_OK)
        abort();
    return buffer_slice(&b);
}

/* A timeline that is read can be written, and what was written is read and written the same. */
static void read_timeline(arena *a, slice bytes) {
    timeline *read, *again;
    diagnostics said = diagnostics_in(a);
    if (timeline_of_json(bytes, SLICE("fuzz"), a, &read, &said) != DATELINE_OK)
        return;
    slice first = written(a, read);
    if (timeline_of_json(first, SLICE("fuzz"), a, &again, &said) != DATELINE_OK ||
        !slice_equal(written(a, again), first))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(read_timeline, bytes, length);
    return 0;
}
