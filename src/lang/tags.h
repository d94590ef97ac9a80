/* SPDX-License-Identifier: MIT */
/*
 * What a word is in its sentence, twice: the tag of the Penn Treebank, as the treebanks of English
 * in Universal Dependencies extend it (the column XPOS of CoNLL-U), and the universal part of
 * speech (UPOS). Each list is in alphabetical order of the names that the treebanks give them.
 */
#ifndef LANG_TAGS_H
#define LANG_TAGS_H

#include "base/slice.h"

#define PENN_TAG_LIST(_)                                                                           \
    _(CURRENCY, "$")                                                                               \
    _(CLOSING_QUOTE, "''")                                                                         \
    _(COMMA, ",")                                                                                  \
    _(LRB, "-LRB-")                                                                                \
    _(RRB, "-RRB-")                                                                                \
    _(STOP, ".")                                                                                   \
    _(COLON, ":")                                                                                  \
    _(ADD, "ADD") /* an address */                                                                 \
    _(AFX, "AFX") /* a prefix that stands apart */                                                 \
    _(CC, "CC")                                                                                    \
    _(CD, "CD")                                                                                    \
    _(DT, "DT")                                                                                    \
    _(EX, "EX") /* "there" of "there is" */                                                        \
    _(FW, "FW") /* a foreign word */                                                               \
    _(GW, "GW") /* goes with the word beside it */                                                 \
    _(HYPH, "HYPH")                                                                                \
    _(IN, "IN")                                                                                    \
    _(JJ, "JJ")                                                                                    \
    _(JJR, "JJR")                                                                                  \
    _(JJS, "JJS")                                                                                  \
    _(LS, "LS") /* the number of a list item */                                                    \
    _(MD, "MD")                                                                                    \
    _(NFP, "NFP") /* a mark that is no punctuation: a smiley, a rule */                            \
    _(NN, "NN")                                                                                    \
    _(NNP, "NNP")                                                                                  \
    _(NNPS, "NNPS")                                                                                \
    _(NNS, "NNS")                                                                                  \
    _(PDT, "PDT")                                                                                  \
    _(POS, "POS") /* "'s" of possession */                                                         \
    _(PRP, "PRP")                                                                                  \
    _(PRP_POSSESSIVE, "PRP$")                                                                      \
    _(RB, "RB")                                                                                    \
    _(RBR, "RBR")                                                                                  \
    _(RBS, "RBS")                                                                                  \
    _(RP, "RP")                                                                                    \
    _(SYM, "SYM")                                                                                  \
    _(TO, "TO")                                                                                    \
    _(UH, "UH")                                                                                    \
    _(VB, "VB")                                                                                    \
    _(VBD, "VBD")                                                                                  \
    _(VBG, "VBG")                                                                                  \
    _(VBN, "VBN")                                                                                  \
    _(VBP, "VBP")                                                                                  \
    _(VBZ, "VBZ")                                                                                  \
    _(WDT, "WDT")                                                                                  \
    _(WP, "WP")                                                                                    \
    _(WP_POSSESSIVE, "WP$")                                                                        \
    _(WRB, "WRB")                                                                                  \
    _(OPENING_QUOTE, "``")

typedef enum penn_tag {
#define PENN_TAG(name, text) PENN_##name,
    PENN_TAG_LIST(PENN_TAG)
#undef PENN_TAG
        PENN_TAG_COUNT
} penn_tag;

/* That of a finite verb, or of a modal. */
static inline bool penn_is_finite(penn_tag tag) {
    return tag == PENN_VBD || tag == PENN_VBZ || tag == PENN_VBP || tag == PENN_MD;
}

#define UNIVERSAL_TAG_LIST(_)                                                                      \
    _(ADJ)                                                                                         \
    _(ADP)                                                                                         \
    _(ADV)                                                                                         \
    _(AUX)                                                                                         \
    _(CCONJ)                                                                                       \
    _(DET)                                                                                         \
    _(INTJ)                                                                                        \
    _(NOUN)                                                                                        \
    _(NUM)                                                                                         \
    _(PART)                                                                                        \
    _(PRON)                                                                                        \
    _(PROPN)                                                                                       \
    _(PUNCT)                                                                                       \
    _(SCONJ)                                                                                       \
    _(SYM)                                                                                         \
    _(VERB)                                                                                        \
    _(X)

typedef enum universal_tag {
#define UNIVERSAL_TAG(name) UNIVERSAL_##name,
    UNIVERSAL_TAG_LIST(UNIVERSAL_TAG)
#undef UNIVERSAL_TAG
        UNIVERSAL_TAG_COUNT
} universal_tag;

/* As CoNLL-U has them. */
slice penn_tag_name(penn_tag tag);
slice universal_tag_name(universal_tag tag);

/* The tag of the name; the count of tags where there is none of it. */
penn_tag penn_tag_named(slice name);
universal_tag universal_tag_named(slice name);

#endif
