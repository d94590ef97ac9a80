/* SPDX-License-Identifier: MIT */
/*
 * The bytes are a day of writing, if the first is even, and a text. What is found lies in the text
 * in order, has a value of TIMEX3, and days of the calendar; what it refers to comes before it.
 */
#include "fuzz/driver.h"
#include "support/timex_value.h"

#include <stdlib.h>
#include <string.h>

static bool refers_back(int reference, size_t number) {
    return reference == TIMEX_NONE || (reference >= 0 && (size_t)reference <= number);
}

static bool is_in_calendar(when w) {
    return !when_is_dated(w) ||
           (w.days.first >= 1 && w.days.first <= w.days.last && w.days.last <= LAST_DAY);
}

static void check_timex(const timex *t, size_t number, size_t from, slice text) {
    bool in_text = from <= t->start && t->start < t->end && t->end <= text.length;
    bool refers = refers_back(t->anchor, number) && refers_back(t->begins_at, number) &&
                  refers_back(t->ends_at, number);
    if (!in_text || !refers || !is_in_calendar(t->when) || !timex_value_is_valid(t->type, t->value))
        abort();
}

static day_number writing_day(uint8_t first) {
    return first % 2 ? NO_DAY : day_of(1 + first * 40, 1 + first % 12, 1 + first % 28);
}

/* The reading step leaves no NUL in a text. */
static void find(arena *a, slice bytes) {
    if (!bytes.length || memchr(bytes.data, '\0', bytes.length))
        return;
    slice text = slice_range(bytes, 1, bytes.length);
    timex_finder finder = {.text = text,
                           .published = {writing_day((uint8_t)bytes.data[0]), NO_MINUTE, NO_ZONE},
                           .owner = a};
    sentence_list sentences = {0};
    timex_list timexes = {0};
    sentences_split(text, 0, text.length, a, &sentences);
    timexes_find(&finder, sentences.items, sentences.count, &timexes);
    for (size_t i = 0, from = 0; i < timexes.count; from = timexes.items[i++].end)
        check_timex(&timexes.items[i], i, from, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(find, bytes, length);
    return 0;
}
