/* SPDX-License-Identifier: MIT */
#include "base/full_date.h"
#include "time/expression.h"

/* "2024-03-22", "3/22/2024": a date in digits alone. Short years and ambiguous orders are none. */
static void read_numeric(expression *e, slice digits) {
    moment found;
    if (full_date_of(digits, &found) != FULL_DATE_FOUND) {
        e->impossible = true;
        return;
    }
    civil_date date = civil_of(found.day);
    e->year = date.year;
    e->month = date.month;
    e->day = date.day;
    if (found.minute != NO_MINUTE)
        e->clock = found.minute + 1;
}

/* "2024-W12" as 2024120, "2024-W12-5" as 2024125. */
static void read_iso_week(expression *e, int value) {
    day_number monday = monday_of_week(value / 1000, value / 10 % 100);
    int weekday = value % 10;
    e->impossible = monday == NO_DAY;
    civil_date date = civil_of(e->impossible ? 1 : monday + (weekday ? weekday - 1 : 0));
    e->year = date.year;
    e->month = date.month;
    e->day = date.day;
    e->unit = weekday ? UNIT_NONE : UNIT_WEEK;
}

/* "9 p.m.", "nine o'clock": what looked like a day is an hour. */
void expression_read_hour(expression *e) {
    if (e->clock || !e->day)
        return;
    e->impossible = e->impossible || e->day > 24;
    e->clock = e->day * 60 + 1;
    e->day = 0;
}

/* 9 p.m., 12:30 a.m. */
static void apply_meridiem(expression *e, int afternoon) {
    bool hour_alone = !e->clock;
    expression_read_hour(e);
    int minute = e->clock - 1;
    e->impossible = e->impossible || (hour_alone && minute >= 60 * 13);
    if (minute < 60 * 13) /* but "15:37 p.m." */
        e->clock = minute % (12 * 60) + afternoon * 12 * 60 + 1;
    e->clock_is_sure = true;
}

static void add_clock(expression *e, int value) {
    e->clock = value % CLOCK_SURE + 1;
    e->clock_is_sure = value >= CLOCK_SURE;
}

/* "Three in the afternoon", "tonight at 11", "half past nine". */
static void complete_clock(expression *e) {
    bool is_hour = e->past_hour || e->deictic || e->rule == RULE_RELATIVE || !e->month;
    if (is_hour && e->day && !e->clock && (e->day_part || e->past_hour))
        expression_read_hour(e);
    if (!e->clock)
        return;
    int minute = e->clock - 1;
    bool late = e->day_part == DAY_PART_AFTERNOON || e->day_part == DAY_PART_EVENING ||
                (e->day_part == DAY_PART_NIGHT && minute >= 5 * 60);
    if (late && !e->clock_is_sure && minute < 12 * 60)
        minute += 12 * 60;
    minute += e->past_hour;
    e->clock = (minute + 24 * 60) % (24 * 60) + 1;
    if (minute == CLOCK_MIDNIGHT)
        e->clock = CLOCK_MIDNIGHT + 1;
}

/* The year that two digits stand for, around the turn of the century. */
static int full_year(int two_digits) {
    return two_digits + (two_digits < 40 ? 2000 : 1900);
}

static bool is_amount(timex_rule rule) {
    return rule == RULE_OFFSET || rule == RULE_DURATION || rule == RULE_SET;
}

/* What "and" adds to: two hundred and fifty. */
static bool counts_hundreds(const expression *e) {
    return e->count >= 100 && e->count % 100 == 0;
}

/* "Two hundred", "forty-five". */
static void add_count(expression *e, int value) {
    bool tens_before = e->has_count && e->count >= 20 && e->count % 10 == 0 && value < 10;
    bool hundreds =
        e->has_count && value >= 100 && value % 100 == 0 && e->count < value && e->count < 1000;
    bool rest = e->has_count && counts_hundreds(e) && value < 100;
    e->count = hundreds ? e->count * value : tens_before || rest ? e->count + value : value;
    e->has_count = true;
}

static void add_number(expression *e, int value) {
    if (is_amount(e->rule) && e->has_first)
        return;
    if (is_amount(e->rule)) {
        add_count(e, value);
    } else if (!e->day) {
        e->day = value;
    } else if (!e->clock) {
        e->clock = value * 60 + 1;
        e->impossible = e->impossible || value >= 24;
    }
}

static void add_ordinal(expression *e, int value) {
    if (e->rule == RULE_CENTURY)
        e->century = value;
    else if (e->rule == RULE_PERIOD)
        e->quarter = value;       /* or half: the word behind it tells */
    else if (e->rule == RULE_SET) /* every third year */
        add_number(e, value);
    else if (e->rule == RULE_DURATION)
        e->nth = value; /* the first nine months */
    else
        e->day = value;
}

