/* SPDX-License-Identifier: MIT */
/* English verbs before an infinitive that is no plan, and modals that tell of the past. */
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

bool modal_is_past(slice modal) {
    const char *at = modal.data, *end = modal.data + modal.length, *kept = at;
    /*!re2c
    * { return false; }
    'would' | 'could' { return at == end; }
    */
}
