/* SPDX-License-Identifier: MIT */
#include "event/stamp.h"

#define LONGEST_LEAD   4  /* bytes before the time: "At " */
#define LONGEST_WRITER 60 /* bytes between the time and the colon */

static bool is_to_the_minute(const timex *t) {
    return t->how == HOW_EXPLICIT && t->when.minute != NO_MINUTE;
}

bool timex_is_stamp(slice text, const timex *t) {
    size_t before = t->start, behind = t->end;
    while (before > 0 && text.data[before - 1] == ' ')
        before--;
    while (behind < text.length && text.data[behind] == ' ')
        behind++;
    bool barred = (before > 0 && text.data[before - 1] == '|') ||
                  (behind < text.length && text.data[behind] == '|');
    return barred && is_to_the_minute(t);
}

bool sentence_is_comment(slice text, const sentence *s, const timex *first) {
    if (!is_to_the_minute(first) || first->start > s->start + LONGEST_LEAD)
        return false;
    size_t end = first->end + LONGEST_WRITER < s->end ? first->end + LONGEST_WRITER : s->end;
    for (size_t colon = first->end; colon < end; colon++) {
        if (text.data[colon] != ':')
            continue;
        size_t word = colon;
        while (word > first->end && ascii_is_letter(text.data[word - 1]))
            word--;
        return word_is(word_classes_of(slice_range(text, word, colon)), SAY);
    }
    return false;
}
