/* SPDX-License-Identifier: MIT */
#include "read/libxml_errors.h"

#include <libxml/globals.h>
#include <libxml/parser.h>
#include <pthread.h>

static void ignore(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

/* libxml2 prepares itself at its first use, but not for two threads at once. */
static void prepare(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, xmlInitParser);
}

libxml_errors libxml_errors_silence(void) {
    prepare();
    libxml_errors kept = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(NULL, ignore);
    return kept;
}

void libxml_errors_restore(libxml_errors kept) {
    xmlSetStructuredErrorFunc(kept.context, kept.function);
}
