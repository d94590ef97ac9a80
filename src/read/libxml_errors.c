/* SPDX-License-Identifier: MIT */
#include "read/libxml_errors.h"

#include <libxml/globals.h>
#include <libxml/parser.h>
#include <pthread.h>

static void ignore(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

/* libxml2 prepares itself at its first use, but not for two threads at once. */
static pthread_once_t libxml_prepared = PTHREAD_ONCE_INIT;

libxml_errors libxml_errors_silence(void) {
    pthread_once(&libxml_prepared, xmlInitParser);
    libxml_errors kept = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(NULL, ignore);
    return kept;
}

void libxml_errors_restore(libxml_errors kept) {
    xmlSetStructuredErrorFunc(kept.context, kept.function);
}
