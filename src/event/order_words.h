/* SPDX-License-Identifier: MIT */
/* Words that tell the order of events. They stand in en/order_words.re. */
#ifndef EVENT_ORDER_WORDS_H
#define EVENT_ORDER_WORDS_H

#include "base/slice.h"

/* "after", "following": what happens is later than the event behind the word. */
bool word_puts_behind(slice word);

/* "a", "another": a determiner that leaves open which one is meant. */
bool word_is_indefinite(slice word);

#endif
