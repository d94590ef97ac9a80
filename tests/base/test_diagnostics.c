/* SPDX-License-Identifier: MIT */
#include "base/diagnostics.h"
#include "base/utf8.h"
#include "support/check.h"

typedef struct heard {
    char text[1000];
    size_t length;
} heard;

static void note(void *user, const dateline_diagnostic *d) {
    heard *h = user;
    h->length +=
        (size_t)snprintf(h->text + h->length, sizeof h->text - h->length, "%d %d %s:%td: %s\n",
                         d->status, d->severity, d->document, (ptrdiff_t)d->offset, d->message);
}

static void reports_in_order_and_forgets(arena *a) {
    char document[] = "first.txt, and more";
    diagnostics said = diagnostics_in(a);
    diagnose(&said, DATELINE_EMPTY, DATELINE_SKIPPED, (slice){document, 9}, DATELINE_NO_OFFSET,
             "is empty");
    diagnose(&said, DATELINE_BAD_DATE, DATELINE_NOTE, SLICE("b"), 7, "no %s %d", "February", 30);
    diagnose(&said, DATELINE_BAD_JSON, DATELINE_SKIPPED, SLICE("c"), 0, "%s", "");
    memset(document, 'x', sizeof document); /* the strings were copied */
    heard h = {0};
    CHECK_INT(diagnostics_report(&said, note, &h), 2);
    CHECK_SLICE(slice_of(h.text), "9 2 first.txt:-1: is empty\n"
                                  "15 0 b:7: no February 30\n"
                                  "13 2 c:0: \n");
    h = (heard){0};
    CHECK_INT(diagnostics_report(&said, note, &h), 0);
    CHECK_SLICE(slice_of(h.text), "");
}

static void counts_without_a_listener(arena *a) {
    diagnostics said = diagnostics_in(a);
    diagnose(&said, DATELINE_EMPTY, DATELINE_SKIPPED, SLICE("a"), 0, "is empty");
    diagnose(&said, DATELINE_UNDATED, DATELINE_WARNING, SLICE("a"), 0, "has no date");
    CHECK_INT(diagnostics_report(&said, NULL, NULL), 1);
}

/* However long, and wherever it is cut, a message is UTF-8. */
static void long_messages_stay_text(arena *a) {
    char accents[4001];
    for (size_t i = 0; i < sizeof accents - 1; i += 2)
        memcpy(accents + i, "\xC3\xA9", 2);
    accents[sizeof accents - 1] = '\0';
    for (int shift = 0; shift < 4; shift++) {
        diagnostics said = diagnostics_in(a);
        diagnose(&said, DATELINE_BAD_FIELD, DATELINE_NOTE, SLICE("a"), 0, "%.*s%s", shift, "abc",
                 accents);
        slice message = slice_of(said.list.items[0].message);
        CHECK(message.length > 400 && message.length < 600);
        CHECK_INT(utf8_check(message), SIZE_MAX);
    }
}

static void messages_have_a_limit(arena *a) {
    char letters[600];
    memset(letters, 'a', sizeof letters);
    for (int length = 510; length <= 513; length++) {
        diagnostics said = diagnostics_in(a);
        diagnose(&said, DATELINE_BAD_FIELD, DATELINE_NOTE, SLICE("a"), 0, "%.*s", length, letters);
        CHECK_INT(slice_of(said.list.items[0].message).length, length < 512 ? length : 511);
    }
}

static void each_status_has_its_words(void) {
    CHECK_SLICE(slice_of(dateline_status_text(DATELINE_OK)), "done");
    CHECK_SLICE(slice_of(dateline_status_text(DATELINE_TOO_LARGE)), "is over a limit");
    CHECK_SLICE(slice_of(dateline_status_text((dateline_status)1000)), "unknown status");
    CHECK_SLICE(slice_of(dateline_status_text((dateline_status)-1)), "unknown status");
}

int main(void) {
    RUN_IN_ARENA(reports_in_order_and_forgets);
    RUN_IN_ARENA(counts_without_a_listener);
    RUN_IN_ARENA(long_messages_stay_text);
    RUN_IN_ARENA(messages_have_a_limit);
    RUN(each_status_has_its_words);
    return tests_end();
}
