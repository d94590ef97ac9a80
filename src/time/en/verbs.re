/* SPDX-License-Identifier: MIT */
/*
 * English verbs before an infinitive that is no plan, what leads an infinitive, modals that tell of
 * the past, and endings that tell what a word is not.
 */
#include "time/tense.h"

/*!include:re2c "base/scan_slice.re" */

bool verb_carries_out(slice verb) {
    const char *at = verb.data, *end = verb.data + verb.length, *kept = at;
    /*!re2c
    * { return false; }
    ('decline' | 'refuse' | 'manage' | 'continue' | 'use' | 'serve' | 'move' | 'prove' | 'combine')
        [sd]? { return at == end; }
    ('fail' | 'start' | 'turn' | 'return' | 'help' | 'attempt' | 'appear' | 'seem' | 'happen'
        | 'gather' | 'travel' | 'work' | 'join') ('s' | 'ed')? { return at == end; }
    'try' | 'tries' | 'tried' | 'rush' ('es' | 'ed')? | 'reach' ('es' | 'ed')? { return at == end; }
    'take' 's'? | 'took' | 'taken' | 'come' 's'? | 'came' | 'go' 'es'? | 'went' | 'gone'
        { return at == end; }
    'begin' 's'? | 'began' | 'begun' | 'get' 's'? | 'got' | 'chose' | 'grew' | 'rose' | 'fell'
        | 'met' | 'ran' | 'flew' | 'stopped' { return at == end; }
    */
}

bool word_leads_infinitive(slice word) {
    const char *at = word.data, *end = word.data + word.length;
    /*!re2c
    * { return false; }
    'to' | 'na' | 'ta' { return at == end; }
    */
}

/* Long enough for the ending to be one. */
static bool has_ending(slice word, slice ending) {
    return word.length > ending.length + 2 &&
           slice_equal(slice_range(word, word.length - ending.length, word.length), ending);
}

bool ending_is_no_present(slice word) {
    static const slice endings[] = {SLICE("ed"),   SLICE("ing"),  SLICE("ly"),  SLICE("tion"),
                                    SLICE("ment"), SLICE("ness"), SLICE("ity"), SLICE("ship")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (has_ending(word, endings[i]))
            return !has_ending(word, SLICE("eed"));
    return false;
}

bool ending_is_past(slice word) {
    return has_ending(word, SLICE("ed")) && !has_ending(word, SLICE("eed"));
}

bool ending_is_third_person(slice word) {
    return has_ending(word, SLICE("s")) && !has_ending(word, SLICE("ss"));
}

bool ending_is_gerund(slice word) {
    return word.length > 3 && slice_ends_with(word, SLICE("ing"));
}

bool clitic_may_possess(slice word) {
    return slice_equal(word, SLICE("'s")) || slice_equal(word, SLICE("’s"));
}

bool ending_is_adverb(slice word) {
    return has_ending(word, SLICE("ly")) || has_ending(word, SLICE("ward")) ||
           has_ending(word, SLICE("wide"));
}

bool modal_is_past(slice modal) {
    const char *at = modal.data, *end = modal.data + modal.length, *kept = at;
    /*!re2c
    * { return false; }
    'would' | 'could' { return at == end; }
    */
}
