/* SPDX-License-Identifier: MIT */
/* Characters that are written as HTML writes them: "&amp;", "&#8217;", "&#x2019;". */
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include "base/buffer.h"

/* Adds the character; the reference itself, '&' and ';' included, where it is not known. */
void entity_add(buffer *out, slice reference);

#endif
