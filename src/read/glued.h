/* SPDX-License-Identifier: MIT */
/*
 * Pages on which a second article stands below the first, as endless pages of news sites give them
 * to those who copy their text.
 */
#ifndef READ_GLUED_H
#define READ_GLUED_H

#include "read/blocks.h"

/*
 * Where the article that begins at `first` ends: the index of the block that the next one begins
 * with, or `count`. Another article begins where a paragraph has a news dateline of another place,
 * signed by an agency, below text enough for an article; a headline above it is its own.
 */
size_t glued_end(slice text, const block *blocks, size_t first, size_t count);

/*
 * The day that an article without a date was written, by the captions of its pictures: the latest
 * day that they name with its weekday, or, where the first paragraph names a weekday too, that
 * weekday on or after it. NO_DAY where no caption tells.
 */
day_number glued_day(slice text, const block *blocks, size_t count);

#endif
