/* SPDX-License-Identifier: MIT */
/*
 * The calendar: proleptic Gregorian, years 1 to 9999, in plain integers. A day is its number,
 * 1 January of year 1 being day 1; 0 is no day. Weeks are ISO 8601's and begin on Monday.
 */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#define FIRST_YEAR 1
#define LAST_YEAR  9999
#define NO_DAY     0
#define LAST_DAY   3652059 /* 31 December 9999 */

typedef int32_t day_number;

typedef struct civil_date {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
} civil_date;

/* A moment as sources state it: a day, perhaps a time of it, perhaps its distance from UTC. */
typedef struct moment {
    day_number day; /* NO_DAY: unknown */
    int minute;     /* of the day, 0 to 1439; NO_MINUTE: unknown */
    int utc_offset; /* minutes east of UTC; NO_ZONE: unknown */
} moment;
#define NO_MINUTE (-1)
#define NO_ZONE   (-10000)

/* Days from `first` to `last`, both included. */
typedef struct day_span {
    day_number first;
    day_number last;
} day_span;

enum { MONDAY = 1, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

/* 0 where the month is none. */
int days_in_month(int year, int month);
bool is_leap_year(int year);
/* NO_DAY where the calendar has no such date. */
day_number day_of(int year, int month, int day);
civil_date civil_of(day_number day);
/* MONDAY to SUNDAY. */
int weekday_of(day_number day);
/* The ISO week of a day, and the Monday of an ISO week (NO_DAY where the year has no such week). */
void iso_week_of(day_number day, int *year, int *week);
day_number monday_of_week(int year, int week);
/* The day `months` later; a day that the month lacks becomes its last. NO_DAY beyond the years. */
day_number add_months(day_number day, int months);
/* The whole month, year, week that holds the day. */
day_span month_span(int year, int month);
day_span year_span(int year);
day_span week_span(day_number day);

#endif
