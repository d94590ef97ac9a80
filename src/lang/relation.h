/* SPDX-License-Identifier: MIT */
/*
 * The relations of Universal Dependencies between a word and its head, with the subtypes of the
 * English treebanks. The order is that of the model.
 */
#ifndef LANG_RELATION_H
#define LANG_RELATION_H

#include "base/slice.h"

#define RELATION_LIST(_)                                                                           \
    _(DEP, "dep")                                                                                  \
    _(ROOT, "root")                                                                                \
    _(ACL, "acl")                                                                                  \
    _(ACL_RELCL, "acl:relcl")                                                                      \
    _(ADVCL, "advcl")                                                                              \
    _(ADVCL_RELCL, "advcl:relcl")                                                                  \
    _(ADVMOD, "advmod")                                                                            \
    _(AMOD, "amod")                                                                                \
    _(APPOS, "appos")                                                                              \
    _(AUX, "aux")                                                                                  \
    _(AUX_PASS, "aux:pass")                                                                        \
    _(CASE, "case")                                                                                \
    _(CC, "cc")                                                                                    \
    _(CC_PRECONJ, "cc:preconj")                                                                    \
    _(CCOMP, "ccomp")                                                                              \
    _(COMPOUND, "compound")                                                                        \
    _(COMPOUND_PRT, "compound:prt")                                                                \
    _(CONJ, "conj")                                                                                \
    _(COP, "cop")                                                                                  \
    _(CSUBJ, "csubj")                                                                              \
    _(CSUBJ_PASS, "csubj:pass")                                                                    \
    _(CSUBJ_OUTER, "csubj:outer")                                                                  \
    _(DET, "det")                                                                                  \
    _(DET_PREDET, "det:predet")                                                                    \
    _(DISCOURSE, "discourse")                                                                      \
    _(DISLOCATED, "dislocated")                                                                    \
    _(EXPL, "expl")                                                                                \
    _(FIXED, "fixed")                                                                              \
    _(FLAT, "flat")                                                                                \
    _(GOESWITH, "goeswith")                                                                        \
    _(IOBJ, "iobj")                                                                                \
    _(LIST, "list")                                                                                \
    _(MARK, "mark")                                                                                \
    _(NMOD, "nmod")                                                                                \
    _(NMOD_DESC, "nmod:desc")                                                                      \
    _(NMOD_POSS, "nmod:poss")                                                                      \
    _(NMOD_UNMARKED, "nmod:unmarked")                                                              \
    _(NSUBJ, "nsubj")                                                                              \
    _(NSUBJ_OUTER, "nsubj:outer")                                                                  \
    _(NSUBJ_PASS, "nsubj:pass")                                                                    \
    _(NUMMOD, "nummod")                                                                            \
    _(OBJ, "obj")                                                                                  \
    _(OBL, "obl")                                                                                  \
    _(OBL_AGENT, "obl:agent")                                                                      \
    _(OBL_UNMARKED, "obl:unmarked")                                                                \
    _(ORPHAN, "orphan")                                                                            \
    _(PARATAXIS, "parataxis")                                                                      \
    _(PUNCT, "punct")                                                                              \
    _(REPARANDUM, "reparandum")                                                                    \
    _(VOCATIVE, "vocative")                                                                        \
    _(XCOMP, "xcomp")

typedef enum relation {
#define AS_CODE(code, name) RELATION_##code,
    RELATION_LIST(AS_CODE)
#undef AS_CODE
        RELATION_COUNT
} relation;

/* A subject of any kind. */
static inline bool relation_is_subject(relation r) {
    return r == RELATION_NSUBJ || r == RELATION_NSUBJ_PASS || r == RELATION_NSUBJ_OUTER ||
           r == RELATION_CSUBJ || r == RELATION_CSUBJ_PASS || r == RELATION_CSUBJ_OUTER;
}

/* An auxiliary or a copula: what stands before the verb or noun that is the predicate. */
static inline bool relation_is_auxiliary(relation r) {
    return r == RELATION_AUX || r == RELATION_AUX_PASS || r == RELATION_COP;
}

static inline bool relation_is_oblique(relation r) {
    return r == RELATION_OBL || r == RELATION_OBL_AGENT || r == RELATION_OBL_UNMARKED;
}

static inline bool relation_is_nominal_modifier(relation r) {
    return r == RELATION_NMOD || r == RELATION_NMOD_DESC || r == RELATION_NMOD_POSS ||
           r == RELATION_NMOD_UNMARKED;
}

/* As CoNLL-U has it: "nsubj:pass". */
slice relation_name(relation r);

/* The relation of a name; where its subtype is not listed, without it; RELATION_DEP for others. */
relation relation_named(slice name);

#endif
