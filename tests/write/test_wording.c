/* SPDX-License-Identifier: MIT */
/* The words for dates, figures and claims. */
#include "write/wording.h"

#include "support/check.h"

static const struct {
    const char *first, *last;
    granularity granularity;
    bool approximate;
    const char *full, *in_year;
} dates[] = {
    {"2024-03-22", "2024-03-22", GRANULARITY_DAY, false, "22 March 2024", "Fri 22 Mar"},
    {"2024-03-22", "2024-03-22", GRANULARITY_DAY, true, "about 22 March 2024", "about 22 Mar"},
    {"2024-03-22", "2024-03-22", GRANULARITY_TIME, true, "22 March 2024", "Fri 22 Mar"},
    {"2024-03-25", "2024-03-31", GRANULARITY_WEEK, false, "week of 25 March 2024",
     "week of 25 Mar"},
    {"2024-03-25", "2024-03-27", GRANULARITY_WEEK, true, "about 25–27 March 2024",
     "about 25–27 Mar"},
    {"2024-03-01", "2024-03-31", GRANULARITY_MONTH, false, "March 2024", "March"},
    {"2024-03-01", "2024-03-31", GRANULARITY_MONTH, true, "about March 2024", "about March"},
    {"2024-03-01", "2024-03-10", GRANULARITY_MONTH, true, "early March 2024", "early March"},
    {"2024-03-11", "2024-03-20", GRANULARITY_MONTH, true, "mid-March 2024", "mid-March"},
    {"2024-03-21", "2024-03-31", GRANULARITY_MONTH, true, "late March 2024", "late March"},
    {"2024-03-01", "2024-05-31", GRANULARITY_SEASON, false, "spring 2024", "spring"},
    {"2024-12-01", "2025-02-28", GRANULARITY_SEASON, false, "winter 2024–25", "winter 2024–25"},
    {"1999-12-01", "2000-02-29", GRANULARITY_SEASON, false, "winter 1999–00", "winter 1999–00"},
    {"2024-08-01", "2024-08-31", GRANULARITY_SEASON, true, "late summer 2024", "late summer"},
    {"2024-10-01", "2024-12-31", GRANULARITY_QUARTER, false, "fourth quarter of 2024",
     "fourth quarter"},
    {"2024-01-01", "2024-12-31", GRANULARITY_YEAR, false, "2024", "2024"},
    {"2024-01-01", "2024-04-30", GRANULARITY_YEAR, true, "early 2024", "early 2024"},
    {"2024-05-01", "2024-08-31", GRANULARITY_YEAR, true, "mid-2024", "mid-2024"},
    {"1990-01-01", "1999-12-31", GRANULARITY_DECADE, false, "1990s", "1990s"},
    {"1997-01-01", "1999-12-31", GRANULARITY_DECADE, true, "late 1990s", "late 1990s"},
    {"2024-06-15", "2024-06-16", GRANULARITY_SPAN, false, "15–16 June 2024", "15–16 Jun"},
    {"2024-06-15", "2024-06-15", GRANULARITY_SPAN, false, "15 June 2024", "Sat 15 Jun"},
    {"2024-02-28", "2024-03-03", GRANULARITY_SPAN, false, "28 February – 3 March 2024",
     "28 Feb – 3 Mar"},
    {"2023-12-30", "2024-01-02", GRANULARITY_SPAN, false, "30 December 2023 – 2 January 2024",
     "30 Dec – 2 Jan"},
    {"2022-12-30", "2024-01-02", GRANULARITY_SPAN, false, "30 December 2022 – 2 January 2024",
     "30 Dec – 2 Jan 2024"},
    {"2024-03-01", "2024-05-31", GRANULARITY_SPAN, false, "March–May 2024", "March–May"},
    {"2023-11-01", "2024-02-29", GRANULARITY_SPAN, false, "November 2023 – February 2024",
     "November – February"},
    {"2019-01-01", "2021-12-31", GRANULARITY_SPAN, false, "2019–2021", "2019–2021"},
    {"2024-06-15", "2024-06-16", GRANULARITY_SPAN, true, "about 15–16 June 2024",
     "about 15–16 Jun"},
    {"0001-01-01", "0001-02-28", GRANULARITY_SEASON, true, "January–February 1",
     "January–February"},
};

