/* SPDX-License-Identifier: MIT */
/* Words that tell the order of events. They stand in en/order_words.re. */
#ifndef EVENT_ORDER_WORDS_H
#define EVENT_ORDER_WORDS_H

#include "base/slice.h"

/* Whether one of these is among the words of a text. A quick look. */
bool text_puts_behind(slice text);

/* "after", "following": what happens is later than the event behind the word. */
bool word_puts_behind(slice word);

/* "a", "another": a determiner that leaves open which one is meant. */
bool word_is_indefinite(slice word);

/* "'s" of "Monday's vote", cut off as a word. */
bool word_marks_owner(slice word);

#endif
