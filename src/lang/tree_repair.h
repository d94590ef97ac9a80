/* SPDX-License-Identifier: MIT */
/* What the parser is known to take wrongly in news, put right by rule in the tree that it made. */
#ifndef LANG_TREE_REPAIR_H
#define LANG_TREE_REPAIR_H

#include "lang/sentence.h"

/* Changes heads and relations of the parsed sentence, and the tag of a participle that is a verb.
 * It stays a tree. docs/events.md, "The tree", tells each rule and what it gave. */
void tree_repair(sentence *s);

#endif
