/* SPDX-License-Identifier: MIT */
/*
 * Where English cuts what is written as one word, as the treebanks of English in Universal
 * Dependencies do. Words in 'quotes' are without letter case.
 */
#include "lang/word_parts.h"

/*!include:re2c "base/scan_slice.re" */

/* "cannot" and what is spoken so; also "dont". The length of the first part. */
static size_t joined_words(slice word) {
    const char *at = word.data, *end = at + word.length, *kept;
    size_t second = 0;
    /*!re2c
    'cannot' | 'gimme'                                          { second = 3; goto cut; }
    'gonna' | 'wanna' | 'gotta' | 'lotta' | 'outta' | 'lemme'   { second = 2; goto cut; }
    ('do' | 'did' | 'does' | 'could' | 'would' | 'should' | 'is' | 'was' | 'are' | 'were' | 'has'
    | 'have' | 'had') 'nt'                                      { second = 2; goto cut; }
    'thats' | 'whats' | 'theres'                                { second = 1; goto cut; }
    *                                                           { return 0; }
    */
cut:
    return at == end ? word.length - second : 0;
}

/* What is written at a number: "9:30am", "3.5m". */
static bool is_unit(slice s) {
    const char *at = s.data, *end = at + s.length, *kept;
    bool unit = false;
    /*!re2c
      'am' | 'pm' | 'a.m.' | 'p.m.' | 'a.m' | 'p.m' | 'k' | 'm' | 'bn' | 'mn' | 'tn' | 'mm' | 'cm'
    | 'km' | 'kg' | 'ft' | 'lb' | 'lbs' | 'mph' | 'kph' | 'hrs' { unit = true; goto end; }
    *                                                           { goto end; }
    */
end:
    return unit && at == end;
}

static size_t number_before_unit(slice word) {
    size_t end = 0;
    while (end < word.length && (ascii_is_digit(word.data[end]) || strchr(",.:", word.data[end])))
        end++;
    return end < word.length && is_unit(slice_range(word, end, word.length)) ? end : 0;
}

bool word_is_clitic(slice word) {
    const char *at = word.data, *end = at + word.length, *kept;
    bool clitic = false;
    /*!re2c
    apostrophe = "'" | "\u2019";
    apostrophe ('s' | 'll' | 're' | 've' | 'd' | 'm') | 'n' apostrophe 't'
                                                                { clitic = true; goto end; }
    *                                                           { goto end; }
    */
end:
    return clitic && at == end;
}

/* At an apostrophe, or at the "n" before one. */
static bool may_begin_clitic(slice word, size_t at) {
    size_t mark = at + (ascii_lower(word.data[at]) == 'n');
    return mark < word.length && !ascii_is_letter(word.data[mark]);
}

#define LONGEST_CLITIC 5 /* bytes, where the apostrophe has three */

size_t word_cut(slice word) {
    if (word.length && ascii_is_digit(word.data[0]))
        return number_before_unit(word); /* and "1990's" is one */
    size_t first = word.length > LONGEST_CLITIC ? word.length - LONGEST_CLITIC : 1;
    for (size_t i = first; i + 1 < word.length; i++)
        if (may_begin_clitic(word, i) && word_is_clitic(slice_range(word, i, word.length)))
            return i;
    return joined_words(word);
}

bool word_is_prefix(slice word) {
    const char *at = word.data, *end = at + word.length, *kept;
    bool prefix = false;
    /*!re2c
      'anti' | 'arch' | 'bi' | 'co' | 'counter' | 'cross' | 'cyber' | 'de' | 'e' | 'ex' | 'extra'
    | 'hyper' | 'infra' | 'inter' | 'intra' | 'macro' | 'mega' | 'meta' | 'micro' | 'mid' | 'mini'
    | 'mis' | 'mono' | 'multi' | 'neo' | 'non' | 'over' | 'para' | 'post' | 'pre' | 'pro' | 'proto'
    | 'pseudo' | 'psycho' | 're' | 'semi' | 'socio' | 'sub' | 'super' | 'trans' | 'tri' | 'ultra'
    | 'un' | 'uni'                                              { prefix = true; goto end; }
    *                                                           { goto end; }
    */
end:
    return prefix && at == end;
}
