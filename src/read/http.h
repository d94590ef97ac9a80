/* SPDX-License-Identifier: MIT */
/* A response of HTTP/1 (RFC 9112) as archives keep it: its header, and the body in plain bytes. */
#ifndef READ_HTTP_H
#define READ_HTTP_H

#include "base/arena.h"

/* Bytes of a body that was packed; what would be more is left out. */
#define LARGEST_BODY ((size_t)8 << 20)

typedef struct http_response {
    int status;       /* 200; 0 where the bytes are no response */
    slice media_type; /* "text/html"; "" where the header does not say */
    slice charset;    /* "" likewise */
    slice body; /* not chunked and not packed any more; may be cut short where it was damaged */
    bool is_unknown; /* packed in a way that is not known here: there is no body */
} http_response;

http_response http_read(slice message, arena *a);

#endif
