/* SPDX-License-Identifier: MIT */
#include "read/libxml_errors.h"

#include <libxml/globals.h>

static void ignore(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

libxml_errors libxml_errors_silence(void) {
    libxml_errors kept = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(NULL, ignore);
    return kept;
}

void libxml_errors_restore(libxml_errors kept) {
    xmlSetStructuredErrorFunc(kept.context, kept.function);
}
