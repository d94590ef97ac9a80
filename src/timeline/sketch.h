/* SPDX-License-Identifier: MIT */
/*
 * Sketches of texts: a few bytes from which the resemblance of two texts can be told, so that
 * copies are found without keeping the texts, or comparing each with each. A sketch is a MinHash
 * of the text's pairs of neighbouring words by one permutation (Li, Owen, Zhang, "One permutation
 * hashing", 2012), its empty places filled from their neighbours (Shrivastava, Li, 2014), of which
 * 8 bits each are kept (Li, König, "b-bit minwise hashing", 2010).
 */
#ifndef TIMELINE_SKETCH_H
#define TIMELINE_SKETCH_H

#include "read/article.h"

#define SKETCH_PLACES 128
#define SKETCH_DIGITS (2 * SKETCH_PLACES) /* of its text */

/* The sketch of the article's paragraphs, as hexadecimal digits; "" where they are too short. */
slice sketch_of(const article *about, arena *a);

/* False where the text is no sketch. */
bool sketch_read(slice text, uint8_t out[SKETCH_PLACES]);

/*
 * An estimate of how many of the pairs of words that the two texts have, both have: 0 to 1. Its
 * standard error is .044 at .4.
 */
double sketch_resemblance(const uint8_t a[SKETCH_PLACES], const uint8_t b[SKETCH_PLACES]);

#endif
