/* SPDX-License-Identifier: MIT */
/* EDTF out and in, the units of the calendar, and the order of dates. */
#include "time/when.h"

#include "support/check.h"

static day_number day(const char *text) {
    return day_of_text(slice_of(text));
}

static const struct {
    const char *first, *last;
    granularity granularity;
    bool approximate;
    const char *edtf;
} written[] = {
    {"2024-03-22", "2024-03-22", GRANULARITY_DAY, false, "2024-03-22"},
    {"2024-03-22", "2024-03-22", GRANULARITY_DAY, true, "2024-03-22~"},
    {"2024-03-20", "2024-03-24", GRANULARITY_DAY, true, "2024-03-22~"},
    {"2024-03-22", "2024-03-23", GRANULARITY_DAY, false, "2024-03-22/2024-03-23"},
    {"2024-03-22", "2024-03-22", GRANULARITY_TIME, false, "2024-03-22"},
    {"2024-03-22", "2024-03-22", GRANULARITY_TIME, true, "2024-03-22"},
    {"2024-03-22", "2024-03-23", GRANULARITY_TIME, false, "2024-03-22/2024-03-23"},
    {"2024-03-25", "2024-03-31", GRANULARITY_WEEK, false, "2024-03-25/2024-03-31"},
    {"2024-03-25", "2024-03-27", GRANULARITY_WEEK, true, "2024-03-25~/2024-03-27~"},
    {"2024-03-01", "2024-03-31", GRANULARITY_MONTH, false, "2024-03"},
    {"2024-03-01", "2024-03-10", GRANULARITY_MONTH, true, "2024-03~"},
    {"2024-03-01", "2024-03-10", GRANULARITY_MONTH, false, "2024-03-01/2024-03-10"},
    {"2024-02-15", "2024-04-15", GRANULARITY_MONTH, true, "2024-03~"},
    {"2024-03-01", "2024-05-31", GRANULARITY_SEASON, false, "2024-21"},
    {"2024-06-01", "2024-08-31", GRANULARITY_SEASON, false, "2024-22"},
    {"2024-09-01", "2024-11-30", GRANULARITY_SEASON, false, "2024-23"},
    {"2023-12-01", "2024-02-29", GRANULARITY_SEASON, false, "2023-24"},
    {"9999-12-01", "9999-12-31", GRANULARITY_SEASON, false, "9999-24"},
    {"0001-01-01", "0001-02-28", GRANULARITY_SEASON, false, "0001-01/0001-02"},
    {"2024-05-01", "2024-05-31", GRANULARITY_SEASON, true, "2024-05-01~/2024-05-31~"},
    {"2024-03-01", "2024-05-31", GRANULARITY_SEASON, true, "2024-03~/2024-05~"},
    {"2024-01-01", "2024-03-31", GRANULARITY_QUARTER, false, "2024-33"},
    {"2024-04-01", "2024-06-30", GRANULARITY_QUARTER, false, "2024-34"},
    {"2024-07-01", "2024-09-30", GRANULARITY_QUARTER, false, "2024-35"},
    {"2024-10-01", "2024-12-31", GRANULARITY_QUARTER, false, "2024-36"},
    {"2024-10-01", "2024-10-31", GRANULARITY_QUARTER, true, "2024-10-01~/2024-10-31~"},
    {"2024-01-01", "2024-12-31", GRANULARITY_YEAR, false, "2024"},
    {"2024-01-01", "2024-04-30", GRANULARITY_YEAR, true, "2024~"},
    {"1989-01-01", "1991-12-31", GRANULARITY_YEAR, true, "1990~"},
    {"0033-01-01", "0033-12-31", GRANULARITY_YEAR, false, "0033"},
    {"1990-01-01", "1999-12-31", GRANULARITY_DECADE, false, "199X"},
    {"0001-01-01", "0009-12-31", GRANULARITY_DECADE, false, "000X"},
    {"1990-01-01", "1992-12-31", GRANULARITY_DECADE, true, "1990~/1992~"},
    {"2024-06-15", "2024-06-16", GRANULARITY_SPAN, false, "2024-06-15/2024-06-16"},
    {"2024-06-15", "2024-06-15", GRANULARITY_SPAN, true, "2024-06-15~"},
    {"2024-06-15", "2024-07-02", GRANULARITY_SPAN, true, "2024-06-15~/2024-07-02~"},
    {"2024-03-01", "2024-05-31", GRANULARITY_SPAN, false, "2024-03/2024-05"},
    {"2024-03-01", "2024-03-31", GRANULARITY_SPAN, false, "2024-03-01/2024-03-31"},
    {"2019-01-01", "2021-12-31", GRANULARITY_SPAN, false, "2019/2021"},
    {"2019-01-01", "2019-12-31", GRANULARITY_SPAN, false, "2019-01/2019-12"},
};
#define WRITTEN_COUNT (sizeof written / sizeof *written)

