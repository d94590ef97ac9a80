/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"
#include "support/check.h"

static void known_days(void) {
    static const struct {
        int year, month, day, weekday, week_year, week;
        day_number number;
    } cases[] = {
        {1, 1, 1, MONDAY, 1, 1, 1},
        {1582, 10, 15, FRIDAY, 1582, 41, 577736},
        {1970, 1, 1, THURSDAY, 1970, 1, 719163},
        {2000, 2, 29, TUESDAY, 2000, 9, 730179},
        {2004, 12, 31, FRIDAY, 2004, 53, 731946},
        {2005, 1, 1, SATURDAY, 2004, 53, 731947}, /* of the year before's last week */
        {2007, 12, 31, MONDAY, 2008, 1, 733041},  /* of the next year's first week */
        {2008, 1, 1, TUESDAY, 2008, 1, 733042},
        {2024, 2, 29, THURSDAY, 2024, 9, 738945},
        {9999, 12, 31, FRIDAY, 9999, 52, LAST_DAY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        day_number day = day_of(cases[i].year, cases[i].month, cases[i].day);
        int year, week;
        iso_week_of(day, &year, &week);
        CHECK_INT(day, cases[i].number);
        CHECK_INT(weekday_of(day), cases[i].weekday);
        CHECK_INT(year, cases[i].week_year);
        CHECK_INT(week, cases[i].week);
    }
}

static void impossible_days(void) {
    static const int cases[][3] = {
        {2023, 2, 29}, {1900, 2, 29}, {2024, 2, 30}, {2024, 4, 31},    {2024, 0, 1},
        {2024, 13, 1}, {2024, 1, 0},  {2024, 1, 32}, {0, 1, 1},        {10000, 1, 1},
        {-4, 2, 29},   {2024, -1, 1}, {2024, 1, -1}, {2024, 12, 1000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_INT(day_of(cases[i][0], cases[i][1], cases[i][2]), NO_DAY);
}

/* Each day of 9999 years, in order: dates, weekdays and weeks all move on by one. */
static void every_day(void) {
    day_number expected = 0;
    int weekday = SUNDAY, wrong = 0;
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= days_in_month(year, month); day++) {
                day_number number = day_of(year, month, day);
                civil_date civil = civil_of(number);
                int week_year, week;
                iso_week_of(number, &week_year, &week);
                weekday = weekday % 7 + 1;
                wrong += number != ++expected || weekday_of(number) != weekday ||
                         civil.year != year || civil.month != month || civil.day != day ||
                         monday_of_week(week_year, week) != number - (weekday - MONDAY);
            }
    CHECK_INT(expected, LAST_DAY);
    CHECK_INT(wrong, 0);
}

static void leap_years(void) {
    CHECK(is_leap_year(2000) && is_leap_year(2024) && is_leap_year(4));
    CHECK(!is_leap_year(1900) && !is_leap_year(2023) && !is_leap_year(2100));
    CHECK_INT(days_in_month(2024, 2), 29);
    CHECK_INT(days_in_month(2023, 2), 28);
    CHECK_INT(days_in_month(2023, 12), 31);
    CHECK_INT(days_in_month(2023, 0), 0);
    CHECK_INT(days_in_month(2023, 13), 0);
}

static void weeks_that_are_none(void) {
    CHECK_INT(monday_of_week(2004, 53), day_of(2004, 12, 27));
    CHECK_INT(monday_of_week(2005, 53), NO_DAY);
    CHECK_INT(monday_of_week(2005, 0), NO_DAY);
    CHECK_INT(monday_of_week(2005, 54), NO_DAY);
    CHECK_INT(monday_of_week(0, 1), NO_DAY);
    CHECK_INT(monday_of_week(1, 1), 1);
    CHECK_INT(monday_of_week(9999, 52), day_of(9999, 12, 27));
    CHECK_INT(monday_of_week(9999, 53), NO_DAY);
}

static void adding_months(void) {
    static const struct {
        int year, month, day, months, to_year, to_month, to_day;
    } cases[] = {
        {2024, 1, 31, 1, 2024, 2, 29},   {2023, 1, 31, 1, 2023, 2, 28},
        {2024, 3, 31, -1, 2024, 2, 29},  {2024, 12, 15, 1, 2025, 1, 15},
        {2024, 1, 15, -1, 2023, 12, 15}, {2024, 2, 29, 12, 2025, 2, 28},
        {2024, 2, 29, -48, 2020, 2, 29}, {2024, 5, 24, 0, 2024, 5, 24},
        {1, 12, 31, -11, 1, 1, 31},      {9999, 1, 31, 11, 9999, 12, 31},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_INT(add_months(day_of(cases[i].year, cases[i].month, cases[i].day), cases[i].months),
                  day_of(cases[i].to_year, cases[i].to_month, cases[i].to_day));
    CHECK_INT(add_months(1, -1), NO_DAY);
    CHECK_INT(add_months(LAST_DAY, 1), NO_DAY);
    CHECK_INT(add_months(LAST_DAY, INT32_MAX), NO_DAY);
    CHECK_INT(add_months(LAST_DAY, INT32_MIN), NO_DAY);
}

static void spans(void) {
    CHECK_INT(month_span(2024, 2).first, day_of(2024, 2, 1));
    CHECK_INT(month_span(2024, 2).last, day_of(2024, 2, 29));
    CHECK_INT(month_span(2024, 13).first, NO_DAY);
    CHECK_INT(month_span(2024, 13).last, NO_DAY);
    CHECK_INT(year_span(2024).last - year_span(2024).first, 365);
    CHECK_INT(year_span(10000).first, NO_DAY);
    CHECK_INT(week_span(day_of(2024, 5, 24)).first, day_of(2024, 5, 20));
    CHECK_INT(week_span(day_of(2024, 5, 24)).last, day_of(2024, 5, 26));
    CHECK_INT(week_span(day_of(2024, 5, 26)).first, day_of(2024, 5, 20));
    CHECK_INT(week_span(1).first, 1);
    CHECK_INT(week_span(LAST_DAY).last, LAST_DAY);
}

int main(void) {
    RUN(known_days);
    RUN(impossible_days);
    RUN(every_day);
    RUN(leap_years);
    RUN(weeks_that_are_none);
    RUN(adding_months);
    RUN(spans);
    return tests_end();
}