/* "The second week of March" begins on its eighth, "the second weekend" on a Saturday. */
static void add_unit(expression *e, const part *p) {
    if (!e->unit || e->rule != RULE_DURATION) /* weeks or months */
        e->unit = (time_unit)p->value;
    e->several = p->kind == PART_UNITS;
    if (p->kind == PART_UNIT_END)
        e->mod = MOD_END;
    if (e->unit == UNIT_FORTNIGHT) {
        e->unit = UNIT_WEEK;
        e->count = e->has_count ? 2 * e->count : 2;
        e->has_count = true;
    }
    if (e->rule != RULE_DATE || !e->day)
        return;
    if (e->has_direction) { /* the second last week */
        e->from_end = e->day;
        e->day = 0;
        return;
    }
    if (e->unit == UNIT_WEEK)
        e->day = 7 * e->day - 6;
    if (e->unit == UNIT_WEEKEND) {
        e->nth = e->day;
        e->weekday = SATURDAY;
        e->day = 0;
    }
}

/* "The first half", "a year and a half", "half an hour", "a half-hour". */
static void add_half(expression *e) {
    if (!is_amount(e->rule)) {
        e->half = e->quarter;
        e->quarter = 0;
        return;
    }
    e->and_a_half = true;
    if (!e->has_first)
        e->count = 0;
    e->has_count = e->has_count || !e->has_first;
}

static void add_direction(expression *e, int direction, reference_point from) {
    e->has_direction = true;
    e->direction = direction;
    e->reference = from;
}

/* "Yesterday", but also "the day before yesterday". */
static void add_days(expression *e, int days) {
    int before = e->has_direction && e->reference == REFERENCE_EVENT ? e->direction : 0;
    if (days == DAYS_TONIGHT || days == DAYS_OVERNIGHT) {
        e->day_part = DAY_PART_NIGHT;
        e->overnight = days == DAYS_OVERNIGHT;
        days = 0;
    }
    e->deictic = true;
    add_direction(e, before + days, REFERENCE_PUBLISHED);
}

static void add_part(expression *e, slice text, const part *p) {
    switch (p->kind) {
    case PART_MONTH:
    case PART_MAYBE_MONTH:
        e->month = p->value;
        break;
    case PART_HOLIDAY:
    case PART_MAYBE_HOLIDAY:
        e->holiday = p->value;
        break;
    case PART_WEEKDAY:
    case PART_MAYBE_WEEKDAY:
    case PART_WEEKDAYS:
        e->weekday = p->value;
        if (e->day && !e->month) { /* the first Monday of March */
            e->nth = e->day;
            e->day = 0;
        }
        break;
    case PART_YEAR:
        if (is_amount(e->rule) && !e->holiday)
            add_number(e, p->value);
        else
            e->year = p->value;
        break;
    case PART_SHORT_YEAR:
        e->year = full_year(p->value);
        break;
    case PART_DAY:
    case PART_NUMBER:
    case PART_COUNT:
        add_number(e, p->value);
        break;
    case PART_A:
        if (!e->has_count) /* but "two and a half" */
            e->count = e->and_a_half ? 0 : 1;
        e->has_count = true;
        break;
    case PART_SOME:
        e->has_count = true;
        e->count = UNKNOWN_NUMBER;
        break;
    case PART_ORDINAL:
    case PART_NTH:
        add_ordinal(e, p->value);
        break;
    case PART_NUMERIC:
        read_numeric(e, slice_range(text, p->start, p->end));
        break;
    case PART_ISO_WEEK:
        read_iso_week(e, p->value);
        break;
    case PART_CLOCK:
    case PART_DOT_CLOCK:
        add_clock(e, p->value);
        break;
    case PART_NO_CLOCK:
        e->impossible = true;
        break;
    case PART_PAST_HOUR:
        e->past_hour = p->value;
        break;
    case PART_O_CLOCK:
        expression_read_hour(e);
        break;
    case PART_MERIDIEM:
    case PART_AM:
        apply_meridiem(e, p->value);
        break;
    case PART_UNIT:
    case PART_UNITS:
    case PART_WEEKEND:
    case PART_CENTURY:
    case PART_UNIT_END:
        add_unit(e, p);
        break;
    case PART_QUARTER_WORD:
        e->quarterly = true;
        break;
    case PART_RELATION:
        if (e->has_direction && e->reference == REFERENCE_EVENT) /* Friday after next */
            add_direction(e, 2 * p->value, REFERENCE_PUBLISHED);
        else
            add_direction(e, p->value, REFERENCE_PUBLISHED);
        break;
    case PART_PAST:
        add_direction(e, p->value, REFERENCE_PUBLISHED);
        break;
    case PART_AGO: /* a quarter's year ago is counted from the quarter */
        add_direction(e, p->value,
                      e->rule == RULE_COMPARED ? REFERENCE_STORY : REFERENCE_PUBLISHED);
        break;
    case PART_SEQUENCE:
    case PART_THAT:
        add_direction(e, p->value, REFERENCE_STORY);
        break;
    case PART_BEFORE_LAST:
    case PART_AFTER_NEXT:
        e->unit = (time_unit)p->value;
        add_direction(e, p->kind == PART_AFTER_NEXT ? 2 : -2, REFERENCE_PUBLISHED);
        break;
    case PART_FISCAL:
        e->fiscal = true;
        break;
    case PART_WEEK_ENDING:
        e->week_ending = true;
        break;
    case PART_TURN:
        e->turn = true;
        break;
    case PART_WORD_YEAR:
        e->year = p->value;
        break;
    case PART_AND_A_HALF:
        add_number(e, p->value);
        e->and_a_half = true;
        break;
    case PART_HALF_YEAR:
        e->half = p->value;
        break;
    case PART_BC:
        e->year = p->value;
        break;
    case PART_EARLIER:
        if (e->rule == RULE_OFFSET || e->rule == RULE_COMPARED || e->rule == RULE_VAGUE)
            add_direction(e, p->value, REFERENCE_STORY);
        else if (!e->has_direction) /* earlier in the day */
            e->reference = REFERENCE_STORY;
        break;
    case PART_BEFORE:
        add_direction(e, p->value, REFERENCE_EVENT);
        break;
    case PART_DAYS:
        add_days(e, p->value);
        break;
    case PART_DAY_PART:
        e->day_part = (day_part)p->value;
        break;
    case PART_DAY_PARTS: /* three nights, Monday nights */
        if (e->rule == RULE_DURATION)
            e->unit = UNIT_DAY;
        else
            e->day_part = (day_part)p->value;
        break;
    case PART_LONG:
        if (!e->has_count) {
            e->has_count = true;
            e->count = e->several ? UNKNOWN_NUMBER : 1;
        }
        break;
    case PART_SEASON:
    case PART_MAYBE_SEASON:
        e->season = p->value;
        break;
    case PART_QUARTER:
        e->quarter = p->value;
        break;
    case PART_HALF:
        add_half(e);
        break;
    case PART_MOD:
    case PART_ABOUT:
    case PART_OR_SO:
        e->mod = (timex_mod)p->value;
        break;
    case PART_EVERY:
        e->every = true;
        if (p->value > 1) { /* every other week */
            e->count = p->value;
            e->has_count = true;
        }
        break;
    case PART_AND:
    case PART_TO: /* two or three days: the first number counts; two and a half */
        e->has_first = e->has_count && is_amount(e->rule) && !counts_hundreds(e);
        break;
    case PART_TIMES: /* three times a week */
        e->times = p->value ? p->value : e->count;
        e->has_count = false;
        break;
    case PART_FREQUENCY:
        e->unit = (time_unit)p->value;
        e->every = true;
        break;
    case PART_REF:
        e->soon = p->value == REF_SOON;
        add_direction(e, e->soon ? 1 : p->value, REFERENCE_PUBLISHED);
        break;
    case PART_DECADE:
        e->decade = p->value;
        break;
    case PART_THE:
        e->definite = true;
        break;
    default: /* small words and marks between the parts */
        break;
    }
}

