/* SPDX-License-Identifier: MIT */
/* Text made part of a page: never mark-up, whatever is in it. */
#ifndef WRITE_HTML_TEXT_H
#define WRITE_HTML_TEXT_H

#include "base/buffer.h"

/* Adds text, on one line, of valid characters. It may stand in an attribute, in quotes, too. */
void html_add_text(buffer *out, slice text);
/* Adds the text as an id, or a link to it: what is no letter, digit, "-" or "_" becomes ".XX". */
void html_add_id(buffer *out, slice text);
/* Adds the source expression of a Content-Security-Policy that allows these bytes: 'sha256-…'. */
void html_add_hash(buffer *out, slice bytes);

#endif