static void writes_edtf(arena *a) {
    for (size_t i = 0; i < WRITTEN_COUNT; i++) {
        when w = {{day(written[i].first), day(written[i].last)},
                  NO_MINUTE,
                  written[i].granularity,
                  written[i].approximate,
                  false};
        CHECK_SLICE(when_edtf(a, w), written[i].edtf);
    }
    CHECK_SLICE(when_edtf(a, (when){.minute = NO_MINUTE}), "");
    when some_day = {
        {day("2024-03-22"), day("2024-03-24")}, NO_MINUTE, GRANULARITY_SPAN, true, true};
    CHECK_SLICE(when_edtf(a, some_day), "[2024-03-22..2024-03-24]");
    CHECK_SLICE(when_edtf_set(a, some_day.days), "[2024-03-22,2024-03-24]");
}

static void reads_edtf(void) {
    static const struct {
        const char *edtf, *first, *last;
        granularity granularity;
        bool approximate;
    } cases[] = {
        {"2024-03-22", "2024-03-22", "2024-03-22", GRANULARITY_DAY, false},
        {"2024-03-22~", "2024-03-22", "2024-03-22", GRANULARITY_DAY, true},
        {"2024-02", "2024-02-01", "2024-02-29", GRANULARITY_MONTH, false},
        {"2024-03~", "2024-03-01", "2024-03-31", GRANULARITY_MONTH, true},
        {"2024-24", "2024-12-01", "2025-02-28", GRANULARITY_SEASON, false},
        {"2024-36", "2024-10-01", "2024-12-31", GRANULARITY_QUARTER, false},
        {"2024~", "2024-01-01", "2024-12-31", GRANULARITY_YEAR, true},
        {"199X", "1990-01-01", "1999-12-31", GRANULARITY_DECADE, false},
        {"000X", "0001-01-01", "0009-12-31", GRANULARITY_DECADE, false},
        {"2024-03-25/2024-03-31", "2024-03-25", "2024-03-31", GRANULARITY_SPAN, false},
        {"2024-06-15~/2024-07-02~", "2024-06-15", "2024-07-02", GRANULARITY_SPAN, true},
        {"2019/2021", "2019-01-01", "2021-12-31", GRANULARITY_SPAN, false},
        {"[2024-03-05,2024-03-07]", "2024-03-05", "2024-03-07", GRANULARITY_SPAN, true},
        {"[2023,2024-03]", "2023-01-01", "2024-03-31", GRANULARITY_SPAN, true},
        {"[2024-03-22..2024-03-24]", "2024-03-22", "2024-03-24", GRANULARITY_SPAN, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        when w = {{NO_DAY, NO_DAY}, 0, GRANULARITY_NONE, false, false};
        CHECK_AT(when_of_edtf(slice_of(cases[i].edtf), &w), "not read: %s", cases[i].edtf);
        CHECK_INT(w.days.first, day(cases[i].first));
        CHECK_INT(w.days.last, day(cases[i].last));
        CHECK_INT(w.granularity, cases[i].granularity);
        CHECK_INT(w.approximate, cases[i].approximate);
        CHECK_INT(w.some_day, slice_find(slice_of(cases[i].edtf), SLICE(".."), 0) != SIZE_MAX);
        CHECK_INT(w.minute, NO_MINUTE);
    }
}

static void refuses_what_is_no_date(void) {
    static const char *const cases[] = {
        "",
        "2024-02-30",
        "2024-13",
        "2024-00",
        "2024-20",
        "2024-25",
        "2024-37",
        "0000",
        "0000-01-01",
        "24-03-05",
        "2024-3-5",
        "2024-03-05 ",
        " 2024",
        "2024-03-",
        "2024/",
        "/2024",
        "2024//",
        "2024-21~",
        "199X~",
        "19XX",
        "2024?",
        "2024-03-05T20",
        "2024,03",
        "[2024-03-05]",
        "[2024,",
        "2024]",
        "2025/2024",
        "2024/2025/2026",
        "2024-X",
        "2024-03-2",
        "Y2024",
        "..",
        "[2024,2025]x",
        "2024-03-05/",
        "-2024",
        "２０２４",
        "2024-031",
        "2024-03~~",
        "2024-03-05~/",
        "[2024-2025]",
        "2024-03-05..2024-03-07",
        "[2024-03-07..2024-03-05]",
        "[2024-03-05..]",
        "[..2024-03-05]",
        "[2024-03-05...2024-03-07]",
    };
    when w;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_AT(!when_of_edtf(slice_of(cases[i]), &w), "read: \"%s\"", cases[i]);
    CHECK(!when_of_edtf((slice){"2024\0", 5}, &w));
}

/* Numbers that look random and are the same on every machine (Knuth's MMIX generator). */
static uint32_t next_number(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static when any_when(uint64_t *state) {
    when w = {.minute = NO_MINUTE,
              .granularity = (granularity)(GRANULARITY_TIME + (int)(next_number(state) % 9)),
              .approximate = next_number(state) % 2};
    day_number first = 1 + (day_number)(next_number(state) % LAST_DAY);
    w.days = unit_span(w.granularity, first);
    if (w.days.first == NO_DAY || next_number(state) % 2) {
        day_number last = first + (day_number)(next_number(state) % 4000);
        w.days = (day_span){first, last > LAST_DAY ? LAST_DAY : last};
    }
    return w;
}

/* What is written is read, and written again it is the same; what is sure keeps its days too. */
static void reads_whatever_it_writes(arena *a) {
    uint64_t state = 1;
    for (int i = 0; i < 20000; i++) {
        when w = any_when(&state), read;
        slice edtf = when_edtf(a, w);
        CHECK_AT(when_of_edtf(edtf, &read), "not read: %.*s", SLICE_ARGS(edtf));
        slice again = when_edtf(a, read);
        CHECK_AT(slice_equal(edtf, again), "%.*s became %.*s", SLICE_ARGS(edtf), SLICE_ARGS(again));
        if (w.approximate)
            continue;
        CHECK_AT(read.days.first == w.days.first && read.days.last == w.days.last,
                 "other days of %.*s", SLICE_ARGS(edtf));
    }
}

static void finds_the_unit_of_a_day(void) {
    static const struct {
        granularity granularity;
        const char *day, *first, *last;
    } cases[] = {
        {GRANULARITY_DAY, "2024-02-29", "2024-02-29", "2024-02-29"},
        {GRANULARITY_WEEK, "2024-03-31", "2024-03-25", "2024-03-31"},
        {GRANULARITY_MONTH, "2024-02-10", "2024-02-01", "2024-02-29"},
        {GRANULARITY_SEASON, "2024-02-10", "2023-12-01", "2024-02-29"},
        {GRANULARITY_SEASON, "2024-12-31", "2024-12-01", "2025-02-28"},
        {GRANULARITY_SEASON, "2024-03-01", "2024-03-01", "2024-05-31"},
        {GRANULARITY_QUARTER, "2024-05-31", "2024-04-01", "2024-06-30"},
        {GRANULARITY_YEAR, "2024-07-01", "2024-01-01", "2024-12-31"},
        {GRANULARITY_DECADE, "1994-07-01", "1990-01-01", "1999-12-31"},
        {GRANULARITY_DECADE, "0005-07-01", "0001-01-01", "0009-12-31"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        day_span unit = unit_span(cases[i].granularity, day(cases[i].day));
        CHECK_INT(unit.first, day(cases[i].first));
        CHECK_INT(unit.last, day(cases[i].last));
    }
    CHECK_INT(unit_span(GRANULARITY_SEASON, day("0001-01-15")).first, NO_DAY);
    CHECK_INT(unit_span(GRANULARITY_SEASON, LAST_DAY).last, LAST_DAY);
}

static void orders_by_first_last_and_time(void) {
    when a = {{10, 20}, NO_MINUTE, GRANULARITY_SPAN, false, false};
    when later = {{11, 11}, NO_MINUTE, GRANULARITY_DAY, false, false};
    when shorter = {{10, 10}, NO_MINUTE, GRANULARITY_DAY, false, false};
    when evening = {{10, 10}, 1200, GRANULARITY_TIME, false, false};
    CHECK(when_compare(a, later) < 0);
    CHECK(when_compare(shorter, a) < 0);
    CHECK(when_compare(evening, shorter) > 0);
    CHECK(when_compare(evening, a) < 0);
    CHECK_INT(when_compare(a, a), 0);
}

static void names_granularities(void) {
    granularity g;
    for (int i = GRANULARITY_NONE; i <= GRANULARITY_SPAN; i++) {
        CHECK(granularity_named(granularity_word((granularity)i), &g));
        CHECK_INT(g, i);
    }
    CHECK_SLICE(granularity_word(GRANULARITY_QUARTER), "quarter");
    CHECK(!granularity_named(SLICE("days"), &g));
    CHECK(!granularity_named(SLICE(""), &g));
}

static void reads_and_writes_days(arena *a) {
    CHECK_SLICE(day_text(a, 1), "0001-01-01");
    CHECK_SLICE(day_text(a, LAST_DAY), "9999-12-31");
    CHECK_INT(day("9999-12-31"), LAST_DAY);
    CHECK_INT(day("2023-02-29"), NO_DAY);
    CHECK_INT(day("2023-02"), NO_DAY);
    CHECK_INT(day("2023-02-28~"), NO_DAY);
    CHECK_INT(day("2023-02-28T20:00"), NO_DAY);
}

int main(void) {
    RUN_IN_ARENA(writes_edtf);
    RUN(reads_edtf);
    RUN(refuses_what_is_no_date);
    RUN_IN_ARENA(reads_whatever_it_writes);
    RUN(finds_the_unit_of_a_day);
    RUN(orders_by_first_last_and_time);
    RUN(names_granularities);
    RUN_IN_ARENA(reads_and_writes_days);
    return tests_end();
}
