/* SPDX-License-Identifier: MIT */
/* What else TIMEX3 says of an expression: how often, from which other one, from when to when. */
#include "base/buffer.h"
#include "time/timex.h"

#include "support/check.h"

static const struct {
    const char *text;
    const char *found; /* "words attribute=value …; …" for each that has any */
} cases[] = {
    {"They met on March 26, 2024.", ""},
    {"They met on March 26.", "March 26 anchor=t0"},
    {"They met on Tuesday.", "Tuesday anchor=t0"},
    {"They met on Tuesday and left two days later.", "Tuesday anchor=t0; two days later anchor=t1"},
    {"It began on March 26, 2024. On the 28th it ended.", "the 28th anchor=t1"},
    {"It began in 1987. That year he left.", "That year anchor=t1"},
    {"They met three weeks ago.", "three weeks ago anchor=t0"},
    {"They left three days before the vote.", ""},
    {"It rained for the past three days.", "the past three days end=t0"},
    {"It will rain for the next three days.", "the next three days begin=t0"},
    {"It rained for three days.", ""},
    {"They meet every week.", "every week quant=EVERY"},
    {"They meet every other week.", "every other week quant=EVERY"},
    {"They meet every third year.", "every third year quant=EVERY"},
    {"They meet once a month.", "once a month freq=1X"},
    {"They meet twice a week.", "twice a week freq=2X"},
    {"They meet three times a year.", "three times a year freq=3X"},
    {"They meet 10 times per month.", "10 times per month freq=10X"},
    {"They met three times.", ""},
    {"They once met a king.", ""},
    {"It took at least two years.", "at least two years mod=EQUAL_OR_MORE"},
    {"It took more than two years.", "more than two years mod=MORE_THAN"},
    {"It took up to two years.", "up to two years mod=EQUAL_OR_LESS"},
    {"It took less than two years.", "less than two years mod=LESS_THAN"},
    {"It took about two years.", "about two years mod=APPROX"},
};

static void add_attribute(buffer *b, const char *name, slice value) {
    if (value.length)
        buffer_print(b, " %s=%.*s", name, SLICE_ARGS(value));
}

static void add_reference(buffer *b, const char *name, int number) {
    if (number != TIMEX_NONE)
        buffer_print(b, " %s=t%d", name, number);
}

static void describe(buffer *b, slice text, const timex *t) {
    buffer attributes = buffer_in(b->owner);
    add_attribute(&attributes, "mod", timex_mod_word(t->mod));
    add_attribute(&attributes, "quant", t->quant);
    add_attribute(&attributes, "freq", t->frequency);
    add_reference(&attributes, "begin", t->begins_at);
    add_reference(&attributes, "end", t->ends_at);
    add_reference(&attributes, "anchor", t->anchor);
    if (attributes.length)
        buffer_print(b, "%s%.*s%.*s", b->length ? "; " : "",
                     SLICE_ARGS(slice_range(text, t->start, t->end)),
                     SLICE_ARGS(buffer_slice(&attributes)));
}

static slice found_in(slice text, arena *a) {
    timex_finder finder = {.text = text,
                           .published = {day_of_text(SLICE("2024-05-02")), NO_MINUTE, NO_ZONE},
                           .owner = a};
    sentence_list sentences = {0};
    timex_list timexes = {0};
    buffer b = buffer_in(a);
    sentences_split(text, 0, text.length, a, &sentences);
    timexes_find(&finder, sentences.items, sentences.count, &timexes);
    for (size_t i = 0; i < timexes.count; i++)
        describe(&b, text, &timexes.items[i]);
    return buffer_slice(&b);
}

static void attributes(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice found = found_in(slice_of(cases[i].text), a);
        CHECK_AT(slice_equal(found, slice_of(cases[i].found)), "%s\n  found  %.*s\n  wanted %s",
                 cases[i].text, SLICE_ARGS(found), cases[i].found);
    }
}

int main(void) {
    RUN_IN_ARENA(attributes);
    return tests_end();
}
