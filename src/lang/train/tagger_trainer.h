/* SPDX-License-Identifier: MIT */
/* A tagger from treebanks, for whoever needs one. */
#ifndef LANG_TRAIN_TAGGER_TRAINER_H
#define LANG_TRAIN_TAGGER_TRAINER_H

#include "lang/train/corpus.h"

/*
 * The bytes of the model, in the arena; words of raw text tell it what words are like. The model is
 * the mean of so many `runs` over the treebanks in other orders, each of which takes as long.
 */
slice tagger_learn(const corpus *treebanks, const corpus *raw, int runs, arena *a);

#endif
