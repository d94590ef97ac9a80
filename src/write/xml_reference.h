/* SPDX-License-Identifier: MIT */
/* The characters that mark up XML and HTML, and how text writes them. */
#ifndef WRITE_XML_REFERENCE_H
#define WRITE_XML_REFERENCE_H

#include "base/buffer.h"

/* "&amp;" for '&', likewise for '<', '>' and '"'; "" for every other character. */
static inline slice xml_reference(char c) {
    switch (c) {
    case '&':
        return SLICE("&amp;");
    case '<':
        return SLICE("&lt;");
    case '>':
        return SLICE("&gt;");
    case '"':
        return SLICE("&quot;");
    default:
        return (slice){"", 0};
    }
}

/* Adds the character, or what stands for it. */
static inline void xml_add_char(buffer *out, char c) {
    slice reference = xml_reference(c);
    if (reference.length)
        buffer_add(out, reference);
    else
        buffer_add_char(out, c);
}

#endif
