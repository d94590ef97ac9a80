/* SPDX-License-Identifier: MIT */
/* The day of a year that a holiday's rule names, over the years. */
#include "time/holiday.h"
#include "time/when.h"

#include "support/check.h"

static const struct {
    holiday_rule rule;
    const char *day;
} cases[] = {
    {MONTH_DAY(12, 25), "2024-12-25"},
    {NTH_WEEKDAY(11, 4, THURSDAY), "2012-11-22"},
    {NTH_WEEKDAY(11, 4, THURSDAY), "2023-11-23"},
    {NTH_WEEKDAY(11, 4, THURSDAY), "2029-11-22"},
    {NTH_WEEKDAY(5, 5, MONDAY), "2021-05-31"},
    {NTH_WEEKDAY(5, 5, MONDAY), "2022-05-30"},
    {NTH_WEEKDAY(1, 3, MONDAY), "2014-01-20"},
    {NTH_WEEKDAY(9, 1, MONDAY), "2025-09-01"},
    {DAYS_AFTER(1, NTH_WEEKDAY(11, 4, THURSDAY)), "2017-11-24"},
    {DAYS_AFTER(4, NTH_WEEKDAY(11, 4, THURSDAY)), "2024-12-02"},
    {EASTER(0), "1818-03-22"},
    {EASTER(0), "1916-04-23"},
    {EASTER(0), "1943-04-25"},
    {EASTER(0), "1961-04-02"},
    {EASTER(0), "1981-04-19"},
    {EASTER(0), "1998-04-12"},
    {EASTER(0), "2000-04-23"},
    {EASTER(0), "2008-03-23"},
    {EASTER(0), "2011-04-24"},
    {EASTER(0), "2016-03-27"},
    {EASTER(0), "2019-04-21"},
    {EASTER(0), "2024-03-31"},
    {EASTER(0), "2025-04-20"},
    {EASTER(0), "2038-04-25"},
    {EASTER(-47), "2013-02-12"},
    {EASTER(-46), "2024-02-14"},
    {EASTER(-2), "1998-04-10"},
    {EASTER(1), "1916-04-24"},
    {EASTER(49), "2013-05-19"},
    {ORTHODOX_EASTER(0), "1917-04-15"},
    {ORTHODOX_EASTER(0), "2010-04-04"},
    {ORTHODOX_EASTER(0), "2013-05-05"},
    {ORTHODOX_EASTER(0), "2016-05-01"},
    {ORTHODOX_EASTER(0), "2018-04-08"},
    {ORTHODOX_EASTER(0), "2019-04-28"},
    {ORTHODOX_EASTER(0), "2020-04-19"},
    {ORTHODOX_EASTER(0), "2021-05-02"},
    {ORTHODOX_EASTER(0), "2024-05-05"},
    {ORTHODOX_EASTER(0), "2025-04-20"},
    {ROSH_HASHANAH(0), "2016-10-03"},
    {ROSH_HASHANAH(0), "2018-09-10"},
    {ROSH_HASHANAH(0), "2019-09-30"},
    {ROSH_HASHANAH(0), "2020-09-19"},
    {ROSH_HASHANAH(0), "2021-09-07"},
    {ROSH_HASHANAH(0), "2023-09-16"},
    {ROSH_HASHANAH(0), "2024-10-03"},
    {ROSH_HASHANAH(9), "1973-10-06"},
    {PASSOVER(0), "2016-04-23"},
    {PASSOVER(0), "2018-03-31"},
    {PASSOVER(0), "2020-04-09"},
    {PASSOVER(0), "2024-04-23"},
    {NOT_SUNDAY(4, 27), "2014-04-26"},
    {NOT_SUNDAY(4, 27), "2018-04-27"},
    {ONE_DAY(2001, 9, 11), "2001-09-11"},
};

static void names_days(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        day_number wanted = day_of_text(slice_of(cases[i].day));
        day_number found = holiday_in_year(cases[i].rule, civil_of(wanted).year);
        CHECK_AT(found == wanted, "rule %d gave %.*s, wanted %s", cases[i].rule,
                 SLICE_ARGS(found == NO_DAY ? SLICE("none") : day_text(a, found)), cases[i].day);
    }
}

static void days_that_are_not(arena *a) {
    (void)a;
    CHECK(holiday_in_year(MONTH_DAY(2, 29), 2023) == NO_DAY);
    CHECK(holiday_in_year(ONE_DAY(2001, 9, 11), 2002) == NO_DAY);
    CHECK(holiday_in_year(EASTER(0), 0) == NO_DAY);
    CHECK(holiday_in_year(EASTER(0), 10000) == NO_DAY);
    CHECK(holiday_only_year(ONE_DAY(2001, 9, 11)) == 2001);
    CHECK(holiday_only_year(EASTER(0)) == 0);
}

/* Easter is a Sunday from 22 March to 25 April in every year; the Orthodox one is never before. */
static void easter_is_a_sunday_in_spring(arena *a) {
    (void)a;
    for (int year = 1583; year <= 4099; year++) {
        day_number day = holiday_in_year(EASTER(0), year);
        day_number orthodox = holiday_in_year(ORTHODOX_EASTER(0), year);
        CHECK_AT(weekday_of(day) == SUNDAY && day >= day_of(year, 3, 22) &&
                     day <= day_of(year, 4, 25),
                 "Easter %d", year);
        CHECK_AT(weekday_of(orthodox) == SUNDAY && (year > 2698 || orthodox >= day), "year %d",
                 year);
    }
}

int main(void) {
    RUN_IN_ARENA(names_days);
    RUN_IN_ARENA(days_that_are_not);
    RUN_IN_ARENA(easter_is_a_sunday_in_spring);
    return tests_end();
}