static void says_dates(arena *a) {
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        when w = {{day_of_text(slice_of(dates[i].first)), day_of_text(slice_of(dates[i].last))},
                  NO_MINUTE,
                  dates[i].granularity,
                  dates[i].approximate,
                  false};
        CHECK_SLICE(wording_of_date(a, w), dates[i].full);
        CHECK_SLICE(wording_of_date_in_year(a, w), dates[i].in_year);
    }
    CHECK_SLICE(wording_of_date(a, (when){.minute = NO_MINUTE}), "undated");
    CHECK_SLICE(wording_of_day(a, NO_DAY), "undated");
}

static void says_some_day(arena *a) {
    static const struct {
        const char *first, *last, *full, *in_year;
    } cases[] = {
        {"2024-03-22", "2024-03-24", "between 22 and 24 March 2024", "between 22 and 24 Mar"},
        {"2024-03-01", "2024-05-31", "between 1 March and 31 May 2024", "between 1 Mar and 31 May"},
        {"2023-12-30", "2024-01-02", "between 30 December 2023 and 2 January 2024",
         "between 30 Dec and 2 Jan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        when w = {{day_of_text(slice_of(cases[i].first)), day_of_text(slice_of(cases[i].last))},
                  NO_MINUTE,
                  GRANULARITY_SPAN,
                  true,
                  true};
        CHECK_SLICE(wording_of_date(a, w), cases[i].full);
        CHECK_SLICE(wording_of_date_in_year(a, w), cases[i].in_year);
        timeline t = {.owner = a};
        entry e = {.when = w};
        *vector_push(&t.articles, a) = (timeline_article){.published_from = PUBLISHED_METADATA};
        *vector_push(&e.mentions, a) =
            (entry_mention){.how = HOW_ANCHORED, .timex = SLICE("after\nthe vote")};
        CHECK_SLICE(wording_of_inference(a, &t, &e), "Day not known: told as “after the vote”");
    }
}

static void says_times_that_are_sure(arena *a) {
    day_number day = day_of(2024, 3, 22);
    when w = {{day, day}, 20 * 60 + 5, GRANULARITY_TIME, false, false};
    CHECK_SLICE(wording_of_date(a, w), "22 March 2024, 20:05");
    CHECK_SLICE(wording_of_date_in_year(a, w), "Fri 22 Mar 20:05");
    CHECK_SLICE(wording_of_time(a, w), "20:05");
    w.minute = 0;
    CHECK_SLICE(wording_of_time(a, w), "00:00");
    w.approximate = true;
    CHECK_SLICE(wording_of_time(a, w), "");
    CHECK_SLICE(wording_of_date(a, w), "22 March 2024");
}

static void says_heads(arena *a) {
    when w = {{day_of(1995, 3, 1), day_of(1996, 3, 1)}, NO_MINUTE, GRANULARITY_SPAN, false, false};
    CHECK_SLICE(wording_of_head(a, w), "1995");
    w.granularity = GRANULARITY_DECADE;
    CHECK_SLICE(wording_of_head(a, w), "1990s");
}