/* What only all the parts together tell. */
static void complete(expression *e, slice text) {
    complete_clock(e);
    if (e->quarterly && e->rule != RULE_OFFSET && e->rule != RULE_PERIOD &&
        e->rule != RULE_COMPARED)
        e->unit = UNIT_QUARTER;
    bool in_daylight = e->day_part == DAY_PART_MORNING || e->day_part == DAY_PART_AFTERNOON;
    if (e->rule == RULE_OFFSET && e->day_part && !(in_daylight && e->direction < 0))
        e->unit = UNIT_DAY; /* the night before, but not "in the morning before he left" */
    if (e->rule == RULE_OFFSET && !e->has_count) { /* the day before, year-ago, weeks before */
        e->has_count = true;
        e->count = e->several ? UNKNOWN_NUMBER : 1;
    }
    if (e->rule == RULE_DATE && e->weekday && e->month && !e->day && e->has_direction)
        e->nth = NTH_LAST; /* the last Monday of March */
    /* "The next day" follows on what was told; "next week" lies ahead of the writer. */
    bool days = e->unit == UNIT_DAY || e->day_part;
    if (e->rule == RULE_RELATIVE && e->definite && e->direction > 0 && days)
        e->reference = REFERENCE_STORY;
    /* Where nothing follows "the day before", it is before what was told. */
    bool ends = e->end >= text.length || strchr(".,;:)", text.data[e->end]);
    if (e->rule == RULE_OFFSET && e->reference == REFERENCE_EVENT && ends)
        e->reference = REFERENCE_STORY;
}

/* The word that leads to an event is no part of the expression: "three days" before the attack. */
static void leave_out_lead(expression *e, const part *parts, size_t count) {
    bool leads = count > 1 && parts[count - 1].kind == PART_BEFORE;
    if (!leads || e->rule != RULE_OFFSET || e->reference != REFERENCE_EVENT)
        return;
    e->lead_end = e->end;
    e->end = parts[count - 2].end;
}

expression expression_of(slice text, const part *parts, size_t count, timex_rule rule) {
    expression e = {.rule = rule, .start = parts[0].start, .end = parts[count - 1].end};
    for (size_t i = 0; i < count; i++)
        add_part(&e, text, &parts[i]);
    complete(&e, text);
    leave_out_lead(&e, parts, count);
    return e;
}
