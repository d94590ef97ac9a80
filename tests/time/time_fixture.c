/* SPDX-License-Identifier: MIT */
#include "time/time_fixture.h"

#include "base/buffer.h"
#include "time/timex.h"

#include "support/check.h"
#include "support/timex_value.h"

static void describe(buffer *b, slice text, const timex *t) {
    CHECK_AT(timex_value_is_valid(t->type, t->value), "%.*s is no value of TIMEX3",
             SLICE_ARGS(t->value));
    if (b->length)
        buffer_add(b, SLICE("; "));
    buffer_print(b, "%.*s|%.*s|%.*s|", SLICE_ARGS(slice_range(text, t->start, t->end)),
                 SLICE_ARGS(timex_type_word(t->type)), SLICE_ARGS(t->value));
    if (when_is_dated(t->when)) {
        buffer_add(b, day_text(b->owner, t->when.days.first));
        buffer_add(b, SLICE(".."));
        buffer_add(b, day_text(b->owner, t->when.days.last));
    }
    buffer_print(b, "|%.*s", SLICE_ARGS(timex_how_word(t->how)));
    if (t->mod)
        buffer_print(b, " %.*s", SLICE_ARGS(timex_mod_word(t->mod)));
    if (t->days_from || t->months_from)
        buffer_print(b, " %+dd %+dm", t->days_from, t->months_from);
    if (t->ends_range)
        buffer_add(b, SLICE(" ends"));
    if (t->open)
        buffer_add(b, SLICE(" open"));
}

static slice describe_all(const char *published, slice text, bool analysed, arena *a) {
    diagnostics said = diagnostics_in(a);
    timex_finder finder = {
        .text = text,
        .document = SLICE("article"),
        .published = {.day = day_of_text(slice_of(published)), .minute = NO_MINUTE},
        .owner = a,
        .said = &said};
    sentence_list sentences = {0};
    timex_list timexes = {0};
    buffer b = buffer_in(a);
    sentences_split(text, 0, text.length, a, &sentences);
    for (size_t i = 0; analysed && i < sentences.count; i++)
        sentence_analyse(text, &sentences.items[i], a);
    timexes_find(&finder, sentences.items, sentences.count, &timexes);
    for (size_t i = 0; i < timexes.count; i++)
        describe(&b, text, &timexes.items[i]);
    for (size_t i = 0; i < said.list.count; i++)
        buffer_print(&b, "! %s", dateline_status_text(said.list.items[i].status));
    return buffer_slice(&b);
}

slice timexes_in(const char *published, slice text, arena *a) {
    slice found = describe_all(published, text, false, a);
    slice analysed = describe_all(published, text, true, a);
    CHECK_AT(slice_equal(found, analysed), "%.*s\n  by the words  %.*s\n  by analysis   %.*s",
             SLICE_ARGS(text), SLICE_ARGS(found), SLICE_ARGS(analysed));
    return found;
}

void check_time_cases(const time_case *cases, size_t count, arena *a) {
    for (size_t i = 0; i < count; i++) {
        slice found = timexes_in(cases[i].published, slice_of(cases[i].text), a);
        CHECK_AT(slice_equal(found, slice_of(cases[i].found)), "%s\n  found  %.*s\n  wanted %s",
                 cases[i].text, SLICE_ARGS(found), cases[i].found);
    }
}
