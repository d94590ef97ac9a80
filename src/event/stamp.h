/* SPDX-License-Identifier: MIT */
/*
 * Times that pages set beside what they show: "Posted by Ana | May 27, 2010 9:13 PM | Reply", "At
 * 9:44 pm on 12 May, Ana wrote: …". They say when the page's words were written, not when anything
 * happened, so no sentence has to be parsed for them.
 */
#ifndef EVENT_STAMP_H
#define EVENT_STAMP_H

#include "lang/sentence.h"
#include "time/timex.h"

/* Whether an expression is a time to the minute with a bar right before or behind it. */
bool timex_is_stamp(slice text, const timex *t);

/* Whether a sentence begins with such a time and "somebody wrote:" is what that dates. */
bool sentence_is_comment(slice text, const sentence *s, const timex *first);

#endif
