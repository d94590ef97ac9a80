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

/* 9 p.m., 12:30 a.m. */
static void apply_meridiem(expression *e, int afternoon) {
    if (!e->clock && e->day) { /* "9 p.m.": what looked like a day is an hour */
        e->clock = e->day * 60 + 1;
        e->impossible = e->impossible || e->day > 12;
        e->day = 0;
    }
    int minute = e->clock - 1;
    if (minute < 60 * 13 && minute >= 0)
        e->clock = minute % (12 * 60) + afternoon * 12 * 60 + 1;
}

/* The year that two digits stand for, around the turn of the century. */
static int full_year(int two_digits) {
    return two_digits + (two_digits < 40 ? 2000 : 1900);
}

static void add_holiday(expression *e, int value) {
    int of_month = value % 100;
    e->month = value / 100;
    if (of_month < 32) {
        e->day = of_month;
    } else {
        e->nth = (of_month - 32) / 8;
        e->weekday = (of_month - 32) % 8 + 1;
    }
}

static bool is_amount(timex_rule rule) {
    return rule == RULE_OFFSET || rule == RULE_DURATION || rule == RULE_SET;
}

static void add_number(expression *e, int value) {
    if (is_amount(e->rule) && e->has_first)
        return;
    if (is_amount(e->rule)) {
        bool tens_before = e->has_count && e->count >= 20 && e->count % 10 == 0 && value < 10;
        e->count = tens_before ? e->count + value : value;
        e->has_count = true;
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
        add_holiday(e, p->value);
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
        if (is_amount(e->rule))
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
        e->has_count = true;
        e->count = 1;
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
    case PART_CLOCK:
        e->clock = p->value + 1;
        break;
    case PART_MERIDIEM:
        apply_meridiem(e, p->value);
        break;
    case PART_ZONE:
        e->has_zone = true;
        e->utc_offset = p->value;
        break;
    case PART_UNIT:
    case PART_UNITS:
    case PART_WEEKEND:
    case PART_CENTURY:
    case PART_UNIT_END:
        if (!e->unit || e->rule != RULE_DURATION) /* weeks or months */
            e->unit = (time_unit)p->value;
        e->several = p->kind == PART_UNITS;
        if (p->kind == PART_UNIT_END)
            e->mod = MOD_END;
        if (e->rule == RULE_DATE && e->unit == UNIT_WEEK && e->day) /* the second week of March */
            e->day = 7 * e->day - 6;
        break;
    case PART_QUARTER_WORD:
        e->quarterly = true;
        break;
    case PART_RELATION:
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
        e->half = e->quarter;
        e->quarter = 0;
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
    case PART_TO: /* two or three days: the first number counts */
        e->has_first = e->has_count && is_amount(e->rule);
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
    if (e->quarterly && e->rule != RULE_OFFSET && e->rule != RULE_PERIOD &&
        e->rule != RULE_COMPARED)
        e->unit = UNIT_QUARTER;
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