static void says_numbers(arena *a) {
    static const struct {
        double number;
        const char *words;
    } cases[] = {
        {0, "0"},
        {7, "7"},
        {999, "999"},
        {1000, "1,000"},
        {1234567, "1,234,567"},
        {2.5, "2.5"},
        {1250.125, "1,250.125"},
        {0.0001, "0"},
        {-0.0001, "0"},
        {-1500, "-1,500"},
        {1.9999, "2"},
        {1234567890123.5, "1,234,567,890,123.5"},
        {999999999999999, "999,999,999,999,999"},
        {1e15, "1000000000000000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(wording_of_number(a, cases[i].number), cases[i].words);
    CHECK_SLICE(wording_of_count(a, 1, "event", "events"), "1 event");
    CHECK_SLICE(wording_of_count(a, 0, "event", "events"), "0 events");
    CHECK_SLICE(wording_of_count(a, 1200, "event", "events"), "1,200 events");
}

static void add_value(arena *a, entry_figure *f, double number, bound b, size_t articles) {
    figure_value *v = vector_push(&f->values, a);
    v->number = number;
    v->bound = b;
    for (size_t i = 0; i < articles; i++)
        *vector_push(&v->articles, a) = i;
}

static void says_figures(arena *a) {
    entry_figure f = {.of = SLICE("killed")};
    add_value(a, &f, 144, BOUND_EXACT, 2);
    CHECK_SLICE(wording_of_figure(a, &f), "killed: 144 (2 sources)");
    CHECK_SLICE(wording_of_disagreement(a, &f), "");
    add_value(a, &f, 137, BOUND_EXACT, 1);
    add_value(a, &f, 1300, BOUND_AT_LEAST, 1);
    add_value(a, &f, 90, BOUND_AT_MOST, 3);
    add_value(a, &f, 100, BOUND_ABOUT, 1);
    CHECK_SLICE(wording_of_figure(a, &f), "killed: 144 (2 sources), 137 (1), at least 1,300 (1), "
                                          "at most 90 (3), about 100 (1)");
    CHECK(slice_starts_with(wording_of_disagreement(a, &f), SLICE("Killed: 144 (2 sources), ")));
}

static void says_claims(arena *a) {
    static const struct {
        event_status status;
        const char *attribution, *words;
    } cases[] = {
        {EVENT_HAPPENED, "", ""},
        {EVENT_HAPPENED, "the mayor", "According to the mayor"},
        {EVENT_PLANNED, "", "Planned"},
        {EVENT_CANCELLED, "", "Cancelled"},
        {EVENT_DENIED, "the mayor", "Denied, according to the mayor"},
        {EVENT_ALLEGED, "the\nmayor", "Alleged, according to the mayor"},
        {EVENT_ONGOING, "", "Ongoing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        entry e = {.status = cases[i].status, .attribution = slice_of(cases[i].attribution)};
        CHECK_SLICE(wording_of_claim(a, &e), cases[i].words);
    }
}

static void puts_text_on_one_line(arena *a) {
    CHECK_SLICE(one_line(a, SLICE(" a\r\n\tb\x1b[1m  c ")), "a b [1m c");
    CHECK_SLICE(one_line(a, SLICE("x\xc2\x85y\xe2\x80\xa8z\x7f")), "x y z");
    CHECK_SLICE(one_line(a, SLICE("10\xc2\xa0km")), "10\xc2\xa0km");
    CHECK_SLICE(one_line(a, (slice){"a\0b", 3}), "a b");
    CHECK_SLICE(one_line(a, SLICE("\n\n")), "");
    CHECK_SLICE(one_line(a, SLICE("a\u202eb\u2066 c\u2069")), "ab c");
}

static void says_what_was_inferred(arena *a) {
    static const struct {
        timex_how how;
        published_from from;
        const char *words;
    } cases[] = {
        {HOW_EXPLICIT, PUBLISHED_INFERRED, ""},
        {HOW_WEEKDAY, PUBLISHED_METADATA, ""},
        {HOW_WEEKDAY, PUBLISHED_INFERRED,
         "Date inferred from when the other articles were published"},
        {HOW_PUBLISHED, PUBLISHED_METADATA, "Dated by the day of publication"},
        {HOW_ANCHORED, PUBLISHED_NONE, "Date counted from another event"},
        {HOW_INHERITED, PUBLISHED_NONE, "Date taken from what is told before it"},
    };
    day_number day = day_of(2024, 3, 22);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        timeline t = {.owner = a};
        entry e = {.when = {{day, day}, NO_MINUTE, GRANULARITY_DAY, false, false}};
        *vector_push(&t.articles, a) = (timeline_article){.published_from = cases[i].from};
        *vector_push(&t.articles, a) = (timeline_article){.published_from = PUBLISHED_METADATA};
        *vector_push(&e.mentions, a) = (entry_mention){.article = 0, .how = cases[i].how};
        CHECK_SLICE(wording_of_inference(a, &t, &e), cases[i].words);
        /* One source that says it is enough. */
        *vector_push(&e.mentions, a) = (entry_mention){.article = 1, .how = HOW_EXPLICIT};
        CHECK_SLICE(wording_of_inference(a, &t, &e), "");
    }
}

int main(void) {
    RUN_IN_ARENA(says_dates);
    RUN_IN_ARENA(says_some_day);
    RUN_IN_ARENA(says_times_that_are_sure);
    RUN_IN_ARENA(says_heads);
    RUN_IN_ARENA(says_numbers);
    RUN_IN_ARENA(says_figures);
    RUN_IN_ARENA(says_claims);
    RUN_IN_ARENA(puts_text_on_one_line);
    RUN_IN_ARENA(says_what_was_inferred);
    return tests_end();
}
