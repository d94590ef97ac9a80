/* SPDX-License-Identifier: MIT */
/*
 * Days of the year that have a name, by rule. A rule is one number, so that the scanner's lists of
 * names (time/en/holidays.re) can be read as a table:
 *
 *   MONTH_DAY(12, 25)                        a day of a month
 *   NTH_WEEKDAY(11, 4, THURSDAY)             the fourth Thursday of November; week 5 is the last
 *   DAYS_AFTER(1, NTH_WEEKDAY(…))            so many days (at most 9) after that
 *   EASTER(-2), ORTHODOX_EASTER(-2)          days from Easter Sunday: Good Friday
 *   ROSH_HASHANAH(9), PASSOVER(0)            days from these, by daylight: Yom Kippur
 *   NOT_SUNDAY(4, 27)                        a day of a month; where that is a Sunday, the day
 * before ONE_DAY(2001, 9, 11)                     a day of one year alone, known by a name
 *
 * Easter is found by the algorithm that Meeus gives (Astronomical Algorithms, 1991, chapter 8); the
 * Orthodox by his Julian one, moved into our calendar. The Hebrew new year is that of Reingold and
 * Dershowitz (Calendrical Calculations).
 */
#ifndef TIME_HOLIDAY_H
#define TIME_HOLIDAY_H

#include "base/calendar.h"

typedef int holiday_rule;

#define MONTH_DAY(month, day)             ((month)*100 + (day))
#define NTH_WEEKDAY(month, week, weekday) (10000 + (month)*100 + (week)*10 + (weekday))
#define DAYS_AFTER(days, rule)            ((rule) + (days)*100000)
#define EASTER(days)                      (2000500 + (days))
#define ORTHODOX_EASTER(days)             (3000500 + (days))
#define ROSH_HASHANAH(days)               (4000500 + (days))
#define PASSOVER(days)                    (5000500 + (days))
#define NOT_SUNDAY(month, day)            (6000000 + (month)*100 + (day))
#define ONE_DAY(year, month, day)         ((year)*10000 + (month)*100 + (day))

/* The day of a year; NO_DAY where the year has none. */
day_number holiday_in_year(holiday_rule rule, int year);
/* The year of a rule for one day alone; 0 for the others. */
int holiday_only_year(holiday_rule rule);
/* Of a month, the first to fourth such weekday, or the last (5). NO_DAY beyond the calendar. */
day_number nth_weekday_of_month(int year, int month, int nth, int weekday);
/* The weekday on or before (after) a day. */
day_number weekday_before(day_number day, int weekday);
day_number weekday_after(day_number day, int weekday);

#endif
