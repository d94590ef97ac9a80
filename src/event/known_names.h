/* SPDX-License-Identifier: MIT */
/*
 * Names, and the words that names are made of, by themselves: a table that is compiled from the
 * lists in event/en (places.txt, organisations.txt, name_words.txt). A class there named
 * `given_name` is NAME(GIVEN_NAME) here.
 */
#ifndef EVENT_KNOWN_NAMES_H
#define EVENT_KNOWN_NAMES_H

#include "base/slice.h"

typedef uint32_t name_classes;

#define NAME_CLASS_LIST(_)                                                                         \
    _(COUNTRY)                                                                                     \
    _(REGION) /* first-level units of countries, parts of the world, islands, mountains */         \
    _(WATER)  /* seas, rivers, lakes, canals */                                                    \
    _(CITY)                                                                                        \
    _(ORGANISATION)                                                                                \
    _(GIVEN_NAME)                                                                                  \
    _(HONORIFIC)         /* before the name of a person, no part of it: Mr, Minister */            \
    _(ROYAL_TITLE)       /* the same, a part of it: King, Pope */                                  \
    _(PEOPLE_ADJECTIVE)  /* Egyptian: no name by itself */                                         \
    _(PARTICLE)          /* within a name, in small letters: de, von, bin */                       \
    _(ORGANISATION_WORD) /* Ministry, Corp */                                                      \
    _(COMPANY_FORM)      /* Inc, Ltd */                                                            \
    _(HAPPENING_WORD)    /* Hurricane, Games */                                                    \
    _(PLACE_WORD)        /* Island, Airport */                                                     \
    _(TOPIC)             /* what ministries are of: Health, Defence */                             \
    _(CREDIT)            /* whose pictures and reports are shown */                                \
    _(NOBODY_IN_PARTICULAR)                                                                        \
    _(SOMEBODY)             /* a noun for who acts */                                              \
    _(PLACE_NOUN)           /* city, coast: before a place's name, with "of" or without */         \
    _(PLACE_PREPOSITION)    /* before a name that may say where */                                 \
    _(LOCATING_PREPOSITION) /* before one that does say where */                                   \
    _(AGENT_PREPOSITION)                                                                           \
    _(PARTNER_PREPOSITION)                                                                         \
    _(WHOSE_PREPOSITION) /* between what happens and whose it is: "the arrest of" */               \
    _(NAME_JOINER)       /* within an organisation's name: of, for */

enum name_class_index {
#define NAME_CLASS_INDEX(name) NAME_INDEX_##name,
    NAME_CLASS_LIST(NAME_CLASS_INDEX)
#undef NAME_CLASS_INDEX
        NAME_CLASS_COUNT
};
_Static_assert(NAME_CLASS_COUNT <= 32, "a name's classes are bits of one number");

/* True where the classes include the named one: name_is(classes, CITY). */
#define NAME(class)             (UINT32_C(1) << NAME_INDEX_##class)
#define name_is(classes, class) (((classes)&NAME(class)) != 0)

#define NAME_PLACES (NAME(COUNTRY) | NAME(REGION) | NAME(WATER) | NAME(CITY))

/* Of numbers alone: pointers would have to be filled in whenever the program starts. */
typedef struct known_name {
    uint32_t start; /* of its spelling in known_name_text: straight apostrophes, single spaces */
    unsigned short length;
    unsigned short told; /* the index of the entry whose spelling is told for it */
    name_classes classes;
} known_name;

extern const char known_name_text[];
extern const known_name known_names[];
/* A hash table of it by spelling: the number of an entry, from 1; 0 is an empty slot. */
extern const unsigned short known_name_slots[];
extern const size_t known_name_slot_count; /* a power of two */

/* The entry of one or more words, whatever white space and apostrophes are between them; NULL where
 * they are not listed. */
const known_name *known_name_of(slice words);

/* The spelling that is told for it. */
slice known_name_told(const known_name *known);

/* Its classes; 0 where they are not listed. */
name_classes name_classes_of(slice words);

#endif
