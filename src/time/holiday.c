/* SPDX-License-Identifier: MIT */
#include "time/holiday.h"

#define FIRST_ONE_DAY 10000000
/* 1 Tishri of the Hebrew year 1 is this long before 1 January 1. */
#define HEBREW_EPOCH (-1373427)
/* The Hebrew year that begins in the autumn of year 0. */
#define HEBREW_YEARS 3761
/* Parts of an hour in a day, and of the moon's month beyond 29 days. */
#define PARTS_OF_DAY   25920
#define PARTS_OF_MONTH 13753

day_number weekday_before(day_number day, int weekday) {
    return day - (weekday_of(day) - weekday + 7) % 7;
}

day_number weekday_after(day_number day, int weekday) {
    return day + (weekday - weekday_of(day) + 7) % 7;
}

day_number nth_weekday_of_month(int year, int month, int nth, int weekday) {
    day_span days = month_span(year, month);
    if (days.first == NO_DAY)
        return NO_DAY;
    return nth >= 5 ? weekday_before(days.last, weekday)
                    : weekday_after(days.first, weekday) + 7 * (nth - 1);
}

static day_number easter_sunday(int year) {
    int golden = year % 19, century = year / 100, rest = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int march = epact + weekday - 7 * late + 114;
    return day_of(year, march / 31, march % 31 + 1);
}

/* The day of our calendar on which the Julian one had 31 March. */
static day_number julian_march_end(int year) {
    bool leap = year % 4 == 0;
    return 365 * (year - 1) + (year - 1) / 4 + 90 + leap - 2;
}

static day_number orthodox_easter_sunday(int year) {
    int moon = (19 * (year % 19) + 15) % 30;
    int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    return julian_march_end(year) + moon + weekday + 22 - 31;
}

/* Days from the epoch to the new moon of a Hebrew year, kept off three days of the week. */
static int hebrew_days(int year) {
    int months = (235 * year - 234) / 19;
    int64_t parts = 12084 + (int64_t)PARTS_OF_MONTH * months;
    int days = 29 * months + (int)(parts / PARTS_OF_DAY);
    return days + (3 * (days + 1) % 7 < 3);
}

/* Of the Hebrew year that begins in the autumn of a year. */
static day_number rosh_hashanah(int year) {
    int before = hebrew_days(year + HEBREW_YEARS - 1), days = hebrew_days(year + HEBREW_YEARS);
    int after = hebrew_days(year + HEBREW_YEARS + 1);
    int moved = after - days == 356 ? 2 : days - before == 382 ? 1 : 0;
    return HEBREW_EPOCH + days + moved;
}

/* From the first day of Passover to the Hebrew new year that follows it. */
#define PASSOVER_TO_NEW_YEAR 163

static day_number in_calendar(day_number day) {
    return day < 1 || day > LAST_DAY ? NO_DAY : day;
}

int holiday_only_year(holiday_rule rule) {
    return rule >= FIRST_ONE_DAY ? rule / 10000 : 0;
}

day_number holiday_in_year(holiday_rule rule, int year) {
    int days = rule % 1000 - 500;
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return NO_DAY;
    if (rule >= FIRST_ONE_DAY)
        return rule / 10000 == year ? day_of(year, rule / 100 % 100, rule % 100) : NO_DAY;
    switch (rule / 1000000) {
    case 2:
        return in_calendar(easter_sunday(year) + days);
    case 3:
        return in_calendar(orthodox_easter_sunday(year) + days);
    case 4:
        return in_calendar(rosh_hashanah(year) + days);
    case 5:
        return in_calendar(rosh_hashanah(year) - PASSOVER_TO_NEW_YEAR + days);
    case 6: {
        day_number day = day_of(year, rule / 100 % 100, rule % 100);
        return weekday_of(day) == SUNDAY ? day - 1 : day;
    }
    default:
        break;
    }
    int month = rule / 100 % 100;
    if (rule < 10000)
        return day_of(year, month, rule % 100);
    day_number day = nth_weekday_of_month(year, month, rule / 10 % 10, rule % 10);
    return day == NO_DAY ? NO_DAY : in_calendar(day + rule / 100000);
}
