/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a web page as UTF-8. Pages say which charset they are in, and are often wrong; so
 * what the bytes themselves are comes first where it cannot be mistaken. The order:
 *
 *   1. a byte-order mark;
 *   2. UTF-8, where all bytes are, and some of them are not ASCII; or where most of those are
 *      and nothing else was declared: the others are windows-1252;
 *   3. the charset that was declared beside the page (`declared`: the header of a transfer), by a
 *      `meta` element or by an XML declaration, where no more than a few bytes are wrong in it;
 *   4. windows-1252, which every sequence of bytes nearly is.
 *
 * Names are those of the web (https://encoding.spec.whatwg.org): what says ISO-8859-1 is
 * windows-1252, what says GB2312 is GB18030.
 */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/arena.h"

typedef struct charset_reading {
    slice text; /* valid UTF-8 without NUL, which becomes a space; may be the bytes given */
    const char *charset; /* its name, of those that iconv knows */
    size_t wrong;        /* sequences of bytes that are none in it; each became U+FFFD, or what
                            windows-1252 has for it */
    bool was_declared_wrongly;
} charset_reading;

charset_reading charset_read(slice bytes, slice declared, arena *a);

#endif
