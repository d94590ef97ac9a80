/* SPDX-License-Identifier: MIT */
/*
 * Which word depends on which, and how: the tree of Universal Dependencies over a sentence. The
 * model is trained by train/parser_trainer.c on treebanks; docs/language.md tells how it works.
 */
#ifndef LANG_PARSER_H
#define LANG_PARSER_H

#include "lang/sentence.h"

/*
 * Fills head and relation of each token; analyses the sentence first where that was not done. The
 * tags, and the parts of speech by them, are told anew: who has read the whole sentence knows them
 * better than the tagger. Again does nothing.
 *
 * Exactly one token is the root. A sentence of more than PARSER_LONGEST words is parsed in pieces,
 * whose roots become parataxis of the first, so that time grows with the text alone. The arena is
 * as it was afterwards, but for the tokens.
 */
void sentence_parse(slice text, sentence *s, arena *a);

#define PARSER_LONGEST ((size_t)128)

#endif
