/* SPDX-License-Identifier: MIT */
#include "base/diagnostics.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

#define LONGEST_MESSAGE 512

const char *dateline_status_text(dateline_status status) {
    static const char *const text[] = {
#define STATUS_TEXT(name, words) words,
        DATELINE_STATUS_LIST(STATUS_TEXT)
#undef STATUS_TEXT
    };
    size_t index = (size_t)status;
    return index < sizeof text / sizeof *text ? text[index] : "unknown status";
}

/* Without the beginning of a character that the end of the space cut off. */
static slice whole_characters(slice s) {
    if (s.length == LONGEST_MESSAGE - 1) {
        while (s.length && utf8_is_continuation(s.data[s.length - 1]))
            s.length--;
        if (s.length && (unsigned char)s.data[s.length - 1] >= 0xC0)
            s.length--;
    }
    return s;
}

void diagnose(diagnostics *d, dateline_status status, dateline_severity severity, slice document,
              size_t offset, const char *format, ...) {
    char message[LONGEST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    slice text = whole_characters(slice_of(message));
    *vector_push(&d->list, d->owner) = (dateline_diagnostic){
        .status = status,
        .severity = severity,
        .document = arena_copy(d->owner, document).data,
        .offset = offset,
        .message = arena_copy(d->owner, text).data,
    };
}

size_t diagnostics_report(diagnostics *d, dateline_report *report, void *user) {
    size_t skipped = 0;
    for (size_t i = 0; i < d->list.count; i++) {
        skipped += d->list.items[i].severity == DATELINE_SKIPPED;
        if (report)
            report(user, &d->list.items[i]);
    }
    d->list.count = 0;
    return skipped;
}
