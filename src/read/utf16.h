/* SPDX-License-Identifier: MIT */
/* UTF-16, as some systems save text, made UTF-8 piece by piece. */
#ifndef READ_UTF16_H
#define READ_UTF16_H

#include "base/slice.h"

/* The order of the two bytes of a unit. */
typedef enum utf16_order { UTF16_NONE, UTF16_LITTLE, UTF16_BIG } utf16_order;

/* What the byte-order mark says that the bytes begin with; UTF16_NONE without one. */
#define UTF16_MARK_LENGTH 2
utf16_order utf16_order_of(slice bytes);

/*
 * Writes as many whole characters as there are, and as `room` (at least 4) holds; `used` is how
 * many bytes they took. A surrogate without its other half is written as U+FFFD, and so is, with
 * `is_last`, a character that is cut.
 */
size_t utf16_to_utf8(slice bytes, utf16_order order, bool is_last, char *out, size_t room,
                     size_t *used);

#endif
