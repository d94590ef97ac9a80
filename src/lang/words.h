/* SPDX-License-Identifier: MIT */
/*
 * What a word can be, by itself: a set of classes looked up in a list that is compiled from
 * lang/en/words.txt. A class there named `say` is WORD(SAY) here.
 */
#ifndef LANG_WORDS_H
#define LANG_WORDS_H

#include "base/slice.h"

typedef uint64_t word_classes;

#define WORD_CLASS_LIST(_)                                                                         \
    _(TITLE_ABBREVIATION)  /* stands before a name or number: never ends a sentence */             \
    _(NUMBER_ABBREVIATION) /* stands before a number: "No. 5" */                                   \
    _(ABBREVIATION)        /* ends a sentence only where the next word begins one */               \
    _(NAME_ABBREVIATION)   /* the same where it is capitalised: "Sat.", "Mass." */                 \
    _(HALF_DAY)            /* a.m, p.m */                                                          \
    _(STARTER)             /* capitalised behind an abbreviation, it begins a sentence */          \
    _(DETERMINER)                                                                                  \
    _(PRONOUN)        /* he, this, anyone */                                                       \
    _(PERSON_PRONOUN) /* that stands for one person */                                             \
    _(POSSESSIVE)     /* his, their */                                                             \
    _(PREPOSITION)                                                                                 \
    _(DATE_APART) /* a preposition: what happens is not of the date behind it */                   \
    _(OF)                                                                                          \
    _(ATTACHES)     /* a preposition that goes with the noun before it: of, on, in, at */          \
    _(PARTICLE)     /* goes with a verb before it: out, off, up */                                 \
    _(COORDINATOR)  /* and, or, but */                                                             \
    _(SUBORDINATOR) /* after, because, while */                                                    \
    _(RELATIVE)     /* who, which */                                                               \
    _(CONDITION)    /* if, whether */                                                              \
    _(NEGATION)                                                                                    \
    _(ADVERB)                                                                                      \
    _(OPENER) /* however, meanwhile: leads into a sentence, adds nothing to a title */             \
    _(BE)                                                                                          \
    _(HAVE)                                                                                        \
    _(DO)                                                                                          \
    _(MODAL)                                                                                       \
    _(FUTURE)     /* will, shall */                                                                \
    _(DOUBT)      /* could, might: what follows need not be so */                                  \
    _(PAST)       /* an irregular past form, or a form of be, have, do in the past */              \
    _(PARTICIPLE) /* an irregular one of the past */                                               \
    _(VERB)       /* the base of a verb; one that may be a noun is a NOUN too */                   \
    _(SAY)        /* a verb of saying, in any form */                                              \
    _(ASK)        /* like a verb of saying, behind a quotation: asked, replied */                  \
    _(ACCORDING)  /* "according", before "to" and a source */                                      \
    _(CLAIM)      /* a verb of saying that doubts: claimed, alleged */                             \
    _(DENY)                                                                                        \
    _(ALLEGE) /* allegedly, reportedly */                                                          \
    _(PLAN)   /* scheduled, expected, due */                                                       \
    _(CANCEL)                                                                                      \
    _(ADJECTIVE)    /* common ones, and those that look like something else */                     \
    _(NOUN)         /* one that looks like a verb form, or is the base of a verb too */            \
    _(PERSON_TITLE) /* president, minister: may stand before a name */                             \
    _(NUMBER)       /* two, dozen, hundred */                                                      \
    _(AT_LEAST)     /* more, least, over: before a number */                                       \
    _(AT_MOST)                                                                                     \
    _(ABOUT)                                                                                       \
    _(KILLED) /* words that say what a number counts */                                            \
    _(INJURED)                                                                                     \
    _(MISSING)                                                                                     \
    _(ARRESTED)                                                                                    \
    _(TIME_WORD) /* month, weekday, unit of time: never part of a name */                          \
    _(ANNIVERSARY)                                                                                 \
    _(KIND_ATTACK) /* kinds of happening: words of one kind may tell the same event */             \
    _(KIND_ARRIVAL)                                                                                \
    _(KIND_DEPARTURE)                                                                              \
    _(KIND_DEATH)                                                                                  \
    _(KIND_ACCIDENT)                                                                               \
    _(KIND_ARREST)                                                                                 \
    _(KIND_RELEASE)                                                                                \
    _(KIND_MEETING)                                                                                \
    _(KIND_ELECTION)                                                                               \
    _(KIND_AGREEMENT)                                                                              \
    _(KIND_DISASTER)                                                                               \
    _(KIND_PROTEST)

enum word_class_index {
#define WORD_CLASS_INDEX(name) WORD_INDEX_##name,
    WORD_CLASS_LIST(WORD_CLASS_INDEX)
#undef WORD_CLASS_INDEX
        WORD_CLASS_COUNT
};
_Static_assert(WORD_CLASS_COUNT <= 64, "a word's classes are bits of one number");

/* True where the classes include the named one: word_is(classes, SAY). */
#define WORD(name)             (UINT64_C(1) << WORD_INDEX_##name)
#define word_is(classes, name) (((classes)&WORD(name)) != 0)

/* All the kinds of happening. */
#define WORD_KINDS (~UINT64_C(0) << WORD_INDEX_KIND_ATTACK)

/* An entry of the compiled list, which is in byte order of its words. */
typedef struct word_entry {
    slice word; /* lower case, straight apostrophes */
    word_classes classes;
} word_entry;

extern const word_entry word_list[];
extern const size_t word_list_count;
/* A hash table of it by word: the number of an entry, from 1; 0 is an empty slot. */
extern const unsigned short word_slots[];
extern const size_t word_slot_count; /* a power of two */

/* The classes of a word, whatever its case; 0 for a word that is not listed. */
word_classes word_classes_of(slice word);

/* Whether a full stop belongs to the word before it: "Gen", "Feb", "J", "U.S", "p.m". */
bool word_is_abbreviation(slice word);

#endif
