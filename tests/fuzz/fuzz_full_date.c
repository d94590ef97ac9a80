/* SPDX-License-Identifier: MIT */
#include "base/full_date.h"
#include "fuzz/driver.h"

#include <stdlib.h>

/* What is written of a date that was read is read as the same date. */
static void reads_back(moment read) {
    char text[MOMENT_TEXT_SIZE];
    moment again;
    moment_write(read, text);
    if (full_date_of(slice_of(text), &again) != FULL_DATE_FOUND || again.day != read.day ||
        again.minute != read.minute)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    slice text = {(const char *)bytes, length};
    moment found;
    size_t taken;
    if (full_date_at(text, &found, &taken) == FULL_DATE_FOUND) {
        if (taken > length || found.day < 1 || found.day > LAST_DAY)
            abort();
        reads_back(found);
    }
    if (full_date_of(text, &found) == FULL_DATE_FOUND)
        reads_back(found);
    return 0;
}
