/* SPDX-License-Identifier: MIT */
/*
 * libxml2 tells standard error of some errors that no parser is asked about, such as the end of
 * memory. Around each use of it that is put off for this thread; no jump may lead out between:
 *
 *     libxml_errors kept = libxml_errors_silence();
 *     ... htmlNewParserCtxt() ...
 *     libxml_errors_restore(kept);
 */
#ifndef READ_LIBXML_ERRORS_H
#define READ_LIBXML_ERRORS_H

#include <libxml/xmlerror.h>

typedef struct libxml_errors {
    xmlStructuredErrorFunc function;
    void *context;
} libxml_errors;

libxml_errors libxml_errors_silence(void);
void libxml_errors_restore(libxml_errors kept);

#endif
