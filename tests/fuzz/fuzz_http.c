/* SPDX-License-Identifier: MIT */
/* Responses of HTTP, as web archives keep them. */
#include "read/http.h"

#include "fuzz/driver.h"

#include <stdlib.h>

static void read_response(arena *a, slice bytes) {
    http_response r = http_read(bytes, a);
    char sum = 0;
    for (size_t i = 0; i < r.body.length; i++)
        sum = (char)(sum ^ r.body.data[i]);
    if (r.status < 0 || r.status > 999 || (r.is_unknown && r.body.length + (sum != 0) > 0))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(read_response, bytes, length);
    return 0;
}
