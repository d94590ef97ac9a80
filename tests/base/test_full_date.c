/* SPDX-License-Identifier: MIT */
/* Full dates: every spelling that is read, and what must not be taken for one. */
#include "base/full_date.h"

#include "support/check.h"

static const char *result_word(full_date_result result) {
    return result == FULL_DATE_FOUND ? "found" : result == FULL_DATE_NONE ? "none" : "impossible";
}

static void whole_dates(void) {
    static const struct {
        const char *text, *moment;
    } cases[] = {
        {"2024-04-02", "2024-04-02"},
        {"  2024-4-2\n", "2024-04-02"},
        {"2024/05/24", "2024-05-24"},
        {"2024.05.24", "2024-05-24"},
        {"20240524", "2024-05-24"},
        {"0033-04-03", "0033-04-03"},
        {"24 May 2024", "2024-05-24"},
        {"24th of May, 2024", "2024-05-24"},
        {"24-May-2024", "2024-05-24"},
        {"24/Feb/2024", "2024-02-24"},
        {"2024 May 24", "2024-05-24"},
        {"May 24, 2024", "2024-05-24"},
        {"May 24 2024", "2024-05-24"},
        {"MAY 1st, 2024", "2024-05-01"},
        {"Sept. 3, 2024", "2024-09-03"},
        {"Sep 3,2024", "2024-09-03"},
        {"Friday, May 24, 2024", "2024-05-24"},
        {"Mon Mar 2, 2009", "2009-03-02"},
        {"24.05.2024", "2024-05-24"},
        {"13/02/2024", "2024-02-13"},
        {"02/13/2024", "2024-02-13"},
        {"05/05/2024", "2024-05-05"},
        {"25-12-2024", "2024-12-25"},
        {"29 February 2024", "2024-02-29"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        moment got;
        char text[MOMENT_TEXT_SIZE];
        full_date_result result = full_date_of(slice_of(cases[i].text), &got);
        CHECK_AT(result == FULL_DATE_FOUND, "\"%s\": %s", cases[i].text, result_word(result));
        moment_write(got, text);
        CHECK_SLICE(slice_of(text), cases[i].moment);
    }
}

static void times_of_day(void) {
    static const struct {
        const char *text, *moment;
    } cases[] = {
        {"2024-04-02 21:41", "2024-04-02T21:41"},
        {"2024-04-02T21:41:07", "2024-04-02T21:41"},
        {"2024-04-02T21:41:07.123456+02:00", "2024-04-02T21:41+02:00"},
        {"2024-04-02T21:41:07Z", "2024-04-02T21:41+00:00"},
        {"2024-04-02T21:41-0430", "2024-04-02T21:41-04:30"},
        {"20240402T214107Z", "2024-04-02T21:41+00:00"},
        {"2024-04-02T21:41+14:00", "2024-04-02T21:41+14:00"},
        {"2024-04-02T21:41+15:00", "2024-04-02T21:41"}, /* no zone is so far */
        {"2024-04-02T00:00", "2024-04-02T00:00"},
        {"Tue, 02 Apr 2024 21:41:00 GMT", "2024-04-02T21:41+00:00"},
        {"Tue, 02 Apr 2024 21:41:00 -0500", "2024-04-02T21:41-05:00"},
        {"May 24, 2024 at 4:23 p.m. EST", "2024-05-24T16:23-05:00"},
        {"May 24, 2024, 4:23 pm EDT", "2024-05-24T16:23-04:00"},
        {"May 24, 2024 4:23PM", "2024-05-24T16:23"},
        {"May 24, 2024 | 4.23 a.m.", "2024-05-24T04:23"},
        {"May 24, 2024, 4 pm", "2024-05-24T16:00"},
        {"May 24, 2024 12:05 AM", "2024-05-24T00:05"},
        {"May 24, 2024 12 p.m.", "2024-05-24T12:00"},
        {"May 24, 2024 4:23\xe2\x80\xafPM ET", "2024-05-24T16:23-04:00"},
        {"May 24, 2024 at 4:23 p.m. ET", "2024-05-24T16:23-04:00"},
        {"4:23 pm PT, Jan 24, 2024", "2024-01-24T16:23-08:00"},
        {"March 10, 2024 1:59 am ET", "2024-03-10T01:59-05:00"},
        {"March 10, 2024 3:00 am ET", "2024-03-10T03:00-04:00"},
        {"November 3, 2024 1:30 am CT", "2024-11-03T01:30-05:00"},
        {"November 3, 2024 2:30 am CT", "2024-11-03T02:30-06:00"},
        {"April 2, 2006 3:00 am MT", "2006-04-02T03:00-06:00"},
        {"March 12, 2006 3:00 am MT", "2006-03-12T03:00-07:00"},
        {"October 29, 2006 2:00 am MT", "2006-10-29T02:00-07:00"},
        {"July 4, 1976 3:00 am ET", "1976-07-04T03:00"},
        {"24 May 2024 - 16:23 (CEST)", "2024-05-24T16:23+02:00"},
        {"24 May 2024, 16:23 hrs IST", "2024-05-24T16:23+05:30"},
        {"24 May 2024 16:23 UTC+3", "2024-05-24T16:23+03:00"},
        {"4:23 pm EDT, May 24, 2024", "2024-05-24T16:23-04:00"},
        {"1200 GMT, Tuesday, 24 May 2011", "2011-05-24T12:00+00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        moment got;
        char text[MOMENT_TEXT_SIZE];
        full_date_result result = full_date_of(slice_of(cases[i].text), &got);
        CHECK_AT(result == FULL_DATE_FOUND, "\"%s\": %s", cases[i].text, result_word(result));
        moment_write(got, text);
        CHECK_AT(slice_equal(slice_of(text), slice_of(cases[i].moment)), "\"%s\" is %s, not %s",
                 cases[i].text, text, cases[i].moment);
    }
}

static void no_dates(void) {
    static const struct {
        const char *text;
        full_date_result result;
    } cases[] = {
        {"", FULL_DATE_NONE},
        {"   ", FULL_DATE_NONE},
        {"2024", FULL_DATE_NONE},
        {"May 2024", FULL_DATE_NONE},
        {"May 24", FULL_DATE_NONE},
        {"Tuesday", FULL_DATE_NONE},
        {"2024-05", FULL_DATE_NONE},
        {"2024-05-245", FULL_DATE_NONE},
        {"20240524123", FULL_DATE_NONE},
        {"1/2/3", FULL_DATE_NONE},
        {"21:41", FULL_DATE_NONE},
        {"02/03/2024", FULL_DATE_NONE}, /* February or March */
        {"02-03-2024", FULL_DATE_NONE},
        {"May 24, 2024 and later", FULL_DATE_NONE},
        {"2024-05-24T25:00", FULL_DATE_NONE},
        {"30 February 2024", FULL_DATE_IMPOSSIBLE},
        {"2023-02-29", FULL_DATE_IMPOSSIBLE},
        {"2024-13-01", FULL_DATE_IMPOSSIBLE},
        {"2024-00-10", FULL_DATE_IMPOSSIBLE},
        {"0000-01-01", FULL_DATE_IMPOSSIBLE},
        {"31/31/2024", FULL_DATE_IMPOSSIBLE},
        {"May 0, 2024", FULL_DATE_IMPOSSIBLE},
        {"32.01.2024 10:00", FULL_DATE_IMPOSSIBLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        moment got;
        full_date_result result = full_date_of(slice_of(cases[i].text), &got);
        CHECK_AT(result == cases[i].result, "\"%s\": %s", cases[i].text, result_word(result));
        CHECK_INT(got.day, NO_DAY);
        CHECK_INT(got.minute, NO_MINUTE);
    }
}

static void lengths(void) {
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"2024-04-02 21:41 Last", 16},
        {"2024-05-24 A man", 10},
        {"2024-05-24T", 10},
        {"May 24, 2024, the man", 12},
        {"May 24, 2024 at noon", 12},
        {"2024-04-02 21:41 Estimates", 16},
        {"2024-04-02 21:41 ESTIMATE", 16},
        {"May 24, 2024 13:00 pm", 21},
        {"May 24, 2024 40 people", 12},
        {"30 February 2024 at", 16},
        {"24 May 2024Photo", 11},
        {"May 24, 2024 4 people", 12},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        moment got;
        size_t length;
        full_date_at(slice_of(cases[i].text), &got, &length);
        CHECK_AT(length == cases[i].length, "\"%s\": %zu bytes, not %zu", cases[i].text, length,
                 cases[i].length);
    }
}

/* Nothing behind the slice is looked at: cut anywhere, a date is the date of what is left. */
static void cut_anywhere(void) {
    slice text = SLICE("Tue, 02 Apr 2024 21:41:07 -0500");
    char bytes[64];
    memcpy(bytes, text.data, text.length);
    for (size_t cut = 0; cut <= text.length; cut++) {
        moment got;
        size_t length;
        full_date_at((slice){bytes, cut}, &got, &length);
        CHECK(length <= cut);
        CHECK((got.day != NO_DAY) == (cut >= 16));
    }
}

int main(void) {
    RUN(whole_dates);
    RUN(times_of_day);
    RUN(no_dates);
    RUN(lengths);
    RUN(cut_anywhere);
    return tests_end();
}
