/* SPDX-License-Identifier: MIT */
/*
 * The front matter that site generators put above a text: YAML between two lines "---". What such
 * matter holds in practice is read, and also what is no valid YAML ("title: Fire: two hurt"): keys
 * at the beginning of a line; values plain, in quotes with their escapes, lists in brackets or an
 * item a line, texts over several lines. Of nested maps nothing is read.
 */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include "read/fields.h"

/* The offset behind the front matter, whose fields are read; 0 where there is none. */
size_t front_matter_read(slice text, arena *a, fields *given);

#endif
