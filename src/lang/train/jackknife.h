/* SPDX-License-Identifier: MIT */
/*
 * Tags with the mistakes that the tagger makes in text it does not know, for the parser to learn
 * with: the treebanks are tagged part by part, each by a tagger that learnt from the other parts.
 */
#ifndef LANG_TRAIN_JACKKNIFE_H
#define LANG_TRAIN_JACKKNIFE_H

#include "lang/train/corpus.h"
#include "lang/train/lessons.h"

/* `treebanks` holds the sentences of the lessons, in their order; the lessons get new tags. */
void jackknife_tags(const corpus *treebanks, const corpus *raw, const lesson_list *lessons,
                    arena *a);

#endif
