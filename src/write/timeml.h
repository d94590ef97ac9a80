/* SPDX-License-Identifier: MIT */
/*
 * TimeML 1.2.1 (Saurí et al. 2006), each article a document of its own in the frame of TempEval-3:
 * the text with its TIMEX3 and EVENT, behind it a MAKEINSTANCE for each event, and a TLINK for each
 * that an expression dates.
 */
#ifndef WRITE_TIMEML_H
#define WRITE_TIMEML_H

#include "write/lines.h"

/* Adds the article's document, which ends with a line end. The tags have events. */
void timeml_add(buffer *out, const article *from, const tag_list *tags);

#endif
