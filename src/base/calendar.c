/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

#define DAYS_IN_400_YEARS 146097
#define DAYS_IN_100_YEARS 36524
#define DAYS_IN_4_YEARS   1461

bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && is_leap_year(year));
}

/* Days before 1 January of the year. */
static day_number days_before_year(int year) {
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

static int days_before_month(int year, int month) {
    static const int days[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return days[month - 1] + (month > 2 && is_leap_year(year));
}

day_number day_of(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > days_in_month(year, month))
        return NO_DAY;
    return days_before_year(year) + days_before_month(year, month) + day;
}

/* The year of a day, by whole cycles of 400, 100, 4 and 1 years. */
static int year_of(day_number day) {
    int left = day - 1;
    int n400 = left / DAYS_IN_400_YEARS;
    left %= DAYS_IN_400_YEARS;
    int n100 = left / DAYS_IN_100_YEARS;
    n100 -= n100 == 4;
    left -= n100 * DAYS_IN_100_YEARS;
    int n4 = left / DAYS_IN_4_YEARS;
    left %= DAYS_IN_4_YEARS;
    int n1 = left / 365;
    n1 -= n1 == 4;
    return n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
}

civil_date civil_of(day_number day) {
    civil_date date = {.year = year_of(day), .month = 12};
    int left = day - days_before_year(date.year);
    while (days_before_month(date.year, date.month) >= left)
        date.month--;
    date.day = left - days_before_month(date.year, date.month);
    return date;
}

int weekday_of(day_number day) {
    return (day + 6) % 7 + 1; /* day 1 was a Monday */
}

day_number monday_of_week(int year, int week) {
    if (year < FIRST_YEAR || year > LAST_YEAR || week < 1 || week > 53)
        return NO_DAY;
    day_number fourth = day_of(year, 1, 4); /* always in week 1 */
    day_number monday = fourth - (weekday_of(fourth) - 1) + (week - 1) * 7;
    day_number thursday = monday + 3; /* a week belongs to the year of its Thursday */
    if (thursday > LAST_DAY || year_of(thursday) != year)
        return NO_DAY;
    return monday;
}

void iso_week_of(day_number day, int *year, int *week) {
    day_number thursday = day - (weekday_of(day) - THURSDAY); /* the last day is a Friday */
    *year = year_of(thursday);
    *week = (thursday - days_before_year(*year) - 1) / 7 + 1;
}

day_number add_months(day_number day, int months) {
    civil_date date = civil_of(day);
    int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
    if (count < FIRST_YEAR * 12 || count > LAST_YEAR * 12 + 11)
        return NO_DAY;
    int year = (int)(count / 12), month = (int)(count % 12) + 1;
    int last = days_in_month(year, month);
    return day_of(year, month, date.day < last ? date.day : last);
}

day_span month_span(int year, int month) {
    return (day_span){day_of(year, month, 1), day_of(year, month, days_in_month(year, month))};
}

day_span year_span(int year) {
    return (day_span){day_of(year, 1, 1), day_of(year, 12, 31)};
}

day_span week_span(day_number day) {
    day_number monday = day - (weekday_of(day) - 1);
    day_number sunday = monday + 6;
    return (day_span){monday, sunday > LAST_DAY ? LAST_DAY : sunday};
}
