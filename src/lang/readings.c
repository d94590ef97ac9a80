/* SPDX-License-Identifier: MIT */
/* What a word can be by itself: from its listed classes, its ending and its capital. */
#include "lang/tokenise.h"

#define LONGEST_VERB 24 /* bytes */

static bool is_capitalised(slice word) {
    return word.length && (ascii_is_upper(word.data[0]) || (unsigned char)word.data[0] >= 0xC3);
}

static bool ends_in(slice word, slice suffix) {
    return word.length > suffix.length + 1 && slice_ends_with(word, suffix);
}

bool ends_in_any(slice word, const char *const *suffixes) {
    for (; *suffixes; suffixes++)
        if (ends_in(word, slice_of(*suffixes)))
            return true;
    return false;
}

/* The classes of the verb that a form in -s is of: says, passes, carries; 0 where there is none. */
static word_classes classes_of_base(slice word) {
    static const char *const hissing[] = {"ses", "xes", "zes", "ches", "shes", "oes", NULL};
    char base[LONGEST_VERB];
    if (word.length < 3 || word.length > sizeof base || word.data[word.length - 1] != 's')
        return 0;
    word_classes classes = word_classes_of((slice){word.data, word.length - 1});
    if (!word_is(classes, VERB) && ends_in_any(word, hissing))
        classes = word_classes_of((slice){word.data, word.length - 2});
    if (!word_is(classes, VERB) && ends_in(word, SLICE("ies"))) {
        memcpy(base, word.data, word.length - 3);
        base[word.length - 3] = 'y';
        classes = word_classes_of((slice){base, word.length - 2});
    }
    return word_is(classes, VERB) ? classes : 0;
}

static unsigned verb_readings(slice word, word_classes classes) {
    unsigned may_be = 0;
    word_classes base = classes_of_base(word);
    if (word_is(classes, PAST))
        may_be |= MAY_BE(PAST);
    if (word_is(classes, PARTICIPLE))
        may_be |= MAY_BE(PARTICIPLE);
    if (ends_in(word, SLICE("ed")) &&
        !(classes & (WORD(NOUN) | WORD(ADJECTIVE) | WORD(VERB) | WORD(ADVERB))))
        may_be |= MAY_BE(PAST) | MAY_BE(PARTICIPLE);
    if (ends_in(word, SLICE("ing")) && !word_is(classes, VERB))
        may_be |= MAY_BE(GERUND);
    if (word_is(classes, VERB))
        may_be |= MAY_BE(BASE) | MAY_BE(PRESENT);
    if (base)
        may_be |= MAY_BE(PRESENT);
    if (word_is(base, NOUN))
        may_be |= MAY_BE(NOUN);
    return may_be;
}

static unsigned auxiliary_readings(slice word, word_classes classes) {
    if (word_is(classes, MODAL))
        return MAY_BE(AUXILIARY);
    unsigned may_be = MAY_BE(AUXILIARY) | verb_readings(word, classes);
    unsigned other = MAY_BE(PAST) | MAY_BE(PARTICIPLE) | MAY_BE(GERUND) | MAY_BE(BASE);
    return may_be & other ? may_be : may_be | MAY_BE(PRESENT);
}

static unsigned closed_class_readings(slice word, word_classes classes) {
    static const struct {
        word_classes class;
        unsigned may_be;
    } closed[] = {
        {WORD(RELATIVE), MAY_BE(RELATIVE) | MAY_BE(SUBORDINATOR)},
        {WORD(COORDINATOR), MAY_BE(COORDINATOR)},
        {WORD(POSSESSIVE), MAY_BE(DETERMINER)},
        {WORD(DETERMINER), MAY_BE(DETERMINER)},
        {WORD(PRONOUN), MAY_BE(PRONOUN)},
        {WORD(PREPOSITION), MAY_BE(PREPOSITION)},
        {WORD(SUBORDINATOR) | WORD(CONDITION), MAY_BE(SUBORDINATOR)},
    };
    if (classes & (WORD(BE) | WORD(HAVE) | WORD(DO) | WORD(MODAL)))
        return auxiliary_readings(word, classes);
    unsigned may_be = 0;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (classes & closed[i].class)
            may_be |= closed[i].may_be;
    return may_be;
}

static unsigned open_class_readings(slice word, word_classes classes) {
    static const char *const adjectives[] = {"ous", "ive", "ful",  "able", "ible", "ical", "ial",
                                             "ian", "ish", "less", "onal", "ern",  "ic",   NULL};
    bool compound = memchr(word.data, '-', word.length) != NULL; /* "better-equipped" */
    unsigned may_be = compound ? 0 : verb_readings(word, classes);
    if (compound && ends_in(word, SLICE("ed")))
        return MAY_BE(ADJECTIVE);
    if (word_is(classes, NOUN))
        may_be |= MAY_BE(NOUN);
    if (word_is(classes, ADJECTIVE))
        may_be |= MAY_BE(ADJECTIVE);
    if (word_is(classes, ADVERB) || word_is(classes, OPENER))
        may_be |= MAY_BE(ADVERB);
    if (may_be)
        return may_be;
    if (ends_in(word, SLICE("ly")))
        return MAY_BE(ADVERB);
    return ends_in_any(word, adjectives) ? MAY_BE(ADJECTIVE) : MAY_BE(NOUN);
}

/* "US" and "WHO" are no pronouns. */
static bool is_acronym(slice word, word_classes classes) {
    return word_is(classes, PRONOUN) && word.length > 1 && ascii_is_upper(word.data[0]) &&
           ascii_is_upper(word.data[1]);
}

/* A sentence's first word, capitalised as any would be, that is no name: "Residents". */
static bool is_common(slice word, word_classes classes, unsigned open) {
    static const char *const nouns[] = {"ions", "ists", "tors", "ers", "ents",
                                        "ants", "ees",  "ings", NULL};
    return open != MAY_BE(NOUN) || (classes & (WORD(NOUN) | WORD(PERSON_TITLE))) ||
           ends_in_any(word, nouns);
}

unsigned readings_of(slice word, word_classes classes, bool first) {
    if (ascii_is_digit(word.data[0]) || word_is(classes, NUMBER))
        return MAY_BE(NUMBER);
    if (is_capitalised(word) && !first && word_is(classes, TIME_WORD))
        return MAY_BE(PROPER); /* "May" is a month there */
    unsigned closed = closed_class_readings(word, classes);
    if (closed && !is_acronym(word, classes))
        return closed | (word_is(classes, ADVERB) ? MAY_BE(ADVERB) : 0);
    if (closed || (is_capitalised(word) && !first))
        return MAY_BE(PROPER);
    unsigned open = open_class_readings(word, classes);
    return is_capitalised(word) && !is_common(word, classes, open) ? MAY_BE(PROPER) : open;
}
