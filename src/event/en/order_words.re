/* SPDX-License-Identifier: MIT */
/* English words that put what happens behind another event, and what leaves open which event. */
#include "event/order_words.h"

/*!include:re2c "base/scan_slice.re" */

bool text_puts_behind(slice text) {
    const char *at = text.data, *end = text.data + text.length;
    while (at < end) {
        /*!re2c
        'after' | 'following' { return true; }
        [a-zA-Z]+ { continue; }
        * { continue; }
        */
    }
    return false;
}

bool word_puts_behind(slice word) {
    const char *at = word.data, *end = word.data + word.length, *kept = at;
    /*!re2c
    * { return false; }
    'after' | 'following' { return at == end; }
    */
}

bool word_is_indefinite(slice word) {
    const char *at = word.data, *end = word.data + word.length, *kept = at;
    /*!re2c
    * { return false; }
    'a' | 'an' | 'any' | 'another' | 'some' | 'every' | 'each' | 'no' | 'what' | 'which'
        { return at == end; }
    */
}

bool word_marks_owner(slice word) {
    const char *at = word.data, *end = word.data + word.length, *kept = at;
    /*!re2c
    * { return false; }
    ("'" | "’") 's'? { return at == end; }
    */
}
